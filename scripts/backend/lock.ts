import { spawnSync } from "node:child_process";
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { files, folder, makeFolder, StartError, writePrivate } from "./folder.ts";

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

function readRunning(file: string): Running | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** The Exhibit that runs on this folder, if one does. */
export function running(): Running | null {
  const other = readRunning(files.running);
  return other && bornAt(other.pid) === other.born ? other : null;
}

/** Takes the folder for this process until it ends. @throws {StartError} where another has it. */
export function lock(appUrl: string) {
  makeFolder();
  const mine: Running = { pid: process.pid, born: bornAt(process.pid) ?? "", appUrl };
  const draft = `${files.running}.${process.pid}`;
  writePrivate(draft, JSON.stringify(mine));
  try {
    if (existsSync(files.running) && !running()) setAside();
    // A link to a whole file: it appears at once, and fails where somebody else was faster.
    linkSync(draft, files.running);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const other = running();
    throw new StartError(
      other
        ? `Exhibit is running on ${folder} already: ${other.appUrl} (process ${other.pid}).`
        : `Another Exhibit is just starting on ${folder}.`,
    );
  } finally {
    rmSync(draft, { force: true });
  }
  process.once("exit", () => {
    if (running()?.pid === process.pid) rmSync(files.running, { force: true });
  });
}

/** Removes what a process left that ended unasked, unless somebody took the folder meanwhile. */
function setAside() {
  const aside = `${files.running}.stale.${process.pid}`;
  try {
    renameSync(files.running, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = readRunning(aside);
  if (moved && bornAt(moved.pid) === moved.born) linkSync(aside, files.running);
  rmSync(aside, { force: true });
}
