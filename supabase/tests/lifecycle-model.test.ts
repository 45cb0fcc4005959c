// Several people and agents act at random on a few directives; after every step the database says
// what a small model says. 200 steps; 4 for each of EXHIBIT_ROUNDS where that is set.
import { randomInt, randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { stepsFrom } from "../../lib/domain/lifecycle.ts";
import { act, makeMember, refusalOf } from "./support/acting.ts";
import { staleCards } from "./support/cards.ts";
import { type Client, service } from "./support/clients.ts";
import type { Person, Session } from "./support/lifecycle-model.ts";
import { ownBackend } from "./support/own-backend.ts";
import { numbers } from "./support/random-writes.ts";
import { ReviewModel } from "./support/review-model.ts";
import { makeDirective } from "./support/rows.ts";

const own = ownBackend();
let key: Client;
const people: Person[] = [];

beforeAll(async () => {
  key = service(own.backend);
  for (const role of ["viewer", "reviewer", "reviewer", "reviewer", "admin"] as const) {
    people.push({ id: await makeMember(own.sql, role), role });
  }
});

/** What the database says of a session, in the model's words. */
async function found() {
  const rows = await own.sql`
    select s.id, s.status, s.completed_at is not null as dated, c.waiting, c.verdict, c.quality_score,
      c.code_quality_score, c.performance_score, c.security_score, c.ux_accessibility_score,
      cardinality(c.open_required) as open, c.waiver_ends_at is not null as waived,
      (select count(*)::int from public.exec_session_events e where e.session_id = s.id) as events,
      (select array_agg(a.reviewer_id || ' ' || a.state order by a.reviewer_id)
        from public.exec_review_assignments a where a.session_id = s.id) as holdings
    from public.exec_implementation_sessions s join public.exec_session_cards c on c.session_id = s.id
    order by s.id`;
  const directives = await own.sql`
    select d.id, d.status,
      (select count(*)::int from public.exec_session_events e where e.sd_id = d.id and e.kind = 'directive') as events
    from public.strategic_directives_v2 d order by d.id`;
  return {
    sessions: rows.map((row) => ({ ...row })),
    directives: directives.map((d) => ({ ...d })),
  };
}

function expected(model: ReviewModel) {
  const sessions = model.sessions
    .filter(({ deleted }) => !deleted)
    .map((session) => ({
      id: session.id,
      status: session.status,
      dated: session.dated,
      waiting: model.waits(session),
      verdict: session.verdict,
      quality_score: model.card(session, "quality_score"),
      code_quality_score: model.card(session, "code_quality_score"),
      performance_score: model.card(session, "performance_score"),
      security_score: model.card(session, "security_score"),
      ux_accessibility_score: model.card(session, "ux_accessibility_score"),
      open: session.complete.filter((complete, n) => !complete && !session.waived[n]).length,
      waived: session.complete.some((complete, n) => !complete && session.waived[n]),
      events: session.events.length,
      holdings:
        session.holdings.size > 0
          ? [...session.holdings].map(([id, state]) => `${id} ${state}`).sort()
          : null,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const directives = [...model.directives]
    .map(([id, directive]) => ({ id, ...directive }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { sessions, directives };
}

const steps = 4 * Number(process.env.EXHIBIT_ROUNDS ?? 50);

test(`${steps} steps come to what the model says`, { timeout: 60_000 + steps * 500 }, async () => {
  // Another way each time; to go one again, put here what a failure has named.
  const seed = randomInt(2 ** 31);
  const next = numbers(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(next() * list.length)] as T;
  const model = new ReviewModel();
  for (let n = 0; n < 3; n++) {
    model.directives.set(await makeDirective(own.sql), { status: "in_progress", events: 1 });
  }
  const call = (name: string, by: Person, given: object) =>
    act(name, { p_actor: by.id, ...given }, key);
  const written = async (
    write: PromiseLike<{ error: { code: string; message: string } | null }>,
  ) => {
    const { error } = await write;
    return error ? refusalOf(error) : "done";
  };
  const checkpointsOf = async ({ id }: Session) =>
    own.sql`select id from public.exec_quality_checkpoints where session_id = ${id} order by id`;

  /** What is done, as the model and the database answer. */
  async function step(): Promise<[what: string, model: string, database: string]> {
    const [turn, by] = [next(), next() < 0.1 ? pick(people) : pick(people.slice(1))];
    const alive = model.sessions.filter(({ deleted }) => !deleted);
    const waiting = alive.filter((each) => model.waits(each));
    // What waits is reviewed more often than what does not.
    const reviewed = turn > 0.63 && turn < 0.91 && waiting.length > 0 && next() < 0.8;
    const session = next() < 0.03 ? pick(model.sessions) : pick(reviewed ? waiting : alive);
    if (!session || next() < 0.08) {
      const [id, sd] = [randomUUID(), pick([...model.directives.keys()])];
      const given = { p_id: id, p_sd_id: sd, p_type: "GENERAL_FEATURE" };
      const answer = await call("start_session", by, given);
      return ["start", model.start(by, id, sd), answer];
    }
    // Most have seen what is there; some look at what was there a few events ago.
    const seen = Math.max(1, session.events.length - (next() < 0.75 ? 0 : Math.floor(next() * 5)));
    const ids = await own.sql`
      select id from public.exec_session_events where session_id = ${session.id} order by id`;
    const about = { p_session_id: session.id, p_seen: Number(ids[seen - 1]?.id) };
    const of = Math.floor(next() * 3);
    const checkpoint = async () => ({
      p_checkpoint_id: (await checkpointsOf(session))[of]?.id ?? randomUUID(),
      p_seen: about.p_seen,
    });
    const table = key.from("exec_implementation_sessions");
    if (turn < 0.22) {
      const from = next() < 0.9 ? session.status : pick(["active", "paused", "completed"]);
      const to = pick(stepsFrom(from).map((each) => each.to));
      if (!to) return ["no step", "done", "done"];
      const answer = await call("change_session_status", by, { ...about, p_from: from, p_to: to });
      return [`${from} to ${to}`, model.move(by, session, seen, from, to), answer];
    }
    if (turn < 0.34 && !session.deleted) {
      const status = pick(["active", "paused", "completed", "completed", "completed"]);
      const answer = await written(table.update({ status }).eq("id", session.id));
      return [`agent: ${status}`, model.agentMoves(session, status), answer];
    }
    if (turn < 0.42) {
      const value = () => pick([null, null, 0, 50, 90, 95]);
      const values = {
        code_quality_score: value(),
        performance_score: value(),
        security_score: value(),
        ux_accessibility_score: value(),
      };
      const answer = await call("edit_session", by, { ...about, p_values: values });
      return [JSON.stringify(values), model.score(by, session, seen, values), answer];
    }
    if (turn < 0.46 && !session.deleted) {
      const quality_score = pick([0, 70, 80]);
      const answer = await written(table.update({ quality_score }).eq("id", session.id));
      return [`agent: ${quality_score}`, model.agentScores(session, quality_score), answer];
    }
    if (turn < 0.54) {
      const is_complete = next() < 0.7;
      const given = { ...(await checkpoint()), p_values: { is_complete } };
      const answer = await call("change_checkpoint", by, given);
      return [`checkpoint ${of}`, model.check(by, session, seen, of, is_complete), answer];
    }
    if (turn < 0.6) {
      const terms = { p_reason: "r", p_ends_at: "2100-01-01T00:00:00Z" };
      const answer = await call("waive_checkpoint", by, { ...(await checkpoint()), ...terms });
      return [`waive ${of}`, model.waive(by, session, seen, of), answer];
    }
    if (turn < 0.63) {
      const answer = await call("lift_waiver", by, await checkpoint());
      return [`lift ${of}`, model.lift(by, session, seen, of), answer];
    }
    if (turn < 0.76) {
      const verdict = pick(["approve", "request_changes", "comment"]);
      const p_then = pick([null, "reopen", "complete_directive"]);
      const given = { ...about, p_id: randomUUID(), p_values: { verdict }, p_then };
      const answer = await call("give_verdict", by, given);
      return [`${verdict} ${p_then}`, model.decide(by, session, seen, verdict, p_then), answer];
    }
    if (turn < 0.83) {
      const { data, error } = await key.rpc("take_review", { p_actor: by.id });
      const offered = model.take(by);
      if (!offered) return ["take", "PT403 not_allowed", error ? refusalOf(error) : "done"];
      const given = offered.find(({ id }) => id === data);
      if (given) model.taken(by, given);
      return [
        "take",
        offered.length > 0 ? "one of them" : "none",
        given ? "one of them" : data === null ? "none" : "another",
      ];
    }
    if (turn < 0.91) {
      const [to, was] = [pick([null, by, ...people]), pick([null, model.holder(session)])];
      const given = { p_session_id: session.id, p_was: was, p_reviewer: to?.id ?? null };
      const answer = await call("assign_review", by, given);
      return [`assign ${to?.role}`, model.assign(by, session, was, to), answer];
    }
    if (turn < 0.96) {
      const answer = await call("skip_review", by, { p_session_id: session.id });
      return ["skip", model.skip(by, session), answer];
    }
    if (turn < 0.98 && !session.deleted) {
      const { error } = await key.from("exec_handoff_preparations").insert({
        session_id: session.id,
        sd_id: session.sd,
        implementation_summary: "s",
      });
      return ["agent: hand-off", model.agentAdds(session, "handoff"), error?.code ?? "done"];
    }
    const answer = await call("delete_session", by, about);
    return ["delete", model.remove(by, session, seen), answer];
  }

  const told: string[] = [];
  const outcomes = new Set<string>();
  // It has to be no easy way.
  const refusals = () => [...outcomes].filter((each) => each !== "done").length;
  for (let n = 0; n < steps || (refusals() < 7 && n < 3 * steps); n++) {
    const [what, said, answered] = await step();
    told.push(`${what}: ${answered}`);
    outcomes.add(answered);
    const where = `seed ${seed}, step ${n}: ${told.slice(-8).join(" | ")}`;
    expect(answered, where).toBe(said);
    expect(await found(), where).toEqual(expected(model));
  }
  expect(await staleCards(own.sql), `seed ${seed}`).toEqual([]);
  expect(refusals()).toBeGreaterThan(6);
});
