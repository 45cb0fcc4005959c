// The Storage API of @supabase/lite in front of a test's database, over real HTTP. It is experimental
// there: where the bytes lie is ours (in memory), because embedders cannot use its own file store; who
// may do what, the routes and the answers are its.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { App } from "@supabase/lite";
import { apiConnection } from "../../../scripts/backend/connection.ts";
import type { Sql } from "../../../scripts/backend/database.ts";
import { type Connection, freePort } from "./backend.ts";

const migration = new URL("../../migrations/20261126090100_evidence_bucket.sql", import.meta.url);

type Kept = { bytes: Buffer; mimetype: string; cacheControl: string };

function memory() {
  const kept = new Map<string, Kept>();
  const metadata = ({ bytes, mimetype, cacheControl }: Kept) => ({
    mimetype,
    cacheControl,
    eTag: `"${createHash("md5").update(bytes).digest("hex")}"`,
    contentLength: bytes.length,
    size: bytes.length,
    lastModified: new Date(),
  });
  return {
    kept,
    adapter: {
      uploadObject: async (
        bucket: string,
        key: string,
        _version: string | undefined,
        body: ReadableStream<Uint8Array> | Uint8Array,
        mimetype: string,
        cacheControl: string,
      ) => {
        const bytes = Buffer.from(await new Response(body as BodyInit).arrayBuffer());
        const file = { bytes, mimetype, cacheControl };
        kept.set(`${bucket}/${key}`, file);
        return metadata(file);
      },
      getObject: async (bucket: string, key: string) => {
        const file = kept.get(`${bucket}/${key}`);
        return file ? { body: file.bytes, metadata: metadata(file) } : { body: null };
      },
      deleteObject: async (bucket: string, key: string) => void kept.delete(`${bucket}/${key}`),
    },
  };
}

/** With the bucket as our migration makes it, once its schema is there. */
export async function startStorage({ databaseUrl, secrets }: Connection, sql: Sql) {
  process.env.EXPERIMENTAL_STORAGE = "1";
  const app = new App({
    connection: apiConnection(databaseUrl),
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
    },
    storage: { enabled: true },
    options: { server: { admin: false, disableStudio: true } },
  });
  const { kept, adapter } = memory();
  app._storageAdapter = adapter as never;
  await app.ensureSystemSchema();
  await sql.unsafe("grant usage on schema storage to anon, authenticated, service_role");
  await sql.unsafe(
    "grant all on all tables in schema storage to anon, authenticated, service_role",
  );
  await sql.unsafe(readFileSync(migration, "utf8"));
  const port = await freePort();
  const server = serve({ fetch: (request) => app.fetch(request), hostname: "127.0.0.1", port });
  return {
    url: `http://127.0.0.1:${port}`,
    kept,
    stop: async () => {
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await app.connection.close();
    },
  };
}
