// Values as PostgREST gives them, and what a restart leaves as it was.
import { beforeAll, describe, expect, test } from "vitest";
import { type Client, service, stranger } from "./support/clients.ts";
import { ownBackend } from "./support/own-backend.ts";
import { directiveRow, makeDirective, makeSession } from "./support/rows.ts";
import { openings } from "./support/scratch.ts";

const formats = `
  create table public.formats (
    id int primary key, big bigint, amount numeric, ratio double precision, at timestamptz,
    local_at timestamp, day date, doc jsonb, plain json, words text[]
  );
  select exhibit.protect_table('public.formats', 'formats');
  create function public.echo(p_doc jsonb) returns jsonb language sql set search_path = ''
    as 'select p_doc';
  create function public.kind(p_doc jsonb, p_plain json, p_text text) returns text
    language sql set search_path = ''
    as $$ select concat_ws('|', jsonb_typeof(p_doc), json_typeof(p_plain), p_text) $$;
  create function public.keep(p_id int, p_doc jsonb) returns setof public.formats
    language sql set search_path = ''
    as $$ insert into public.formats (id, doc, at, amount)
      values (p_id, p_doc, '2026-11-22 13:31:04.1+02', 0.10) returning * $$;
  select exhibit.protect_function(oid) from pg_proc where proname in ('echo', 'kind', 'keep');
`;

const own = ownBackend(formats);
let client: Client;
beforeAll(() => {
  client = service(own.backend);
});

const jsonValues: unknown[] = [
  {},
  [],
  { a: [1, { b: null }], "ü 😀": "\u202eabc", c: 1.5, d: true },
  [{ sub_agent_type: "SECURITY", score: 0 }],
  "plain",
  "",
  '{"looks":"like json"}',
  "[1,2]",
  "123",
  "null",
  'a "quoted" \\ text',
  "true",
  123,
  -0.5,
  true,
  false,
  ["[]", '{"a":1}'],
  { text: '{"a":1}' },
];

describe("JSON stays what it is", () => {
  test("inserted, one row and many, and updated", async () => {
    const rows = jsonValues.map((doc, id) => ({ id, doc, plain: doc }));
    await client.from("formats").delete().gte("id", 0);
    expect((await client.from("formats").insert(rows.slice(0, 1))).error).toBeNull();
    const { data, error } = await client
      .from("formats")
      .insert(rows.slice(1))
      .select("id, doc, plain");
    expect(error).toBeNull();
    expect(data).toEqual(rows.slice(1));
    for (const { id, doc } of rows) {
      const [stored] =
        await own.sql`select doc::text, plain::text from public.formats where id = ${id}`;
      expect(JSON.parse(stored?.doc)).toEqual(doc);
      expect(JSON.parse(stored?.plain)).toEqual(doc);
      await client.from("formats").update({ doc: null }).eq("id", id);
      const updated = await client
        .from("formats")
        .update({ doc })
        .eq("id", id)
        .select("doc")
        .single();
      expect(updated.data?.doc).toEqual(doc);
    }
  });

  test.each(jsonValues.map((value) => [JSON.stringify(value), value]))(
    "as an argument: %s",
    async (_, value) => {
      expect((await client.rpc("echo", { p_doc: value })).data).toEqual(value);
      const type = Array.isArray(value) ? "array" : typeof value;
      const said = await client.rpc("kind", { p_doc: value, p_plain: value, p_text: '{"a":1}' });
      expect(said.data).toBe(`${type}|${type}|{"a":1}`);
    },
  );

  test("null is no value", async () => {
    expect((await client.rpc("echo", { p_doc: null })).data).toBeNull();
    const { data } = await client
      .from("formats")
      .insert({ id: 500, doc: null })
      .select("doc")
      .single();
    expect(data?.doc).toBeNull();
    expect(await own.sql`select from public.formats where id = 500 and doc is null`).toHaveLength(
      1,
    );
  });
});

test("numbers and times come as PostgREST writes them", async () => {
  const row = {
    id: 600,
    big: 1234567890123,
    amount: 12.5,
    ratio: 0.1,
    at: "2026-11-22T13:31:04.123456+02:00",
    local_at: "2026-11-22T13:31:04.1",
    day: "2026-11-22",
    words: ['a "b"', "c,d", "", "{e}", "NULL", "😀"],
  };
  const expected = { ...row, at: "2026-11-22T11:31:04.123456+00:00", doc: null, plain: null };
  expect((await client.from("formats").insert(row).select().single()).data).toEqual(expected);
  const { data } = await client.from("formats").select().eq("at", expected.at).single();
  expect(data).toEqual(expected);
  const rounded = await client
    .from("formats")
    .update({ at: "2026-01-01T00:00:00Z" })
    .eq("id", 600)
    .select("at");
  expect(rounded.data).toEqual([{ at: "2026-01-01T00:00:00+00:00" }]);
  const kept = await client.rpc("keep", { p_id: 601, p_doc: { a: 1 } });
  expect(kept.data).toMatchObject([
    { id: 601, doc: { a: 1 }, at: "2026-11-22T11:31:04.1+00:00", amount: 0.1 },
  ]);
});

test("a text stays a text, whatever it looks like", async () => {
  for (const title of ["true", "false", "123", "[]", "1e5", "2026-11-22", "now()", "\\x00"]) {
    const row = { ...directiveRow(), title };
    const made = await client.from("strategic_directives_v2").insert(row).select("title").single();
    expect(made.error).toBeNull();
    expect(made.data?.title).toBe(title);
    const found = await client
      .from("strategic_directives_v2")
      .select("title")
      .eq("id", row.id)
      .eq("title", title);
    expect(found.data).toEqual([{ title }]);
    const changed = await client
      .from("strategic_directives_v2")
      .update({ scope: title })
      .eq("id", row.id)
      .select("scope");
    expect(changed.data).toEqual([{ scope: title }]);
  }
});

test("a text is filtered as a text, in tables and views, alone and in lists", async () => {
  const [one, two] = [
    await makeDirective(own.sql, { id: "true" }),
    await makeDirective(own.sql, { id: "false" }),
  ];
  await makeSession(own.sql, { sd_id: one });
  const ids = async (
    query: PromiseLike<{ data: { sd_id?: string; id?: string }[] | null; error: unknown }>,
  ) => {
    const { data, error } = await query;
    expect(error).toBeNull();
    return data?.map(({ sd_id, id }) => sd_id ?? id);
  };
  const directives = () => client.from("strategic_directives_v2").select("id").order("id");
  expect(await ids(client.from("exec_session_cards").select("sd_id").eq("sd_id", one))).toEqual([
    one,
  ]);
  expect(await ids(directives().in("id", [one, two]))).toEqual([two, one]);
  expect(await ids(directives().or(`id.eq.${one},and(id.eq.${two},title.neq.true)`))).toEqual([
    two,
    one,
  ]);
  expect(await ids(directives().in("id", [one, two]).not("id", "eq", two))).toEqual([one]);
  const checkpoints = client.from("exec_quality_checkpoints").select("sd_id").eq("sd_id", one);
  expect(await ids(checkpoints.eq("is_complete", false).eq("is_required", true))).toHaveLength(3);
});

describe("after a restart and the first requests", () => {
  test("nothing is open that was closed", async () => {
    await stranger(own.backend).from("formats").select();
    await client.from("formats").select();
    const found = await openings(own.sql);
    // The table above was made by the owner of this database, with grants of its own.
    expect(found).toEqual([]);
    const [auth] = await own.sql`
      select bool_or(has_table_privilege(r, 'auth.users', 'select')) as open
      from unnest(array['anon', 'authenticated', 'service_role']) r`;
    expect(auth?.open).toBe(false);
  });
});
