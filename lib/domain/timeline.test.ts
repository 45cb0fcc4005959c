import { expect, test } from "vitest";
import { type Event, tell } from "./timeline";

const event = (values: Partial<Event>): Event => ({
  kind: "session",
  action: "changed",
  label: null,
  old: null,
  new: null,
  ...values,
});

test.each<[string, Partial<Event>]>([
  [
    "Session started, UI component",
    { action: "created", new: { implementation_type: "UI_COMPONENT" } },
  ],
  ["Session started", { action: "created", new: {} }],
  ["Session recorded as failed", { action: "created", new: { status: "failed" } }],
  ["Session completed", { new: { status: "completed" } }],
  ["Session updated", { new: { quality_score: 80 } }],
  ["Session deleted", { action: "deleted", old: { status: "active" } }],
  [
    "Checkpoint completed: Load test",
    { kind: "checkpoint", label: "Load test", new: { is_complete: true } },
  ],
  [
    "Checkpoint reopened: Load test",
    { kind: "checkpoint", label: "Load test", new: { is_complete: false } },
  ],
  ["Checkpoint changed: Load test", { kind: "checkpoint", label: "Load test", new: { score: 3 } }],
  [
    "Checkpoint added: Load test",
    { kind: "checkpoint", action: "created", label: "Load test", new: {} },
  ],
  [
    "Put together: a.png and b.png",
    {
      kind: "pairing",
      action: "created",
      new: { before_url: "https://x.test/a.png", after_url: "/demo/b.png" },
    },
  ],
  [
    "Said to have no partner: a.png",
    { kind: "pairing", action: "created", new: { before_url: "/a.png" } },
  ],
  [
    "No longer put together by hand: a.png and b.png",
    { kind: "pairing", action: "deleted", old: { before_url: "/a.png", after_url: "/b.png" } },
  ],
  ["Pin set on a.png", { kind: "pin", action: "created", new: { url: "/a.png", x: 0.5 } }],
  ["Pin resolved", { kind: "pin", old: { resolved_at: null }, new: { resolved_at: "2026-03-01" } }],
  [
    "Pin opened again",
    { kind: "pin", old: { resolved_at: "2026-03-01" }, new: { resolved_at: null } },
  ],
  [
    "Testing sub-agent: review required",
    {
      kind: "activation",
      action: "created",
      label: "TESTING",
      new: { execution_status: "REVIEW_REQUIRED" },
    },
  ],
  ["Hand-off sent", { kind: "handoff", new: { handoff_status: "sent" } }],
  ["Changes requested", { kind: "review", action: "created", new: { verdict: "request_changes" } }],
  ["Something changed", { kind: "something" }],
  ["Directive created", { kind: "directive", action: "created", new: { status: "draft" } }],
  ["Directive became in progress", { kind: "directive", new: { status: "in_progress" } }],
  ["Directive changed", { kind: "directive", new: { title: "Another" } }],
  ["Directive deleted", { kind: "directive", action: "deleted", old: { status: "draft" } }],
  ["PRD-SD-1 became approved", { kind: "prd", label: "PRD-SD-1", new: { status: "approved" } }],
  ["PRD REQ-1 created", { kind: "prd", action: "created", label: "REQ-1", new: {} }],
  ["PRD changed", { kind: "prd", new: { title: "Another" } }],
])("%s", (title, values) => {
  expect(tell(event(values)).title).toBe(title);
});

test("a change says which value became which, in words", () => {
  const { changes } = tell(
    event({
      old: {
        quality_score: 0,
        security_score: 71,
        after_screenshots: null,
        sub_agent_results: { omitted: 9000 },
      },
      new: {
        quality_score: 80,
        security_score: 95,
        after_screenshots: ["a", "b"],
        sub_agent_results: [],
        status: "completed",
        completed_at: "2026-11-12T10:00:00+00:00",
      },
    }),
  );
  expect(changes).toEqual([
    { field: "quality", from: "0 or not scored", to: "80" },
    { field: "security", from: "71", to: "95" },
    { field: "after screenshots", from: "none", to: "2 entries" },
    { field: "sub agent results", from: "a long value", to: "0 entries" },
    { field: "completed at", from: "none", to: "12 Nov 2026, 10:00 UTC" },
  ]);
});

test("of a document it says what people changed, in their words", () => {
  const { changes } = tell(
    event({
      kind: "directive",
      old: { sd_type: null, progress: 0, target_application: "EHG", updated_by: "Ana" },
      new: { sd_type: "feature", progress: 40, target_application: null, updated_by: "Bo" },
    }),
  );
  expect(changes).toEqual([
    { field: "type", from: "none", to: "feature" },
    { field: "progress", from: "0", to: "40" },
    { field: "application", from: "EHG", to: "none" },
  ]);
});

test("whatever was written there is told without failing", () => {
  for (const value of [null, 3, "text", [1], { deep: { er: true } }]) {
    expect(() => tell(event({ old: value, new: value }))).not.toThrow();
  }
  const long = tell(event({ new: { summary: "x".repeat(500) } })).changes[0];
  expect(long?.to).toHaveLength(81);
});

test.each<[string, Partial<Event>]>([
  ["Ana joined as viewer", { action: "created", new: { name: "Ana", role: "viewer" } }],
  ["Ana became admin (was viewer)", { old: { role: "viewer" }, new: { role: "admin" } }],
  ["Anna is called Ana now", { old: { name: "Anna" }, new: { name: "Ana" } }],
  [
    "Anna is called Ana now and became admin (was viewer)",
    { old: { name: "Anna", role: "viewer" }, new: { name: "Ana", role: "admin" } },
  ],
  ["Ana changed", { old: null, new: null }],
  ["Ana was removed", { action: "deleted", old: { name: "Ana" } }],
])("of a member: %s", (title, values) => {
  expect(tell(event({ kind: "member", label: "Ana", ...values }))).toEqual({ title, changes: [] });
});
