import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sessions: { type: "string", default: "10000" },
    minutes: { type: "string", default: "1" },
    data: { type: "string" },
    write: { type: "boolean", default: false },
  },
});

/** The parts that are asked for; none asks for all. */
export const parts = positionals;
export const write = values.write;

/** How many sessions all parts find, and how many the largest of the databases of "size" has. */
export const sessions = Number(values.sessions);
/** How long each crowd of the part "load" stays. */
export const minutes = Number(values.minutes);

if (sessions % 1000 !== 0 || !(sessions >= 1000 && sessions <= 1_000_000) || !(minutes > 0)) {
  console.error("--sessions needs whole thousands up to 1000000, --minutes more than 0.");
  process.exit(1);
}

/** Where the data folders lie, one for each number of sessions: kept and used again, or of this run alone. */
export const keeps = values.data !== undefined;
export const data = values.data
  ? resolve(values.data)
  : mkdtempSync(join(tmpdir(), "exhibit-bench-"));
