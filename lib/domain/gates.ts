export const checkpointTypes = [
  "CODE_QUALITY",
  "PERFORMANCE",
  "SECURITY",
  "TESTING",
  "ACCESSIBILITY",
  "DOCUMENTATION",
] as const;

/** Why a checkpoint need not be met, and until when (ISO). */
export type Waiver = { reason: string; endsAt: string };

export type Checkpoint = {
  id: string;
  name: string;
  type: string;
  required: boolean;
  complete: boolean;
  score: number | null;
  evidenceUrl: string | null;
  notes: string | null;
  completedAt: string | null;
  completedBy: string | null;
  /** Also one that has ended. */
  waiver?: Waiver | null;
};

/**
 * `missing`: named in `quality_gates`, and no checkpoint has that name. `waived`: open, and need not
 * be met until its waiver ends.
 */
export type Gate = {
  name: string;
  state: "met" | "open" | "waived" | "missing";
  checkpoint: Checkpoint | null;
};

/** The union of both by name: the session's own order first, then the checkpoints' order. */
export function mergeGates(
  names: readonly (string | null)[],
  checkpoints: Checkpoint[],
  now = Date.now(),
): Gate[] {
  const byName = new Map(checkpoints.map((checkpoint) => [checkpoint.name, checkpoint]));
  const all = new Set([...names.filter((name) => name !== null), ...byName.keys()]);
  return [...all].map((name) => {
    const checkpoint = byName.get(name) ?? null;
    return { name, state: checkpoint ? stateOf(checkpoint, now) : "missing", checkpoint };
  });
}

function stateOf({ complete, waiver }: Checkpoint, now: number): Gate["state"] {
  if (complete) return "met";
  return waiver && Date.parse(waiver.endsAt) > now ? "waived" : "open";
}

/** What stands between the session and its sign-off. */
export function openRequired(gates: Gate[]): Gate[] {
  return gates.filter(({ state, checkpoint }) => state === "open" && checkpoint?.required);
}
