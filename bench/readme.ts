// The tables in README.md, one a part, each between two marks.
import { readFileSync, writeFileSync } from "node:fs";
import { arch, availableParallelism, platform, totalmem } from "node:os";
import { join } from "node:path";
import { sessions } from "./options.ts";

export function machine() {
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${sessions} sessions; ${availableParallelism()} cores (${platform()}, ${arch()}), ${memory} GB of memory, Node ${process.versions.node}.`;
}

export function writeDown(part: string, text: string) {
  const readme = join(import.meta.dirname, "README.md");
  const marks = new RegExp(`(?<=<!-- ${part} -->)[\\s\\S]*(?=<!-- /${part} -->)`);
  const before = readFileSync(readme, "utf8");
  if (!marks.test(before)) throw new Error(`README.md has no marks for ${part}.`);
  writeFileSync(
    readme,
    before.replace(marks, () => `\n${text}\n`),
  );
}
