// How the embedded backend starts, and what it says when it cannot.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { chown, mkdir, readdir, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { freePort, isAlive } from "./support/backend.ts";
import { allDirectives, insertDirective } from "./support/clients.ts";
import { ownFolder } from "./support/own-backend.ts";

const own = ownFolder();

describe("a start", () => {
  test("makes secrets and keys that are its owner's alone", async () => {
    const backend = await own.start();
    for (const file of ["secrets.json", "keys.env", "ports.json", "backend.log"]) {
      expect((statSync(join(own.path, file)).mode & 0o777).toString(8), file).toBe("600");
    }
    expect(statSync(own.path).mode & 0o066).toBe(0);
    expect(statSync(join(own.path, "pgdata")).mode & 0o077).toBe(0);
    expect(readFileSync(join(own.path, "keys.env"), "utf8").trim().split("\n")).toEqual([
      `NEXT_PUBLIC_SUPABASE_URL=${backend.url}`,
      `NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY=${backend.secrets.publishableKey}`,
      `SUPABASE_SERVICE_ROLE_KEY=${backend.secrets.secretKey}`,
      `DATABASE_URL=${backend.databaseUrl}`,
    ]);
    expect(new Set(Object.values(backend.secrets)).size).toBe(6);
    expect((await readdir(own.path)).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  const nobody = { uid: 65534, gid: 65534 };
  const main = fileURLToPath(new URL("../../scripts/backend/main.ts", import.meta.url));
  const other = process.getuid?.() === 0 && spawnSync("test", ["-r", main], nobody).status === 0;
  test.runIf(other)("works for another than root", async () => {
    await chown(own.path, nobody.uid, nobody.gid);
    const backend = await own.start({}, nobody);
    expect((await insertDirective(backend, "SD-NOBODY")).error).toBeNull();
    for (const path of ["secrets.json", "pgdata/PG_VERSION"]) {
      expect(statSync(join(own.path, path)).uid).toBe(nobody.uid);
    }
  });

  test("is heard on this machine alone", async () => {
    const backend = await own.start();
    const reaches = (host: string, port: number) =>
      new Promise<boolean>((done) => {
        const socket = connect({ host, port, timeout: 500 });
        const end = (answer: boolean) => () => {
          socket.destroy();
          done(answer);
        };
        socket.once("connect", end(true)).once("error", end(false)).once("timeout", end(false));
      });
    const others = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .map(({ address }) => address)
      .filter((address) => address !== "127.0.0.1")
      // All of 127.0.0.0/8 is this machine; a server on every interface would answer here.
      .concat("127.0.0.2");
    for (const port of [backend.apiPort, backend.databasePort]) {
      expect(await reaches("127.0.0.1", port)).toBe(true);
      for (const host of others) expect(await reaches(host, port), host).toBe(false);
    }
  });

  test("again keeps data, secrets and, where they are free, the ports", async () => {
    const first = await own.start();
    await insertDirective(first, "SD-KEPT");
    await first.stop();
    expect(isAlive(first.child.pid ?? 0)).toBe(false);
    const again = await own.start({ EXHIBIT_API_PORT: "", EXHIBIT_DB_PORT: "" });
    expect(again.secrets).toEqual(first.secrets);
    expect([again.apiPort, again.databasePort]).toEqual([first.apiPort, first.databasePort]);
    expect(await allDirectives(again)).toEqual(["SD-KEPT"]);
  });

  test("loads the demo data into an empty database, and not into another", async () => {
    const first = await own.start({ EXHIBIT_SEED: "" });
    const all = await allDirectives(first);
    expect(all.length).toBeGreaterThan(30);
    await first.stop();
    expect(await allDirectives(await own.start({ EXHIBIT_SEED: "" }))).toEqual(all);
  });
});

describe("a start that cannot be says why", () => {
  test.each([
    ["EXHIBIT_API_PORT", "EXHIBIT_DB_PORT"],
    ["EXHIBIT_DB_PORT", "EXHIBIT_API_PORT"],
  ])("%s is taken", async (name) => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((done) => other.listen(port, "127.0.0.1", done));
    try {
      await expect(own.start({ [name]: String(port) })).rejects.toMatchObject({
        expected: true,
        message: `Port ${port} is taken by another program. Stop it, or choose another port: ${name}=${port + 1}`,
      });
    } finally {
      other.close();
    }
  });

  test("a port that is none", async () => {
    await expect(own.start({ EXHIBIT_API_PORT: "many" })).rejects.toMatchObject({
      expected: true,
      message: expect.stringContaining("EXHIBIT_API_PORT=many is not a port"),
    });
  });

  test.each([
    ["half-made", {}, /pgdata is not a whole data folder.*db -- reset/],
    ["of another Postgres", { PG_VERSION: "16\n" }, /was made by Postgres 16; this is 17/],
    ["without its control file", { PG_VERSION: "17\n" }, /not a whole data folder/],
  ])(
    "the data folder is %s, and left as it is",
    async (_, files: Record<string, string>, message) => {
      const data = join(own.path, "pgdata");
      await mkdir(data);
      for (const [name, text] of Object.entries({ ...files, "base.txt": "somebody's" })) {
        await writeFile(join(data, name), text);
      }
      await expect(own.start()).rejects.toMatchObject({
        expected: true,
        message: expect.stringMatching(message),
      });
      expect((await readdir(data)).sort()).toEqual([...Object.keys(files), "base.txt"].sort());
      expect(readFileSync(join(data, "base.txt"), "utf8")).toBe("somebody's");
    },
  );

  test("the secrets cannot be read", async () => {
    await writeFile(join(own.path, "secrets.json"), "{ half");
    await expect(own.start()).rejects.toMatchObject({
      expected: true,
      message: expect.stringContaining("secrets.json cannot be read"),
    });
    expect(readFileSync(join(own.path, "secrets.json"), "utf8")).toBe("{ half");
  });
});
