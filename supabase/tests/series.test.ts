// The functions behind charts and filters that are no panel of the overview.
import { randomUUID } from "node:crypto";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { change } from "./support/cards.ts";
import { type Client, owner, person } from "./support/clients.ts";
import { makeDirective, makeSession } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
let viewer: Client;
beforeAll(async () => {
  viewer = (await person("viewer")).client;
});

type Step = { session_id: string; at: string; changes: Record<string, unknown> };
async function history(ids: string[]): Promise<Step[]> {
  const { data, error } = await viewer.rpc("session_history", { p_session_ids: ids });
  expect(error).toBeNull();
  return data;
}
const folded = (steps: Step[]) => Object.assign({}, ...steps.map(({ changes }) => changes));

test("each change is a step, in order, without the zeros that nobody measured", async () => {
  const { id } = await makeSession(sql);
  await change(sql, id, { quality_score: 80 });
  await change(sql, id, { quality_gates: ["not a number"] });
  await change(sql, id, { quality_score: 0, implementation_progress: 50 });
  await change(sql, id, { status: "completed", security_score: null });
  const steps = await history([id]);
  expect(steps.map(({ changes }) => changes)).toEqual([
    { status: "active", implementation_progress: 0 },
    { quality_score: 80 },
    { quality_score: 0, implementation_progress: 50 },
    { status: "completed", security_score: null },
  ]);
  const times = steps.map(({ at }) => Date.parse(at));
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

/** A long life, as its events tell it: two scores by turns, and progress that rises. */
async function longLife(changes: number) {
  const { id, sd_id } = await makeSession(sql);
  await sql`
    insert into public.exec_session_events (session_id, sd_id, kind, action, record_id, new)
    select ${id}, ${sd_id}, 'session', 'changed', ${id},
      jsonb_build_object('quality_score', n % 101, 'implementation_progress', n * 100 / ${changes}::int)
    from generate_series(1, ${changes}::int) n`;
  onTestFinished(async () => {
    await sql`delete from public.exec_implementation_sessions where id = ${id}`;
    await sql`delete from public.exec_session_events where session_id = ${id}`;
  });
  return id;
}

test("more than 400 are folded, and the last values are those that the session has", async () => {
  const id = await longLife(900);
  const steps = await history([id]);
  expect(steps.length).toBeGreaterThan(350);
  expect(steps.length).toBeLessThanOrEqual(398);
  expect(folded(steps)).toMatchObject({ quality_score: 900 % 101, implementation_progress: 100 });
  // In order, and spread over the whole.
  const progress = steps.map(({ changes }) => Number(changes.implementation_progress));
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect(progress[200]).toBeGreaterThan(40);
  expect(progress[200]).toBeLessThan(60);
});

test("long lives of several sessions come whole", async () => {
  const ids = [await longLife(500), await longLife(500), await longLife(500)];
  const steps = await history(ids);
  for (const id of ids) {
    const own = steps.filter(({ session_id }) => session_id === id);
    expect(folded(own)).toMatchObject({ quality_score: 500 % 101, implementation_progress: 100 });
  }
});

test("several sessions come each with their own, twenty at most", async () => {
  const made = [];
  for (let n = 0; n < 22; n++) {
    const { id } = await makeSession(sql, { implementation_progress: n });
    made.push(id);
  }
  const steps = await history(made);
  expect(new Set(steps.map(({ session_id }) => session_id))).toEqual(new Set(made.slice(0, 20)));
  for (const [n, id] of made.slice(0, 20).entries()) {
    const own = steps.filter(({ session_id }) => session_id === id);
    expect(folded(own).implementation_progress).toBe(n);
  }
  expect(await history([])).toEqual([]);
  expect(await history([randomUUID()])).toEqual([]);
});

test("target applications are told once each, in order", async () => {
  const [first, second] = [unique("App A"), unique("App B")];
  for (const target_application of [second, first, second, null]) {
    await makeDirective(sql, { target_application });
  }
  const { data, error } = await viewer.rpc("target_applications");
  expect(error).toBeNull();
  const names = data.map(
    ({ target_application }: { target_application: string }) => target_application,
  );
  expect(names).toEqual(expect.arrayContaining([first, second]));
  const [known] = await sql`
    select array_agg(distinct left(target_application, 200) order by left(target_application, 200)) as names
    from public.strategic_directives_v2 where target_application is not null`;
  expect(names).toEqual(known?.names.slice(0, 100));
});
