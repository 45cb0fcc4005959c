import { createHash, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The checkout that this script belongs to. */
export const root = resolve(import.meta.dirname, "../..");

/** Where the embedded backend keeps what is its own. Outside git, readable by its owner alone. */
export const folder = resolve(process.env.EXHIBIT_DATA ?? join(root, ".exhibit"));

export const files = {
  secrets: join(folder, "secrets.json"),
  /** What an agent needs, as an env file. */
  keys: join(folder, "keys.env"),
  ports: join(folder, "ports.json"),
  running: join(folder, "running.json"),
  log: join(folder, "backend.log"),
  /** Screenshots and demos, where nobody names another folder. */
  evidence: join(folder, "files"),
};

/** Tells this folder from others where they share a place. */
export const folderId = createHash("sha256").update(folder).digest("hex").slice(0, 12);

export type Secrets = {
  jwtSecret: string;
  publishableKey: string;
  secretKey: string;
  /** Of the database's owner, `postgres`. */
  databasePassword: string;
  /** Of the role that the API connects as. */
  apiPassword: string;
  demoPassword: string;
};

/** Something that a person can mend; the message says how. */
export class StartError extends Error {
  name = "StartError";
}

/** What a person can do about an error, where that is known. */
export function explainFault(error: unknown): StartError | null {
  if (error instanceof StartError) return error;
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "53100") {
    return new StartError(
      "The disk is full. Free some space and start again; nothing that was saved is lost.",
    );
  }
  if (code === "EACCES" || code === "EROFS") {
    return new StartError(`${path} cannot be written. Give this user the right to, or move it.`);
  }
  return null;
}

/** As root, the database's user passes through to its data; each file is closed by itself. */
export function makeFolder() {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  mkdirSync(folder, { recursive: true, mode });
  chmodSync(folder, mode);
}

/** Whole or not at all, readable by its owner alone. */
export function writePrivate(path: string, text: string) {
  const draft = `${path}.${process.pid}.new`;
  writeFileSync(draft, text, { mode: 0o600, flush: true });
  renameSync(draft, path);
}

/** The secrets of this folder, made at random on the first start. */
export function secrets(): Secrets {
  if (!existsSync(files.secrets)) {
    if (existsSync(join(folder, "pgdata/global/pg_control"))) {
      throw new StartError(
        `${files.secrets} is gone, and with it the way into the data beside it. Restore it, or remove ${folder} to begin anew; that removes its data too.`,
      );
    }
    const random = (bytes: number) => randomBytes(bytes).toString("base64url");
    const made: Secrets = {
      jwtSecret: random(48),
      publishableKey: `sb_publishable_${random(24)}`,
      secretKey: `sb_secret_${random(32)}`,
      databasePassword: random(24),
      apiPassword: random(24),
      demoPassword: random(9),
    };
    makeFolder();
    writePrivate(files.secrets, `${JSON.stringify(made, null, 2)}\n`);
  }
  chmodSync(files.secrets, 0o600);
  try {
    return JSON.parse(readFileSync(files.secrets, "utf8"));
  } catch {
    throw new StartError(
      `${files.secrets} cannot be read. Restore it, or remove ${folder} to begin anew; that removes its data too.`,
    );
  }
}
