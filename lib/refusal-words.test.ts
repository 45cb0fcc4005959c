import { expect, test } from "vitest";
import { Refusal, written } from "./refusal";
import { constraints, refusalWords } from "./refusal-words";

const met = (code: string, constraint: string) =>
  new Refusal(code, `new row for relation "t" violates constraint "${constraint}"`);

test("each constraint has its sentence, and every sentence is one", () => {
  expect(Object.keys(constraints).length).toBeGreaterThan(30);
  for (const [name, words] of Object.entries(constraints)) {
    expect(refusalWords(met("23514", name)), name).toBe(words);
    expect(words, name).toMatch(/^[A-Z].*\.$/);
    expect(words, name).not.toMatch(/_|constraint|violat/);
  }
});

test.each([
  [
    '23505: duplicate key value violates unique constraint "exec_implementation_sessions_sd_id_status_key"',
    "This directive already has a session in that status. It can have one in each.",
  ],
  [
    '23505: duplicate key value violates unique constraint "strategic_directives_v2_pkey"',
    "There is already a directive with this id.",
  ],
  [
    '23505: duplicate key value violates unique constraint "exec_handoff_preparations_pkey"',
    "This was sent before, and is there already.",
  ],
  [
    '23503: insert or update on table "exec_quality_checkpoints" violates foreign key constraint "exec_quality_checkpoints_session_id_fkey"',
    "This session was deleted meanwhile.",
  ],
  ['23505: duplicate key value violates unique constraint "x"', "There is one of these already."],
  ['23503: violates foreign key constraint "x"', "Something that this belongs to is gone."],
  ['23502: null value in column "title"', "Something that has to be there is missing."],
  ["PT409: moved", "Somebody else was faster. Look at what is there now, then decide again."],
  ["PT404: gone", "This was deleted meanwhile."],
  ["PT403: not_allowed", "Your role was changed meanwhile, and does not allow this any more."],
  ["40001: could not serialize", "Two writes met each other. Nothing was changed; try again."],
  ["40P01: deadlock detected", "Two writes met each other. Nothing was changed; try again."],
  ["22P02: invalid input syntax", "The database does not take this value. Nothing was changed."],
  ["PT422: constructor", "The database does not take this value. Nothing was changed."],
  [
    '23514: violates check constraint "toString"',
    "The database does not take this value. Nothing was changed.",
  ],
])("%s", (said, words) => {
  const [code = "", message = ""] = said.split(/: (.*)/s);
  expect(refusalWords(new Refusal(code, message))).toBe(words);
});

test.each(["23505", "23514", "PT409", "22P02", "40001"])("%s is a refusal", async (code) => {
  const answer = Promise.resolve({ data: null, error: { code, message: "no" } });
  await expect(written(answer)).rejects.toBeInstanceOf(Refusal);
});

test.each(["", "08006", "57014", "42501", "PGRST301", "XX000"])(
  "after %j it is not known whether it was done",
  async (code) => {
    const answer = Promise.resolve({ data: null, error: { code, message: "no" } });
    await expect(written(answer)).rejects.toMatchObject({ name: "BackendError" });
  },
);
