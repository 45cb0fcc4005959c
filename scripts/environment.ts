import { existsSync, readFileSync } from "node:fs";
import { parseEnv as parseEnvFile } from "node:util";
import { type Env, namesProject, parseEnv } from "../lib/env.ts";
import { files, StartError } from "./backend/folder.ts";
import { running } from "./backend/lock.ts";

/** What a command talks to: the project that the environment names, or the embedded one that runs. */
export function environment(): Env {
  if (namesProject(process.env)) return parseEnv(process.env);
  const other = running();
  if (!other || !existsSync(files.keys)) {
    throw new StartError('Exhibit is not running. Start it with "npm start" first.');
  }
  const keys = parseEnvFile(readFileSync(files.keys, "utf8"));
  const given = {
    EXHIBIT_URL: other.appUrl,
    EXHIBIT_FILES: files.evidence,
    ...process.env,
    ...keys,
  };
  return parseEnv(given);
}
