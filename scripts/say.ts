import { EnvError } from "../lib/env.ts";
import { explainFault } from "./backend/folder.ts";

const color = (code: number) => (text: string) =>
  process.stdout.isTTY ? `\x1b[${code}m${text}\x1b[0m` : text;

export const bold = color(1);
export const dim = color(2);
export const red = color(31);
export const yellow = color(33);

/** What a person can mend is told in its own words; the rest with its trace. */
export function report(error: unknown, headline: string) {
  const known = error instanceof EnvError ? error : explainFault(error);
  const text = known?.message ?? (error instanceof Error ? error.stack : String(error));
  process.stderr.write(`\n${red(headline)}\n${text}\n`);
}
