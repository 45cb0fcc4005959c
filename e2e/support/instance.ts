import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { freePort } from "../../supabase/tests/support/backend.ts";

const root = resolve(import.meta.dirname, "../..");

/** `npm start` as a person would run it, with ports of its own. */
export async function startExhibit(env: Record<string, string>) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["scripts/start.ts"], {
    cwd: root,
    env: { ...process.env, PORT: String(port), ...env },
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  let output = "";
  await new Promise<void>((ready, failed) => {
    const read = (text: Buffer) => {
      output += text;
      if (output.includes("Exhibit is ready.")) ready();
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    ended.then((code) => failed(new Error(`Exhibit ended with ${code}:\n${output}`)));
  });
  return {
    url,
    output: () => output,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
