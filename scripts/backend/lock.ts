import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { files, folder, makeFolder, StartError } from "./folder.ts";

export type Running = { pid: number; born: string; appUrl: string };

/** When a process began, to tell it from a later one with the same number; null if it is gone. */
function bornAt(pid: number): string | null {
  const stat = `/proc/${pid}/stat`;
  if (existsSync(stat)) {
    // The name in brackets may hold spaces; the 20th field behind it is the start time.
    return readFileSync(stat, "utf8").split(") ").at(-1)?.split(" ")[19] ?? null;
  }
  const ps = spawnSync("ps", ["-p", String(pid), "-o", "lstart="], { encoding: "utf8" });
  return ps.stdout?.trim() || null;
}

/** The Exhibit that runs on this folder, if one does. */
export function running(): Running | null {
  if (!existsSync(files.running)) return null;
  try {
    const other: Running = JSON.parse(readFileSync(files.running, "utf8"));
    return bornAt(other.pid) === other.born ? other : null;
  } catch {
    return null;
  }
}

/** Takes the folder for this process until it ends. @throws {StartError} where another has it. */
export function lock(appUrl: string) {
  makeFolder();
  const other = running();
  if (other) {
    throw new StartError(
      `Exhibit is running on ${folder} already: ${other.appUrl} (process ${other.pid}).`,
    );
  }
  rmSync(files.running, { force: true });
  const mine: Running = { pid: process.pid, born: bornAt(process.pid) ?? "", appUrl };
  try {
    // Fails where somebody else was faster.
    const handle = openSync(files.running, "wx", 0o600);
    writeSync(handle, JSON.stringify(mine));
    closeSync(handle);
  } catch {
    throw new StartError(`Another Exhibit is just starting on ${folder}.`);
  }
  process.once("exit", () => rmSync(files.running, { force: true }));
}
