import { spawn } from "node:child_process";
import { cp } from "node:fs/promises";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";
import { removeFolder, temporaryFolder } from "./backend.ts";

const source = resolve(import.meta.dirname, "../..");

/** Runs the Supabase CLI on a copy of the folder `supabase`, in which it may leave its notes. */
export async function supabaseCli(...args: string[]) {
  const folder = await temporaryFolder();
  onTestFinished(() => removeFolder(folder));
  for (const part of ["config.toml", "migrations", "templates", "seed.sql"]) {
    await cp(join(source, part), join(folder, "supabase", part), { recursive: true });
  }
  const child = spawn("npx", ["--yes", "supabase@3.1.0", ...args, "--workdir", folder], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, PGSSLMODE: "disable", SUPABASE_TELEMETRY_DISABLED: "1" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((done) => child.once("exit", done));
  return { code, output };
}
