// Every constraint that an action can meet has its sentence, and no sentence is of one that is gone.
import { expect, test } from "vitest";
import { Refusal } from "../../lib/refusal.ts";
import { constraints, refusalWords } from "../../lib/refusal-words.ts";
import { owner } from "./support/clients.ts";

const sql = owner();

/** Triggers alone write these, and no action sets targets. */
const notWritten = [
  "exec_session_events",
  "exec_session_cards",
  "exec_session_counts",
  "exec_session_count_changes",
  "exec_session_search",
  "exec_directive_cards",
  "quality_targets",
];

/** An upload writes these, with values of our own. */
const ofUploads = ["exec_evidence_files", "exec_evidence_uses"];

type Constraint = { name: string; code: string; owner: string };

/** A unique index may be one without a constraint: the refusal names it alike. */
async function readConstraints(): Promise<Constraint[]> {
  const found = await sql`
    select name, code, rel.relname as owner
    from (
      select conname as name, conrelid as relid,
        case contype when 'c' then '23514' else '23503' end as code
      from pg_constraint where contype in ('c', 'f')
      union all
      select i.relname, x.indrelid, '23505'
      from pg_index x join pg_class i on i.oid = x.indexrelid
      where x.indisunique
    ) as found
    join pg_class rel on rel.oid = relid
    where rel.relnamespace = 'public'::regnamespace
    order by 1`;
  return found as unknown as Constraint[];
}

const words = ({ name, code }: Pick<Constraint, "name" | "code">) =>
  refusalWords(new Refusal(code, `… violates constraint "${name}"`));

test("whatever an action can meet is told in a sentence of its own", async () => {
  const met = (await readConstraints()).filter(
    ({ owner }) => ![...notWritten, ...ofUploads].includes(owner),
  );
  expect(met.length).toBeGreaterThan(50);
  const untold = met.filter(
    ({ name, code }) => words({ name, code }) === words({ name: "?", code }),
  );
  expect(untold.map(({ name }) => name)).toEqual([]);
});

test("every constraint that has a sentence is there", async () => {
  const there = (await readConstraints()).map(({ name }) => name);
  expect(Object.keys(constraints).filter((name) => !there.includes(name))).toEqual([]);
});

test("tables that are said to be written by no action are", async () => {
  const writes = await sql`
    select t.name as name, p.proname from unnest(${notWritten}::text[]) as t (name)
    join pg_proc p on p.prosrc ~ ('(insert into|update|delete from) public\\.' || t.name || '\\M')
    where p.pronamespace = 'public'::regnamespace`;
  expect([...writes]).toEqual([]);
});
