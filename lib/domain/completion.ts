import { count, humanize } from "@/lib/format";
import { type Gate, openRequired } from "./gates";
import type { SubAgentResult } from "./sub-agents";

type Facts = {
  gates: Gate[];
  subAgents: SubAgentResult[];
  quality: number | null;
  /** Percent. */
  progress: number | null;
  coverage: number | null;
  screenshots: number;
  demos: number;
};

const names = (gates: Gate[]) => gates.map(({ name }) => name).join(", ");

/** What somebody who completes a session should know to be open, each in a sentence's part. */
export function openEnds(facts: Facts): string[] {
  const open = openRequired(facts.gates);
  const missing = facts.gates.filter(({ state }) => state === "missing");
  const bad = facts.subAgents.filter(({ outcome }) => outcome === "FAIL" || outcome === "ERROR");
  const failed = bad.map(({ type }) => (type ? humanize(type) : "unnamed")).join(", ");
  return [
    open.length > 0 && `${count(open.length, "required checkpoint")} open: ${names(open)}`,
    missing.length > 0 &&
      `${count(missing.length, "gate")} without a checkpoint: ${names(missing)}`,
    bad.length > 0 && `${count(bad.length, "sub-agent result")} failed: ${failed}`,
    facts.screenshots + facts.demos === 0 && "no screenshots and no demos",
    facts.quality === null && "no quality score",
    facts.coverage === null && "no test coverage measured",
    facts.progress !== null && facts.progress < 100 && `progress stands at ${facts.progress} %`,
  ].filter((words) => words !== false);
}

type Handoff = {
  implementation_summary: string;
  deliverables_manifest: string[] | null;
  documentation_url: string | null;
  test_report_url: string | null;
  demo_url: string | null;
};

/** What a hand-off lacks that its receiver will look for. */
export function missingFrom(handoff: Handoff, gates: Gate[]): string[] {
  const open = openRequired(gates);
  return [
    handoff.implementation_summary.trim() === "" && "a summary",
    (handoff.deliverables_manifest ?? []).length === 0 && "a list of deliverables",
    !handoff.test_report_url && "a test report",
    !handoff.documentation_url && "documentation",
    !handoff.demo_url && "a demo",
    open.length > 0 && `${count(open.length, "required checkpoint")} still to be met`,
  ].filter((words) => words !== false);
}
