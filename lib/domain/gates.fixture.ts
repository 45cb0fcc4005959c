import type { Checkpoint } from "./gates";

/** One that is required and open, but for what is changed. */
export function checkpoint(name: string, change: Partial<Checkpoint> = {}): Checkpoint {
  return {
    id: name,
    name,
    type: "TESTING",
    required: true,
    complete: false,
    score: null,
    evidenceUrl: null,
    notes: null,
    completedAt: null,
    completedBy: null,
    ...change,
  };
}
