// What somebody else did since a form was made: which of it is a reason to refuse the form.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import {
  act,
  actionsOn,
  makeMember,
  makeScene,
  newest,
  type Scene,
  stateOf,
} from "./support/acting.ts";
import { owner, service } from "./support/clients.ts";

const sql = owner();
let me: string;
let other: string;
let admin: string;

beforeAll(async () => {
  me = await makeMember(sql, "reviewer");
  other = await makeMember(sql, "reviewer");
  admin = await makeMember(sql, "admin");
});

const agent = service();
type Meanwhile = (scene: Scene) => PromiseLike<unknown>;
const session =
  (values: object): Meanwhile =>
  ({ id }) =>
    agent.from("exec_implementation_sessions").update(values).eq("id", id);
const checkpoint =
  (which: "checkpoint" | "waived", values: object): Meanwhile =>
  (scene) =>
    agent.from("exec_quality_checkpoints").update(values).eq("id", scene[which]);
const activation: Meanwhile = ({ id, sd_id }) =>
  agent.from("exec_sub_agent_activations").insert({
    session_id: id,
    sd_id,
    sub_agent_type: "TESTING",
    activation_reason: "r",
    execution_status: "FAIL",
    severity: "LOW",
    summary: "s",
  });
const handoff: Meanwhile = (scene) =>
  agent
    .from("exec_handoff_preparations")
    .update({ known_issues: ["One"] })
    .eq("id", scene.handoff);
const verdict =
  (said: string): Meanwhile =>
  ({ id, seen }) =>
    act("give_verdict", {
      p_actor: other,
      p_id: randomUUID(),
      p_session_id: id,
      p_seen: seen,
      p_values: { verdict: said },
    });
const waiver: Meanwhile = (scene) =>
  act("waive_checkpoint", { p_actor: admin, ...actionsOn(scene).waive_checkpoint.given });
const taken: Meanwhile = ({ id }) =>
  act("assign_review", { p_actor: other, p_session_id: id, p_reviewer: other });

const scores = session({ code_quality_score: 70 });
const away: Meanwhile = session({ status: "paused" });

const cases: [name: string, given: object, refused: Meanwhile[], taken: Meanwhile[]][] = [
  [
    "change_session_status",
    { p_to: "failed" },
    [away],
    [scores, activation, verdict("approve"), taken],
  ],
  [
    "edit_session",
    {},
    [session({ security_score: 1 }), session({ quality_score: 1 })],
    [
      scores,
      session({ implementation_progress: 5 }),
      activation,
      checkpoint("waived", { score: 1 }),
    ],
  ],
  [
    "edit_session",
    { p_values: { implementation_progress: 5 } },
    [session({ implementation_progress: 6 })],
    [session({ quality_score: 1 }), away],
  ],
  [
    "delete_session",
    {},
    [
      scores,
      activation,
      handoff,
      verdict("approve"),
      waiver,
      checkpoint("checkpoint", { score: 1 }),
    ],
    [taken, verdict("comment")],
  ],
  [
    "change_checkpoint",
    {},
    [checkpoint("checkpoint", { completion_notes: "n" }), waiver],
    [checkpoint("waived", { score: 1 }), scores, activation],
  ],
  [
    "waive_checkpoint",
    {},
    [checkpoint("checkpoint", { is_complete: true }), waiver],
    [checkpoint("waived", { score: 1 }), scores],
  ],
  ["lift_waiver", {}, [checkpoint("waived", { is_complete: true })], [waiver, scores]],
  [
    "give_verdict",
    {},
    [verdict("approve"), verdict("request_changes"), away],
    [verdict("comment"), scores, activation, waiver, taken],
  ],
  ["add_checkpoint", {}, [], [scores, activation]],
  ["record_activation", {}, [], [activation, away]],
  [
    "move_handoff",
    {},
    [
      (scene) =>
        agent
          .from("exec_handoff_preparations")
          .update({ handoff_status: "sent" })
          .eq("id", scene.handoff),
    ],
    [handoff, scores],
  ],
  ["assign_review", {}, [taken], [scores, verdict("comment")]],
];

describe.each(cases)("%s %j", (name, more, refused, taken) => {
  const call = async (meanwhile: Meanwhile) => {
    const scene = await makeScene(sql);
    await meanwhile(scene);
    expect(await newest(sql, scene.id), "something was done").toBeGreaterThan(scene.seen);
    const before = await stateOf(sql, scene.sd_id);
    const given = actionsOn(scene)[name as keyof ReturnType<typeof actionsOn>].given;
    const said = await act(name, { p_actor: admin, ...given, ...more });
    return { said, changed: (await stateOf(sql, scene.sd_id))[1] !== before[1] };
  };

  test.each(refused.map((meanwhile, n) => ({ meanwhile, n })))(
    "is refused after what makes a difference ($n)",
    async ({ meanwhile }) => {
      expect(await call(meanwhile)).toEqual({ said: "PT409 moved", changed: false });
    },
  );

  test.each(taken.map((meanwhile, n) => ({ meanwhile, n })))(
    "is done after what makes none ($n)",
    async ({ meanwhile }) => {
      expect((await call(meanwhile)).said).toBe("done");
    },
  );
});

test("what came between the looking and the lock is seen: the form waits for it", async () => {
  const scene = await makeScene(sql);
  const writing = await sql.reserve();
  await writing`begin`;
  await writing`
    update public.exec_implementation_sessions set security_score = 3 where id = ${scene.id}`;
  const given = { p_actor: me, ...actionsOn(scene).edit_session.given };
  const answer = act("edit_session", given);
  await new Promise((done) => setTimeout(done, 100));
  await writing`commit`;
  writing.release();
  expect(await answer).toBe("PT409 moved");
});
