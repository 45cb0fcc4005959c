// What people keep of a list: theirs alone, whoever tries, judged by the rows.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { act } from "./support/acting.ts";
import { type Client, owner, person, service, stranger } from "./support/clients.ts";
import { makePeople } from "./support/rows.ts";

const sql = owner();
const roles = ["viewer", "reviewer", "admin"] as const;
type Person = { id: string; client: Client };
const people = {} as Record<(typeof roles)[number], Person>;

beforeAll(async () => {
  for (const role of roles) people[role] = await person(role);
});

type Given = { id?: string; list?: string; name?: string; query?: string };

/** What came of it, and the view's id. */
async function save({ id: actor }: Pick<Person, "id">, given: Given = {}, client?: Client) {
  const { id = randomUUID(), list = "sessions", name = `View ${id}`, query = "" } = given;
  const sent = { p_actor: actor, p_id: id, p_list: list, p_name: name, p_query: query };
  return { id, said: await act("save_view", sent, client) };
}

const change = ({ id }: Pick<Person, "id">, view: string, values: object, client?: Client) =>
  act("change_view", { p_actor: id, p_id: view, ...values }, client);

const remove = ({ id }: Pick<Person, "id">, view: string, client?: Client) =>
  act("remove_view", { p_actor: id, p_id: view }, client);

async function viewsOf({ id }: Pick<Person, "id">) {
  const found = await sql`
    select id, list, name, query, is_default from public.exec_saved_views
    where user_id = ${id} order by created_at, id`;
  return found.map((row) => ({ ...row }));
}

async function allViews() {
  return [...(await sql`select to_jsonb(v) as row from public.exec_saved_views v order by id`)];
}

describe.each(roles)("%s", (role) => {
  test("keeps views, changes and removes them, and reads no others", async () => {
    const [me, other] = [people[role], await person(role)];
    const mine = await save(me, { name: "Mine", query: "status=active" });
    expect(mine.said).toBe("done");
    expect((await save(other, { name: "Mine" })).said).toBe("done");

    const read = await me.client.from("exec_saved_views").select("id, name, query, is_default");
    expect(read.error).toBeNull();
    expect(read.data).toEqual([
      { id: mine.id, name: "Mine", query: "status=active", is_default: false },
    ]);

    expect(await change(me, mine.id, { p_name: "Ours" })).toBe("done");
    expect(await change(me, mine.id, { p_query: "stale=1" })).toBe("done");
    expect(await change(me, mine.id, { p_default: true })).toBe("done");
    const [row] = await viewsOf(me);
    expect(row).toMatchObject({ name: "Ours", query: "stale=1", is_default: true });
    expect(await viewsOf(other)).toMatchObject([{ name: "Mine", query: "", is_default: false }]);

    expect(await remove(me, mine.id)).toBe("done");
    expect(await remove(me, mine.id)).toBe("PT404 gone");
    expect(await viewsOf(me)).toEqual([]);
    expect(await viewsOf(other)).toHaveLength(1);
  });

  test("does nothing to another's view, nor by the functions without the service key", async () => {
    const other = await person("admin");
    const { id } = await save(other, { name: "Theirs" });
    const before = await allViews();
    const me = people[role];
    expect(await change(me, id, { p_name: "Taken", p_default: true })).toBe("PT404 gone");
    expect(await remove(me, id)).toBe("PT404 gone");
    for (const client of [me.client, stranger()]) {
      expect((await save(other, {}, client)).said).toBe("42501");
      expect(await change(other, id, { p_name: "Taken" }, client)).toBe("42501");
      expect(await remove(other, id, client)).toBe("42501");
    }
    // Sent again under an id that somebody else has: nothing is theirs by that.
    await save(me, { id, name: "Mine now" });
    expect(await allViews()).toEqual(before);
  });
});

test("whoever is not in the team keeps nothing", async () => {
  const [account = ""] = await makePeople(sql, 1);
  const before = await allViews();
  for (const id of [account, randomUUID()]) {
    expect((await save({ id })).said).toBe("PT403 not_allowed");
    expect(await change({ id }, randomUUID(), { p_name: "x" })).toBe("PT403 not_allowed");
    expect(await remove({ id }, randomUUID())).toBe("PT403 not_allowed");
  }
  expect(await allViews()).toEqual(before);
});

test("a view sent twice is there once", async () => {
  const me = await person("viewer");
  const given = { id: randomUUID(), name: "Once", query: "stale=1" };
  expect((await save(me, given)).said).toBe("done");
  expect((await save(me, given)).said).toBe("done");
  expect(await viewsOf(me)).toHaveLength(1);
});

test("a name is one's own once in a list, in whatever case", async () => {
  const me = await person("viewer");
  const { id } = await save(me, { name: "Slow" });
  const taken = "23505 exec_saved_views_name_key";
  expect((await save(me, { name: "SLOW" })).said).toBe(taken);
  expect((await save(me, { name: "Slow", list: "directives" })).said).toBe("done");
  const other = await save(me, { name: "Fast" });
  expect(await change(me, other.id, { p_name: "slow" })).toBe(taken);
  expect(await change(me, id, { p_name: "slow" })).toBe("done");
});

test("one view of a list is the default, or none", async () => {
  const me = await person("reviewer");
  const first = await save(me);
  const second = await save(me);
  const elsewhere = await save(me, { list: "directives" });
  for (const { id } of [elsewhere, first, second, second]) {
    expect(await change(me, id, { p_default: true })).toBe("done");
  }
  const defaults = async () =>
    (await viewsOf(me)).filter(({ is_default }) => is_default).map(({ id }) => id);
  expect((await defaults()).sort()).toEqual([second.id, elsewhere.id].sort());
  expect(await change(me, second.id, { p_default: false })).toBe("done");
  expect(await defaults()).toEqual([elsewhere.id]);
});

test("two views made the default at once leave one", async () => {
  const me = await person("reviewer");
  const views = await Promise.all(Array.from({ length: 6 }, () => save(me)));
  const said = await Promise.all(views.map(({ id }) => change(me, id, { p_default: true })));
  expect(new Set(said)).toEqual(new Set(["done"]));
  expect((await viewsOf(me)).filter(({ is_default }) => is_default)).toHaveLength(1);
});

test("a person has 50 of them, however they are sent", async () => {
  const me = await person("viewer");
  await sql`
    insert into public.exec_saved_views (user_id, list, name, query)
    select ${me.id}, 'sessions', 'View ' || n, '' from generate_series(1, 47) as n`;
  const said = await Promise.all(Array.from({ length: 6 }, () => save(me)));
  expect(said.map((each) => each.said).sort()).toEqual([
    ...Array(3).fill("PT422 too_many_views"),
    ...Array(3).fill("done"),
  ]);
  expect(await viewsOf(me)).toHaveLength(50);
  const [kept] = await viewsOf(me);
  // One that is there and was sent again is no new one.
  expect((await save(me, { id: kept?.id, name: kept?.name })).said).toBe("done");
});

test.each([
  ["name", { name: " " }],
  ["name", { name: "x".repeat(61) }],
  ["query", { query: "x".repeat(4001) }],
  ["list", { list: "reviews" }],
])("no %s like %j", async (column, given) => {
  const me = await person("viewer");
  expect((await save(me, given)).said).toBe(`23514 exec_saved_views_${column}_check`);
  expect(await viewsOf(me)).toEqual([]);
});

test("views go with their owner's account", async () => {
  const me = await person("viewer");
  await save(me);
  expect((await service().auth.admin.deleteUser(me.id)).error).toBeNull();
  expect(await viewsOf(me)).toEqual([]);
});
