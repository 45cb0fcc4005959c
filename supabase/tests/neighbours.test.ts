import { beforeAll, describe, expect, test } from "vitest";
import { owner } from "./support/clients.ts";
import { neighbourIndexes, neighbours, percentages, values } from "./support/neighbours.ts";
import { makeDirective, makeSession } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
let session: { id: string; sd_id: string };

beforeAll(async () => {
  session = await makeSession(sql, { implementation_type: "AUTHENTICATION" });
});

/** A whole row of each table, on the session above. */
const whole = {
  strategic_directives_v2: () => ({
    id: unique("SD"),
    title: "t",
    status: "draft",
    category: "c",
    priority: "low",
    description: "d",
    rationale: "r",
    scope: "s",
  }),
  product_requirements_v2: () => ({ id: unique("PRD"), title: "t" }),
  exec_quality_checkpoints: () => ({
    session_id: session.id,
    sd_id: session.sd_id,
    checkpoint_name: unique("checkpoint"),
    checkpoint_type: "TESTING",
  }),
  exec_sub_agent_activations: () => ({
    session_id: session.id,
    sd_id: session.sd_id,
    sub_agent_type: "TESTING",
    activation_reason: "r",
    execution_status: "PASS",
    severity: "LOW",
    summary: "s",
  }),
  exec_handoff_preparations: () => ({
    session_id: session.id,
    sd_id: session.sd_id,
    implementation_summary: "s",
  }),
};
type Table = keyof typeof whole;

/** Inserts a row with one other value; true, or the name of what refused it. */
async function takes(table: string, column: string, value: unknown) {
  const row = { ...whole[table as Table](), [column]: value };
  return sql`insert into ${sql(`public.${table}`)} ${sql(row)}`.then(
    () => true,
    (error) => error.code,
  );
}

describe("the neighbours' tables", () => {
  test.each(Object.keys(neighbours))("%s has the columns that agents know", async (table) => {
    const columns = await sql`
      select attname as name, format_type(atttypid, atttypmod) || case when attnotnull then '!' else '' end
        || coalesce(' = ' || pg_get_expr(adbin, adrelid), '') as said
      from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped`;
    expect(Object.fromEntries(columns.map(({ name, said }) => [name, said]))).toEqual(
      neighbours[table],
    );
  });

  test.each(Object.entries(neighbourIndexes))("%s is on %s", async (name, on) => {
    const [index] = await sql`select indexdef from pg_indexes where indexname = ${name}`;
    expect(index?.indexdef).toBe(
      `CREATE INDEX ${name} ON public.${on.replace(" ", " USING btree ")}`,
    );
  });

  test.each(values)("%s.%s takes its own values alone", async (table, column, allowed) => {
    for (const value of allowed) expect(await takes(table, column, value)).toBe(true);
    for (const value of ["SOMETHING_ELSE", "", allowed[0]?.toLowerCase().concat(" ")]) {
      expect(await takes(table, column, value)).toBe("23514");
    }
    expect(await takes(table, column, null)).toBe("23502");
  });

  test.each(percentages)("%s.%s goes from 0 to 100", async (table, column) => {
    for (const value of [0, 100, null]) expect(await takes(table, column, value)).toBe(true);
    for (const value of [-1, 101]) expect(await takes(table, column, value)).toBe("23514");
  });

  test("a checkpoint's name is unique in its session alone", async () => {
    const name = unique("checkpoint");
    expect(await takes("exec_quality_checkpoints", "checkpoint_name", name)).toBe(true);
    expect(await takes("exec_quality_checkpoints", "checkpoint_name", name)).toBe("23505");
    const other = await makeSession(sql);
    const row = {
      ...whole.exec_quality_checkpoints(),
      checkpoint_name: name,
      session_id: other.id,
    };
    await sql`insert into public.exec_quality_checkpoints ${sql(row)}`;
  });

  test("what belongs to a session goes with it, the directive stays", async () => {
    const { id, sd_id } = await makeSession(sql);
    const of = { session_id: id, sd_id };
    for (const table of ["exec_sub_agent_activations", "exec_handoff_preparations"] as const) {
      await sql`insert into ${sql(`public.${table}`)} ${sql({ ...whole[table](), ...of })}`;
    }
    const left = async () => {
      const [row] = await sql`
        select (select count(*) from public.exec_quality_checkpoints where session_id = ${id})::int as checkpoints,
          (select count(*) from public.exec_sub_agent_activations where session_id = ${id})::int as activations,
          (select count(*) from public.exec_handoff_preparations where session_id = ${id})::int as handoffs,
          (select count(*) from public.strategic_directives_v2 where id = ${sd_id})::int as directives`;
      return { ...row };
    };
    expect(await left()).toEqual({ checkpoints: 3, activations: 1, handoffs: 1, directives: 1 });
    await expect(
      sql`delete from public.strategic_directives_v2 where id = ${sd_id}`,
      "a directive with sessions stays",
    ).rejects.toMatchObject({ code: "23503" });
    await sql`delete from public.exec_implementation_sessions where id = ${id}`;
    expect(await left()).toEqual({ checkpoints: 0, activations: 0, handoffs: 0, directives: 1 });
  });

  test("what names a directive goes with it", async () => {
    const sd_id = await makeDirective(sql);
    const row = { ...whole.exec_quality_checkpoints(), sd_id };
    await sql`insert into public.exec_quality_checkpoints ${sql(row)}`;
    await sql`delete from public.strategic_directives_v2 where id = ${sd_id}`;
    expect(
      await sql`select from public.exec_quality_checkpoints where sd_id = ${sd_id}`,
    ).toHaveLength(0);
  });
});

describe("a PRD", () => {
  const insert = async (links: { sd_id?: string | null; directive_id?: string | null }) => {
    const row = { ...whole.product_requirements_v2(), ...links };
    const [made] = await sql`
      insert into public.product_requirements_v2 ${sql(row)} returning id, sd_id, directive_id`;
    return { id: String(made?.id), links: [made?.sd_id, made?.directive_id] };
  };

  test.each(["sd_id", "directive_id"])("given only %s has both links", async (column) => {
    const sd = await makeDirective(sql);
    expect((await insert({ [column]: sd })).links).toEqual([sd, sd]);
  });

  test.each(["sd_id", "directive_id"])("moved by %s moves both links", async (column) => {
    const [from, to] = [await makeDirective(sql), await makeDirective(sql)];
    const { id } = await insert({ sd_id: from });
    const [moved] = await sql`
      update public.product_requirements_v2 set ${sql(column)} = ${to}
      where id = ${id} returning sd_id, directive_id`;
    expect({ ...moved }).toEqual({ sd_id: to, directive_id: to });
  });

  test("is the only one of its directive, while those without one are many", async () => {
    const sd = await makeDirective(sql);
    await insert({ sd_id: sd });
    await expect(insert({ sd_id: sd })).rejects.toMatchObject({ code: "23505" });
    await insert({});
    await expect(insert({})).resolves.toMatchObject({ links: [null, null] });
    await expect(insert({ sd_id: "SD-NOWHERE" })).rejects.toMatchObject({ code: "23503" });
  });
});
