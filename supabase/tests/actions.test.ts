// Who may do what people do: tried through the API, judged by the rows.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { act, actionsOn, makeMember, makeScene, type Scene, stateOf } from "./support/acting.ts";
import { eventsOf } from "./support/cards.ts";
import { type Client, owner, person, service, stranger } from "./support/clients.ts";
import { makePeople } from "./support/rows.ts";

const sql = owner();
const roles = ["viewer", "reviewer", "admin"] as const;
const clients = {} as Record<(typeof roles)[number], Client>;
const actors = {} as Record<(typeof roles)[number], string>;
let scene: Scene;

beforeAll(async () => {
  scene = await makeScene(sql);
  for (const role of roles) {
    clients[role] = (await person(role)).client;
    actors[role] = await makeMember(sql, role);
  }
});

type Name = keyof ReturnType<typeof actionsOn>;
const names: Name[] = [
  "start_session",
  "change_session_status",
  "edit_session",
  "delete_session",
  "add_checkpoint",
  "change_checkpoint",
  "waive_checkpoint",
  "lift_waiver",
  "record_activation",
  "record_handoff",
  "move_handoff",
  "give_verdict",
  "take_review",
  "assign_review",
  "assign_reviews",
  "skip_review",
  "pair_evidence",
  "pin_evidence",
  "resolve_pin",
  "remove_evidence",
];

test("every action is in this sweep", () => {
  expect(Object.keys(actionsOn(scene))).toEqual(names);
});

describe.each(names)("%s", (name) => {
  test("is not callable but with the service key", async () => {
    const before = await stateOf(sql, scene.sd_id);
    const given = { ...actionsOn(scene)[name].given, p_actor: actors.admin };
    for (const client of [stranger(), ...Object.values(clients)]) {
      expect(await act(name, given, client)).toBe("42501");
    }
    expect(await stateOf(sql, scene.sd_id)).toEqual(before);
  });

  test("is refused to whoever is not in the team, or not as what it takes", async () => {
    const removed = await makeMember(sql, "admin");
    await sql`delete from public.team_members where user_id = ${removed}`;
    const [account] = await makePeople(sql, 1);
    const { given, least } = actionsOn(scene)[name];
    const lesser = least === "admin" ? [actors.viewer, actors.reviewer] : [actors.viewer];
    const before = await stateOf(sql, scene.sd_id);
    for (const p_actor of [...lesser, account, removed, randomUUID(), null]) {
      const { error, status } = await service().rpc(name, { ...given, p_actor });
      expect([status, error?.code, error?.message]).toEqual([403, "PT403", "not_allowed"]);
    }
    expect(await act(name, given), "nobody is named").toBe("PGRST202");
    expect(await stateOf(sql, scene.sd_id)).toEqual(before);
  });

  // Those are about whatever waits, and about many, of which each is answered for.
  const action = actionsOn({} as Scene)[name];
  const about = "about" in action ? action.about : undefined;
  test.each(about ? [about] : [])("of nothing finds nothing", async (about) => {
    const { given } = actionsOn(scene)[name];
    const before = await stateOf(sql, scene.sd_id);
    const { error, status } = await service().rpc(name, {
      ...given,
      [about]: about === "p_sd_id" ? "SD-NOWHERE" : randomUUID(),
      p_actor: actors.admin,
    });
    expect([status, error?.code, error?.message]).toEqual([404, "PT404", "gone"]);
    expect(await stateOf(sql, scene.sd_id)).toEqual(before);
  });

  test("is done for whoever may, once, and the history names them", async () => {
    const own = await makeScene(sql);
    const { given, least } = actionsOn(own)[name];
    const before = await stateOf(sql, own.sd_id);
    const call = () => act(name, { ...given, p_actor: actors[least] });
    expect(await call()).toBe("done");
    if (name === "take_review") return;
    const after = await stateOf(sql, own.sd_id);
    if (name !== "assign_review") expect(after).not.toEqual(before);
    const events = (await eventsOf(sql, own.id)).filter(({ id }) => id > own.seen);
    for (const { actor } of events) expect(actor).toBe(actors[least]);
    // The same form a second time: it is refused, or does nothing.
    expect(["done", "PT409 moved", "PT404 gone"]).toContain(await call());
    expect(await stateOf(sql, own.sd_id)).toEqual(after);
  });
});

test("nothing of who acted and why reaches the next request", async () => {
  const { id, seen } = await makeScene(sql);
  const given = { p_session_id: id, p_seen: seen, p_from: "completed", p_to: "active" };
  const reopened = await act("change_session_status", {
    ...given,
    p_actor: actors.reviewer,
    p_reason: "Only for this one",
  });
  expect(reopened).toBe("done");
  const table = service().from("exec_implementation_sessions");
  // As many as find every connection of the pool.
  await Promise.all(
    Array.from({ length: 20 }, (_, n) => table.update({ test_coverage_pct: n + 1 }).eq("id", id)),
  );
  const events = (await eventsOf(sql, id)).filter((event) => event.id > seen);
  expect(events).toHaveLength(21);
  expect(events.map(({ actor, note }) => [actor, note])).toEqual([
    [actors.reviewer, "Only for this one"],
    ...Array.from({ length: 20 }, () => [null, null]),
  ]);
});
