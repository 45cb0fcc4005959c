import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { ownerConnection, type Sql } from "../../../scripts/backend/database.ts";
import { type Backend, removeFolder, startBackend, temporaryFolder } from "./backend.ts";

type Own = { backend: Backend; sql: Sql };

/**
 * One backend for a whole file, in place of the shared one. What is to be in its database is made
 * before a restart, because the server sees a new table or function only then.
 */
export function ownBackend(statements?: string): Own {
  const own = {} as Own;
  let folder: string;
  beforeAll(async () => {
    folder = await temporaryFolder();
    own.backend = await startBackend(folder);
    if (statements) {
      const sql = ownerConnection(own.backend.databaseUrl);
      await sql.unsafe(statements);
      await sql.end();
      await own.backend.stop();
      own.backend = await startBackend(folder);
    }
    own.sql = ownerConnection(own.backend.databaseUrl, 3);
  });
  afterAll(async () => {
    await own.sql?.end();
    await own.backend?.stop();
    await removeFolder(folder);
  });
  return own;
}

type OwnFolder = {
  path: string;
  start: (
    environment?: Record<string, string>,
    identity?: Parameters<typeof startBackend>[2],
  ) => Promise<Backend>;
};

/** A folder for each test of a file; what was started on it is ended with it. */
export function ownFolder(): OwnFolder {
  let started: Backend[] = [];
  const own: OwnFolder = {
    path: "",
    start: async (environment, identity) => {
      const backend = await startBackend(own.path, environment, identity);
      started.push(backend);
      return backend;
    },
  };
  beforeEach(async () => {
    own.path = await temporaryFolder();
    started = [];
  });
  afterEach(async () => {
    await Promise.all(started.map((backend) => backend.stop()));
    await removeFolder(own.path);
  });
  return own;
}
