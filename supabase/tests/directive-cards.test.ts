// What the list of directives says of each.
import { beforeEach, expect, onTestFinished, test } from "vitest";
import { change, directiveCardOf, staleCards } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { makeDirective, makeSession } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
let id: string;

beforeEach(async () => {
  id = await makeDirective(sql);
});

const card = () => directiveCardOf(sql, id);
const set = (values: Record<string, unknown>) =>
  sql`update public.strategic_directives_v2 set ${sql(values)} where id = ${id}`;
const day = (text: string) => new Date(`2026-11-${text}T10:20:30Z`);

test("without a session it has one too, and none once it is gone", async () => {
  await set({ updated_at: "2026-11-01T10:20:30Z" });
  expect(await card()).toEqual({
    sd_id: id,
    title: "Bottom bar on phones",
    search_text: `${id} bottom bar on phones`.toLowerCase(),
    status: "in_progress",
    priority: "high",
    target_application: null,
    sessions: 0,
    newest_session_id: null,
    session_status: null,
    implementation_type: null,
    quality_score: null,
    implementation_progress: null,
    last_activity: new Date("2026-11-01T10:20:00Z"),
    priority_rank: 2,
    quality_high_key: -1,
    quality_low_key: 101,
    progress_key: -1,
  });
  await service().from("strategic_directives_v2").delete().eq("id", id);
  expect(await card()).toBeUndefined();
});

test("its own words and rank follow it", async () => {
  const ranks: [string, number][] = [
    ["critical", 1],
    ["HIGH", 2],
    ["Medium", 3],
    ["low", 4],
    ["someday", 5],
  ];
  for (const [priority, rank] of ranks) {
    await set({ priority });
    expect(await card()).toMatchObject({ priority, priority_rank: rank });
  }
  await set({ title: "New", status: "review", target_application: "Ledger" });
  expect(await card()).toMatchObject({
    title: "New",
    status: "review",
    target_application: "Ledger",
  });
});

test("the newest session is the one that was started last", async () => {
  const old = await makeSession(sql, { sd_id: id, status: "paused", started_at: day("05") });
  const newer = await makeSession(sql, {
    sd_id: id,
    status: "failed",
    implementation_type: "API_ENDPOINT",
    quality_score: 70,
    implementation_progress: 40,
    started_at: day("08"),
  });
  expect(await card()).toMatchObject({
    sessions: 2,
    newest_session_id: newer.id,
    session_status: "failed",
    implementation_type: "API_ENDPOINT",
    quality_score: 70,
    quality_high_key: 70,
    quality_low_key: 70,
    implementation_progress: 40,
    progress_key: 40,
  });
  await change(sql, old.id, { started_at: day("09") });
  expect(await card()).toMatchObject({
    newest_session_id: old.id,
    quality_score: null,
    quality_low_key: 101,
    progress_key: 0,
  });
  await service().from("exec_implementation_sessions").delete().eq("id", old.id);
  expect(await card()).toMatchObject({ sessions: 1, newest_session_id: newer.id });
  await change(sql, newer.id, { quality_score: 0 });
  expect(await card()).toMatchObject({ quality_score: 0, quality_high_key: 0 });
});

test("its last activity is that of its sessions too, to the minute", async () => {
  await set({ updated_at: "2026-11-01T10:20:30Z" });
  const { id: session } = await makeSession(sql, { sd_id: id });
  const minute = (date: Date) => new Date(Math.floor(date.getTime() / 60_000) * 60_000);
  const [newest] = await sql`
    select max(at) as at from public.exec_session_events where session_id = ${session}`;
  expect((await card()).last_activity).toEqual(minute(newest?.at));
  await set({ updated_at: "2030-01-01T00:00:59Z" });
  expect((await card()).last_activity).toEqual(new Date("2030-01-01T00:00:00Z"));
});

test("completion sets it to what the session's score says", async () => {
  const { id: session } = await makeSession(sql, { sd_id: id, quality_score: 60 });
  await change(sql, session, { status: "completed" });
  expect(await card()).toMatchObject({
    status: "implementation_review_required",
    session_status: "completed",
  });
});

test("many at once", async () => {
  const ids = Array.from({ length: 40 }, () => unique("SD"));
  await sql`
    insert into public.strategic_directives_v2 (id, title, status, category, priority, description, rationale, scope)
    select id, 't', 'draft', 'c', 'low', 'd', 'r', 's' from unnest(${ids}::text[]) as id`;
  await sql`update public.strategic_directives_v2 set title = 'u' where id = any (${ids})`;
  const [cards] = await sql`
    select count(*)::int as cards from public.exec_directive_cards
    where sd_id = any (${ids}) and title = 'u'`;
  expect(cards?.cards).toBe(40);
  await sql`delete from public.strategic_directives_v2 where id = any (${ids})`;
  expect(await staleCards(sql, ids)).toEqual([]);
});

test("a long name of an application stands in nobody's way", async () => {
  onTestFinished(async () => {
    await sql`delete from public.exec_implementation_sessions where sd_id = ${id}`;
    await sql`delete from public.strategic_directives_v2 where id = ${id}`;
  });
  const long = Array.from({ length: 200 }, () => unique("an application")).join(" ");
  const { error } = await service()
    .from("strategic_directives_v2")
    .update({ target_application: long })
    .eq("id", id);
  expect(error).toBeNull();
  const { id: session } = await makeSession(sql, { sd_id: id });
  const [cards] = await sql`
    select c.target_application = d.target_application as same, d.target_application as name
    from public.exec_session_cards c join public.exec_directive_cards d using (sd_id)
    where session_id = ${session}`;
  expect(cards?.same).toBe(true);
  expect(long.startsWith(cards?.name)).toBe(true);
  expect(await staleCards(sql, [id])).toEqual([]);
});
