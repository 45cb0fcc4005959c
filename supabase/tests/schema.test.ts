import { describe, expect, test } from "vitest";
import { owner } from "./support/clients.ts";
import { differences, differencesAfter } from "./support/schema-catalog.ts";
import { documentFacts } from "./support/schema-document.ts";

const sql = owner();
const table = "public.exec_implementation_sessions";

describe("the user's document", () => {
  test("is read whole", () => {
    const names = [...documentFacts().keys()];
    const count = (prefix: string) => names.filter((name) => name.startsWith(prefix)).length;
    expect({
      columns: count("column "),
      constraints: count("constraint "),
      indexes: count("index "),
      policies: count("policy "),
      triggers: count("trigger "),
    }).toEqual({ columns: 27 * 4, constraints: 13, indexes: 7, policies: 2, triggers: 2 });
  });

  test("has no triggers beside it but Exhibit's own, of which only locks are taken row by row", async () => {
    const found = await sql`
      select tgname as name, pg_get_triggerdef(oid) as definition from pg_trigger
      where tgrelid = ${table}::regclass and not tgisinternal order by 1`;
    const [ours, theirs] = [true, false].map((own) =>
      found.filter(({ name }) => name.startsWith("exhibit_") === own),
    );
    expect(theirs?.map(({ name }) => name)).toEqual([
      "trigger_create_quality_checkpoints",
      "trigger_update_sd_after_exec_completion",
    ]);
    expect(ours?.map(({ name }) => name)).toEqual([
      "exhibit_lock_belongings",
      "exhibit_lock_directive",
      ...["insert", "update"].map((what) => `exhibit_note_uses_${what}`),
      ...["delete", "insert", "truncate", "update"].map((what) => `exhibit_track_${what}`),
    ]);
    for (const { name, definition } of ours ?? []) {
      const each = name.startsWith("exhibit_lock_") ? "ROW" : "STATEMENT";
      expect(definition).toContain(`FOR EACH ${each}`);
    }
  });

  test("is what a freshly migrated database has, in every point", async () => {
    expect(await differences(sql)).toEqual([]);
  });
});

describe("the comparison names", () => {
  test.each([
    [`alter table ${table} drop column demo_urls cascade`, "column demo_urls, type is missing"],
    [
      `alter table ${table} add column extra text`,
      "column extra, type is not in the document: text",
    ],
    [
      `drop view public.v_exec_implementation_summary, exhibit.session_card_source;
       alter table ${table} alter created_at type timestamp`,
      "column created_at, type is: timestamp without",
    ],
    [
      `update ${table} set started_at = now() where started_at is null;
       alter table ${table} alter started_at set not null`,
      "column started_at, nullable is: NO",
    ],
    [
      `alter table ${table} alter status set default 'paused'`,
      "column status, default is: 'paused'",
    ],
    [`comment on column ${table}.id is 'The id'`, "column id, comment is: The id"],
    [
      `alter table ${table} drop constraint exec_implementation_sessions_prd_id_fkey`,
      "constraint exec_implementation_sessions_prd_id_fkey is missing",
    ],
    [
      `alter table ${table} drop constraint exec_implementation_sessions_sd_id_status_key,
       add constraint exec_implementation_sessions_sd_id_status_key unique (sd_id, status)`,
      "constraint exec_implementation_sessions_sd_id_status_key is: UNIQUE (sd_id, status),",
    ],
    [
      `alter table ${table} add check (quality_score < 101)`,
      "constraint exec_implementation_sessions_quality_score_check1 is not in",
    ],
    [
      `drop index public.idx_exec_sessions_sd_active`,
      "index idx_exec_sessions_sd_active is missing",
    ],
    [
      `create index on ${table} (prd_id)`,
      "index exec_implementation_sessions_prd_id_idx is not in",
    ],
    [
      `alter policy exec_sessions_select on ${table} to anon`,
      "policy exec_sessions_select is: SELECT to {anon}",
    ],
    [
      `alter policy exec_sessions_select on ${table} using (false)`,
      "using false, the document says",
    ],
    [`create policy open on ${table} for select using (true)`, "number of policies is: 3"],
    [`alter table ${table} disable row level security`, "row level security is: Disabled"],
    [
      `alter table ${table} disable trigger trigger_create_quality_checkpoints`,
      "trigger trigger_create_quality_checkpoints is:",
    ],
    [
      `drop trigger trigger_update_sd_after_exec_completion on ${table}`,
      "trigger trigger_update_sd_after_exec_completion is missing",
    ],
    [
      `create trigger another after delete on ${table}
       for each row execute function public.update_sd_after_exec_completion()`,
      "trigger another is not in the document: AFTER DELETE",
    ],
  ])("%s", async (change, named) => {
    expect((await differencesAfter(sql, change)).join("\n")).toContain(named);
  });

  test("nothing for a trigger of Exhibit's own", async () => {
    const change = `create trigger exhibit_record after update on ${table}
      for each row execute function public.update_sd_after_exec_completion()`;
    expect(await differencesAfter(sql, change)).toEqual([]);
  });
});
