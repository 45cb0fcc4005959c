import type { Json } from "@/lib/supabase/database.types";

export const outcomes = ["FAIL", "ERROR", "REVIEW_REQUIRED", "WARNING", "PASS"] as const;
export type Outcome = (typeof outcomes)[number];

export const severities = ["CRITICAL", "HIGH", "MEDIUM", "LOW"] as const;

export const activationTypes = [
  "SECURITY",
  "DATABASE",
  "VALIDATION",
  "TESTING",
  "PERFORMANCE",
  "DESIGN",
  "DEBUGGING",
] as const;

/** What only a session's JSON names otherwise counts as OTHER. */
const agentTypes = [...activationTypes, "OTHER"] as const;

/** Every TYPE:OUTCOME that a card's `agent_results` can hold. */
export const agentResults = agentTypes.flatMap((type) =>
  outcomes.map((outcome) => `${type}:${outcome}` as const),
);

/** One entry, whether it came from the session's JSON or from the activations' table. */
export type SubAgentResult = {
  source: "session" | "activation" | "both";
  type: string | null;
  outcome: Outcome | null;
  /** What the writer called the outcome, where it is none of ours. */
  status: string | null;
  severity: string | null;
  score: number | null;
  reason: string | null;
  summary: string | null;
  recommendations: string[];
  at: string | null;
  took: number | null;
  /** Whatever the fields above do not show. Shown as it is; null when nothing is left. */
  rest: Json;
};

const known = new Set([
  "sub_agent_type",
  "activation_reason",
  "status",
  "summary",
  "score",
  "severity",
  "recommendations",
  "executed_at",
]);

/**
 * The session's `sub_agent_results`, which should be a list of objects and may be anything. What a
 * field cannot take stays in `rest`, so that nothing is lost.
 */
export function fromJson(value: Json | undefined): SubAgentResult[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.map(entry);
  if (typeof value === "object" && Object.keys(value).length === 0) return [];
  return [entry(value)];
}

function entry(value: Json): SubAgentResult {
  if (value === null || typeof value !== "object" || Array.isArray(value)) {
    return { ...blank, source: "session", rest: value };
  }
  const rest = Object.entries(value).filter(([key, field]) => {
    return !known.has(key) || !isShown(key, field);
  });
  const status = text(value.status);
  return {
    source: "session",
    type: text(value.sub_agent_type),
    outcome: outcomeOf(status),
    status,
    severity: text(value.severity),
    score: number(value.score),
    reason: text(value.activation_reason),
    summary: text(value.summary),
    recommendations: texts(value.recommendations) ?? [],
    at: text(value.executed_at),
    took: null,
    rest: rest.length > 0 ? Object.fromEntries(rest) : null,
  };
}

const blank: Omit<SubAgentResult, "source" | "rest"> = {
  type: null,
  outcome: null,
  status: null,
  severity: null,
  score: null,
  reason: null,
  summary: null,
  recommendations: [],
  at: null,
  took: null,
};

function isShown(key: string, field: Json | undefined): boolean {
  if (field === null) return true;
  if (key === "recommendations") return texts(field) !== null;
  return key === "score" ? number(field) !== null : text(field) !== null;
}

export function outcomeOf(status: string | null): Outcome | null {
  const word = status
    ?.trim()
    .toUpperCase()
    .replace(/[\s-]+/g, "_");
  return outcomes.find((outcome) => outcome === word) ?? null;
}

/**
 * An agent's result usually stands in both places. Where type, outcome and summary agree it is one
 * result: the activation, which tells more, with what only the session's entry says.
 */
export function merge(activations: SubAgentResult[], listed: SubAgentResult[]): SubAgentResult[] {
  const open = [...listed];
  const merged = activations.map((activation) => {
    const index = open.findIndex(
      ({ type, outcome, summary }) =>
        summary !== null &&
        summary === activation.summary &&
        outcome === activation.outcome &&
        type === activation.type,
    );
    const [twin] = index < 0 ? [] : open.splice(index, 1);
    if (!twin) return activation;
    const rest =
      twin.rest === null ? activation.rest : { activation: activation.rest, session: twin.rest };
    return { ...activation, source: "both" as const, score: activation.score ?? twin.score, rest };
  });
  return [...merged, ...open];
}

/** Worst first; what nobody can judge comes after what failed and before what passed. */
export function worstFirst(results: SubAgentResult[]): SubAgentResult[] {
  const rank = ({ outcome }: SubAgentResult) => (outcome ? outcomes.indexOf(outcome) : 2.5);
  return results.toSorted((a, b) => rank(a) - rank(b));
}

function text(value: Json | undefined): string | null {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}

function texts(value: Json | undefined): string[] | null {
  if (typeof value === "string") return [value];
  if (!Array.isArray(value)) return null;
  const all = value.map(text);
  return all.every((item) => item !== null) ? all : null;
}

/** Some writers send numbers as text. */
function number(value: Json | undefined): number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || !/^\s*-?\d+(\.\d+)?\s*$/.test(value)) return null;
  return Number(value);
}
