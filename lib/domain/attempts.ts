import { formatDuration } from "@/lib/format";
import { checkpointChanges, demoChanges, gateChanges, pictureChanges, rise } from "./attempt-lists";
import { subAgentChanges } from "./attempt-sub-agents";
import type { Gate } from "./gates";
import { domains } from "./scores";
import { goesOn } from "./session";
import type { SubAgentResult } from "./sub-agents";

type Domain = (typeof domains)[number]["key"];

/** A session as one of several tries at its directive, or beside others. */
export type Attempt = {
  id: string;
  directive: { id: string; title: string };
  status: string;
  type: string;
  quality: number | null;
  domains: Record<Domain, number | null>;
  /** Percent. */
  coverage: number | null;
  /** Percent. */
  progress: number | null;
  gates: Gate[];
  /** Worst first. */
  subAgents: SubAgentResult[];
  /** Addresses as the agent wrote them, without the empty ones. */
  pictures: { before: string[]; after: string[] };
  demos: string[];
  startedAt: string | null;
  endedAt: string | null;
  /** Milliseconds; up to now while it goes on. */
  took: number | null;
  stale: boolean;
  /** What speaks against it, in words, heaviest first. */
  concerns: string[];
  /** Kinds of records of which there may be more than were read. */
  cut: string[];
};

export type Direction = "better" | "worse" | "neutral";

/** `from` and `to` say in words what was there and what is there now. */
export type Change = {
  what: Measure["what"] | "gates" | "checkpoints" | "subAgents" | "pictures" | "demos" | "took";
  from: string;
  to: string;
  words: string;
  direction: Direction;
};

type Measure = {
  what: "quality" | Domain | "coverage" | "progress";
  label: string;
  unit: "" | " %";
  /** What it is called where there is none. */
  absent: string;
  of: (attempt: Attempt) => number | null;
};

/** The numbers of an attempt of which more is better, in the order in which they stand. */
export const measures: Measure[] = [
  {
    what: "quality",
    label: "Quality",
    unit: "",
    absent: "not scored",
    of: ({ quality }) => quality,
  },
  ...domains.map(({ key, label }) => ({
    what: key,
    label,
    unit: "" as const,
    absent: "not scored",
    of: (attempt: Attempt) => attempt.domains[key],
  })),
  {
    what: "coverage",
    label: "Test coverage",
    unit: " %",
    absent: "not measured",
    of: ({ coverage }) => coverage,
  },
  {
    what: "progress",
    label: "Progress",
    unit: " %",
    absent: "unknown",
    of: ({ progress }) => progress,
  },
];

/** What is different in the second, in the order in which a person wants to know it. */
export function changes(before: Attempt, after: Attempt): Change[] {
  return [
    ...measures.flatMap((measure) => measureChange(measure, before, after)),
    ...gateChanges(before.gates, after.gates),
    ...checkpointChanges(before.gates, after.gates),
    ...subAgentChanges(before.subAgents, after.subAgents),
    ...pictureChanges(before.pictures, after.pictures),
    ...demoChanges(before.demos, after.demos),
    ...durationChange(before, after),
  ];
}

function measureChange(measure: Measure, before: Attempt, after: Attempt): Change[] {
  const { what, label, unit, absent, of } = measure;
  const [old, now] = [of(before), of(after)];
  if (old === now) return [];
  const name = label.startsWith("UX") ? label : label.toLowerCase();
  const say = (value: number | null) => (value === null ? absent : `${value}${unit}`);
  const [from, to] = [say(old), say(now)];
  const verb = unit ? "" : " scored";
  let words = `${name} ${old} → ${to}`;
  if (old === null) words = `${name}${verb} ${to} (was ${absent})`;
  if (now === null) words = `${name} ${absent} (was ${from})`;
  return [{ what, from, to, words, direction: rise(old, now) }];
}

/** "4 h", "4 h so far", "unknown" */
export function tookWords({ took, status }: Pick<Attempt, "took" | "status">): string {
  if (took === null) return "unknown";
  return goesOn(status) ? `${formatDuration(took)} so far` : formatDuration(took);
}

function durationChange(before: Attempt, after: Attempt): Change[] {
  const [from, to] = [tookWords(before), tookWords(after)];
  if (from === to) return [];
  return [{ what: "took", from, to, words: `duration ${from} → ${to}`, direction: "neutral" }];
}
