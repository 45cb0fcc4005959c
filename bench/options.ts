import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sessions: { type: "string", default: "10000" },
    data: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

/** The parts that are asked for; none asks for all. */
export const parts = positionals;
export const write = values.write;

/** A data folder that is kept, with what is in it, or one for this run alone. */
export const keeps = values.data !== undefined;
export const data = values.data
  ? resolve(values.data)
  : mkdtempSync(join(tmpdir(), "exhibit-bench-"));

export function sessions(): number {
  const count = Number(values.sessions);
  if (!Number.isInteger(count) || count < 100 || count > 1_000_000 || count % 20 > 0) {
    throw new Error("--sessions needs a multiple of 20 from 100 to 1000000.");
  }
  return count;
}
