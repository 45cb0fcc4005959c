// What pages read of evidence: the card, the gallery, the lists with what is known of their files; and
// what people say about pictures.
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { act, makeMember } from "./support/acting.ts";
import { cardOf, change, eventsOf, staleCards } from "./support/cards.ts";
import { owner, person, service, stranger } from "./support/clients.ts";
import { makeSession, rows } from "./support/rows.ts";

const sql = owner();
let reviewer = "";
const directives: string[] = [];

beforeAll(async () => {
  reviewer = await makeMember(sql, "reviewer", "Rea");
});
afterEach(async () => expect(await staleCards(sql, directives)).toEqual([]));

type Row = Record<string, unknown>;
const session = async (values: Row = {}) => {
  const made = await makeSession(sql, values);
  directives.push(made.sd_id);
  return made;
};
const hash = () => randomUUID().replaceAll("-", "").repeat(2);
const urlOf = (of: string) => `https://exhibit.example.com/files/${of}/a.png`;
const picture = (of: string, pixels = of) => ({
  hash: of,
  media_type: "image/png",
  bytes: 5,
  width: 4,
  height: 3,
  pixels,
});
const claim = (upload: string, files: Row[]) =>
  act("claim_files", { p_upload: upload, p_files: files });
const forget = (hashes: string[]) => act("forget_files", { p_hashes: hashes });

describe("the card", () => {
  test("says whether the pictures changed, by what they show", async () => {
    const [a, b, same] = [hash(), hash(), hash()];
    await claim(randomUUID(), [picture(a, same), picture(b, same)]);
    const { id } = await session();
    const says = async (values: Row) => {
      await change(sql, id, values);
      const { has_evidence, pictures_changed } = await cardOf(sql, id);
      return [has_evidence, pictures_changed];
    };
    expect(await says({ demo_urls: [] })).toEqual([false, null]);
    expect(await says({ demo_urls: ["x"] })).toEqual([true, null]);
    expect(await says({ before_screenshots: [urlOf(a)] })).toEqual([true, true]);
    expect(await says({ after_screenshots: [urlOf(b)] })).toEqual([true, false]);
    expect(await says({ after_screenshots: [urlOf(b), "x"] })).toEqual([true, true]);
    expect(await says({ before_screenshots: ["x", urlOf(b), urlOf(a), ""] })).toEqual([
      true,
      false,
    ]);
  });

  test("follows a file that comes after its name, or goes before it", async () => {
    const [a, b] = [hash(), hash()];
    const { id } = await session({ before_screenshots: [urlOf(a)], after_screenshots: [urlOf(b)] });
    const upload = randomUUID();
    await claim(upload, [picture(a, a), picture(b, a)]);
    expect((await cardOf(sql, id)).pictures_changed).toBe(false);
    await sql`update public.exec_evidence_files set retired_at = now() where hash = ${a}`;
    await forget([a]);
    expect((await cardOf(sql, id)).pictures_changed).toBe(true);
  });
});

test("session_evidence gives the first of each list, and what is known of their files", async () => {
  const [a, b] = [hash(), hash()];
  await claim(randomUUID(), [picture(a), { hash: b, media_type: "video/webm", bytes: 9 }]);
  const { id, sd_id } = await session({
    before_screenshots: [urlOf(a), "x"],
    after_screenshots: ["y", "z", urlOf(a)],
    demo_urls: [urlOf(b)],
  });
  await sql`
    insert into public.exec_evidence_pairings (session_id, sd_id, before_url, after_url)
    values (${id}, ${sd_id}, ${"x"}, ${null})`;
  const empty = await session();
  const { client } = await person("viewer");
  const read = async (most?: number) => {
    const given = { p_ids: [id, empty.id, randomUUID()], p_most: most };
    const { data, error } = await client.rpc("session_evidence", given);
    expect(error).toBeNull();
    return new Map((data as Row[]).map((row) => [row.session_id, row]));
  };
  const files = {
    [a]: ["image/png", 5, 4, 3, a.slice(0, 16), false],
    [b]: ["video/webm", 9, null, null, null, false],
  };
  const all = await read();
  expect(all.size).toBe(2);
  expect(all.get(id)).toEqual({
    session_id: id,
    before: [urlOf(a), "x"],
    after: ["y", "z", urlOf(a)],
    demos: [urlOf(b)],
    files,
    pairings: [["x", null]],
  });
  const none = { before: [], after: [], demos: [], files: {}, pairings: [] };
  expect(all.get(empty.id)).toEqual({ session_id: empty.id, ...none });
  const first = (await read(2)).get(id);
  expect(first).toMatchObject({ before: [urlOf(a), "x"], after: ["y", "z"], files });
  expect((await stranger().rpc("session_evidence", { p_ids: [id] })).error?.code).toBe("42501");
});

test("evidence_file tells members alone what a file is", async () => {
  const a = hash();
  await claim(randomUUID(), [picture(a)]);
  const ask = async (client: Awaited<ReturnType<typeof person>>["client"], of: string) =>
    (await client.rpc("evidence_file", { p_hash: of })).data;
  const known = { is_member: true, media_type: "image/png", bytes: 5 };
  expect(await ask((await person("viewer")).client, a)).toEqual([known]);
  const nothing = { media_type: null, bytes: null };
  expect(await ask((await person("admin")).client, hash())).toEqual([
    { is_member: true, ...nothing },
  ]);
  expect(await ask((await person()).client, a)).toEqual([{ is_member: false, ...nothing }]);
  expect(await ask(stranger(), a)).toBeNull();
});

test("the gallery pages through sessions with evidence, newest first, and filters", async () => {
  // In a time of its own, since other tests leave sessions too.
  const day = (n: number) => new Date(Date.UTC(2190, 0, n)).toISOString();
  const a = hash();
  await claim(randomUUID(), [picture(a)]);
  const same = { before_screenshots: [urlOf(a)], after_screenshots: [urlOf(a)] };
  const one = await session({ ...same, started_at: day(2), status: "failed" });
  const two = await session({ after_screenshots: ["x"], started_at: day(3), sd_id: one.sd_id });
  const three = await session({
    demo_urls: ["x"],
    started_at: day(3),
    implementation_type: "API_ENDPOINT",
  });
  await session({ started_at: day(4) });
  const ids = async (given: Row) => {
    const { data, error } = await (await person("viewer")).client.rpc("gallery", {
      p_limit: 10,
      p_since: day(1),
      ...given,
    });
    expect(error).toBeNull();
    return (data as Row[]).map(({ session_id }) => session_id);
  };
  const newest = [two.id, three.id].sort().reverse();
  expect(await ids({})).toEqual([...newest, one.id]);
  expect(await ids({ p_limit: 1 })).toEqual([newest[0]]);
  expect(await ids({ p_key: day(3), p_id: newest[0] })).toEqual([newest[1], one.id]);
  expect(await ids({ p_key: day(2), p_id: one.id })).toEqual([]);
  expect(await ids({ p_by_directive: true })).toEqual(newest);
  expect(await ids({ p_by_directive: true, p_status: "failed" })).toEqual([one.id]);
  expect(await ids({ p_by_directive: true, p_changed: false })).toEqual([one.id]);
  expect(await ids({ p_sd: one.sd_id })).toEqual([two.id, one.id]);
  expect(await ids({ p_type: "API_ENDPOINT" })).toEqual([three.id]);
  expect(await ids({ p_status: "failed" })).toEqual([one.id]);
  expect(await ids({ p_changed: true })).toEqual([two.id]);
  expect(await ids({ p_changed: false })).toEqual([one.id]);
  expect(await ids({ p_demo: true })).toEqual([three.id]);
  expect(await ids({ p_demo: false })).toEqual([two.id, one.id]);
  expect(await ids({ p_since: day(3) })).toEqual(newest);
  expect((await stranger().rpc("gallery", { p_limit: 1 })).error?.code).toBe("42501");
  await sql`delete from public.exec_implementation_sessions where started_at > '2190-01-01'`;
});

describe("a pair that a person made", () => {
  const pair = (id: string, before: string | null, after: string | null, p_id = randomUUID()) =>
    act("pair_evidence", {
      p_actor: reviewer,
      p_id,
      p_session_id: id,
      p_before: before,
      p_after: after,
    });
  const pairs = (id: string) =>
    rows(sql`
      select before_url as b, after_url as a from public.exec_evidence_pairings
      where session_id = ${id} order by 1, 2`);
  const remove = (id: string, p_list: string, p_url: string) =>
    act("remove_evidence", { p_actor: reviewer, p_session_id: id, p_list, p_url });

  test("replaces what its pictures were in, and goes with them", async () => {
    const { id } = await session({
      before_screenshots: ["1", "2"],
      after_screenshots: ["1", "3", "1"],
    });
    expect(await pair(id, "1", "3")).toBe("done");
    expect(await pair(id, "2", "1")).toBe("done");
    expect(await pairs(id)).toEqual([
      { b: "1", a: "3" },
      { b: "2", a: "1" },
    ]);
    const p_id = randomUUID();
    for (let times = 0; times < 2; times++) expect(await pair(id, "2", "3", p_id)).toBe("done");
    expect(await pairs(id)).toEqual([{ b: "2", a: "3" }]);
    expect(await pair(id, "1", null)).toBe("done");
    expect(await pair(id, null, "1")).toBe("done");
    expect(await pair(id, null, null)).toBe("23514 exec_evidence_pairings_check");
    expect(await pair(id, "3", null)).toBe("PT404 gone");
    expect(await pair(id, null, "2")).toBe("PT404 gone");
    expect(await remove(id, "after", "1")).toBe("done");
    // It stands there once more.
    expect(await pairs(id)).toEqual([
      { b: "1", a: null },
      { b: "2", a: "3" },
      { b: null, a: "1" },
    ]);
    expect(await remove(id, "after", "1")).toBe("done");
    expect(await remove(id, "before", "2")).toBe("done");
    expect(await pairs(id)).toEqual([{ b: "1", a: null }]);
    const kinds = (await eventsOf(sql, id)).map(({ kind, actor }) => kind === "pairing" && actor);
    expect(new Set(kinds.filter(Boolean))).toEqual(new Set([reviewer]));
  });
});

test("a comment at a point of a picture is there once, resolved and opened again", async () => {
  const { id } = await session({ after_screenshots: ["1"] });
  const pin = {
    p_actor: reviewer,
    p_id: randomUUID(),
    p_session_id: id,
    p_url: "1",
    p_x: 0.5,
    p_y: 1,
    p_body: "b",
  };
  expect(await act("pin_evidence", pin)).toBe("done");
  expect(await act("pin_evidence", pin)).toBe("done");
  const other = { ...pin, p_id: randomUUID() };
  expect(await act("pin_evidence", { ...other, p_x: 1.1 })).toBe(
    "23514 exec_evidence_pins_x_check",
  );
  expect(await act("pin_evidence", { ...other, p_body: " " })).toBe(
    "23514 exec_evidence_pins_body_check",
  );
  expect(await act("pin_evidence", { ...other, p_url: "2" })).toBe("PT404 gone");
  const state = () =>
    rows(sql`
      select author_name, resolved_by, resolved_at is not null as resolved
      from public.exec_evidence_pins where session_id = ${id}`);
  expect(await state()).toEqual([{ author_name: "Rea", resolved_by: null, resolved: false }]);
  const resolve = (p_resolved: boolean) =>
    act("resolve_pin", { p_actor: reviewer, p_pin_id: pin.p_id, p_resolved });
  for (let times = 0; times < 2; times++) expect(await resolve(true)).toBe("done");
  expect(await state()).toEqual([{ author_name: "Rea", resolved_by: "Rea", resolved: true }]);
  expect(await resolve(false)).toBe("done");
  expect(await state()).toEqual([{ author_name: "Rea", resolved_by: null, resolved: false }]);
  expect((await eventsOf(sql, id)).filter(({ kind }) => kind === "pin")).toHaveLength(3);
  expect(
    (await service().from("exec_evidence_pins").select("id").eq("session_id", id)).data,
  ).toHaveLength(1);
});
