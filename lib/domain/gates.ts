export const checkpointTypes = [
  "CODE_QUALITY",
  "PERFORMANCE",
  "SECURITY",
  "TESTING",
  "ACCESSIBILITY",
  "DOCUMENTATION",
] as const;

export type Checkpoint = {
  name: string;
  type: string;
  required: boolean;
  complete: boolean;
  score: number | null;
  evidenceUrl: string | null;
  notes: string | null;
  completedAt: string | null;
  completedBy: string | null;
};

/** `missing`: named in `quality_gates`, and no checkpoint has that name. */
export type Gate = {
  name: string;
  state: "met" | "open" | "missing";
  checkpoint: Checkpoint | null;
};

/** The union of both by name: the session's own order first, then the checkpoints' order. */
export function mergeGates(names: readonly (string | null)[], checkpoints: Checkpoint[]): Gate[] {
  const byName = new Map(checkpoints.map((checkpoint) => [checkpoint.name, checkpoint]));
  const all = new Set([...names.filter((name) => name !== null), ...byName.keys()]);
  return [...all].map((name) => {
    const checkpoint = byName.get(name) ?? null;
    const state = !checkpoint ? "missing" : checkpoint.complete ? "met" : "open";
    return { name, state, checkpoint };
  });
}

/** What stands between the session and its sign-off. */
export function openRequired(gates: Gate[]): Gate[] {
  return gates.filter(({ state, checkpoint }) => state === "open" && checkpoint?.required);
}
