import { describe, expect, it } from "vitest";
import { missingFrom, openEnds } from "./completion";
import { mergeGates } from "./gates";
import { checkpoint } from "./gates.fixture";
import { fromJson } from "./sub-agents";

const done = {
  gates: [],
  subAgents: [],
  quality: 90,
  progress: 100,
  coverage: 80,
  screenshots: 2,
  demos: 0,
};

describe("what is open when a session is completed", () => {
  it("is nothing where all is there", () => {
    expect(openEnds(done)).toEqual([]);
  });

  it("names required checkpoints that are open, but not those that are met, waived or optional", () => {
    const waiver = { reason: "no device here", endsAt: "2099-01-01T00:00:00Z" };
    const gates = mergeGates(
      ["Load test"],
      [
        checkpoint("Unit tests"),
        checkpoint("Review", { complete: true }),
        checkpoint("Print layout", { required: false }),
        checkpoint("Cross-browser", { waiver }),
        checkpoint("Rollback", { waiver: { ...waiver, endsAt: "2020-01-01T00:00:00Z" } }),
      ],
    );
    expect(openEnds({ ...done, gates })).toEqual([
      "2 required checkpoints open: Unit tests, Rollback",
      "1 gate without a checkpoint: Load test",
    ]);
  });

  it("names what failed and what nobody measured", () => {
    const subAgents = fromJson([
      { sub_agent_type: "SECURITY", status: "FAIL" },
      { sub_agent_type: "TESTING", status: "PASS" },
    ]);
    const open = openEnds({
      ...done,
      subAgents,
      quality: null,
      coverage: null,
      progress: 60,
      screenshots: 0,
    });
    expect(open).toEqual([
      "1 sub-agent result failed: Security",
      "no screenshots and no demos",
      "no quality score",
      "no test coverage measured",
      "progress stands at 60 %",
    ]);
  });
});

describe("what a hand-off lacks", () => {
  const whole = {
    implementation_summary: "All of it",
    deliverables_manifest: ["app"],
    documentation_url: "/docs",
    test_report_url: "/report",
    demo_url: "/demo",
  };

  it("is nothing where all is there", () => {
    expect(missingFrom(whole, [])).toEqual([]);
  });

  it("is each thing that its receiver would look for", () => {
    const empty = {
      implementation_summary: " ",
      deliverables_manifest: null,
      documentation_url: null,
      test_report_url: null,
      demo_url: null,
    };
    expect(missingFrom(empty, mergeGates([], [checkpoint("Review")]))).toEqual([
      "a summary",
      "a list of deliverables",
      "a test report",
      "documentation",
      "a demo",
      "1 required checkpoint still to be met",
    ]);
  });
});
