// `npm run db -- status | migrate | check | rebuild | reset`: the embedded database.
import "./load-env.ts";
import { existsSync, rmSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import {
  databaseUrl,
  migrate,
  ownerConnection,
  pendingMigrations,
  prepare,
} from "./backend/database.ts";
import { files, folder, StartError, secrets } from "./backend/folder.ts";
import { lock, running } from "./backend/lock.ts";
import { choosePorts, lastPorts } from "./backend/ports.ts";
import { place, startPostgres, stopOrphan } from "./backend/postgres.ts";
import { report } from "./say.ts";

const usage = `npm run db -- status    what is there and what runs
npm run db -- migrate   apply the migrations that are pending
npm run db -- check     compare the cards that lists read, and the counts of the overview, with a recount
npm run db -- rebuild   make all cards and counts anew, also while agents write
npm run db -- reset     remove all data of ${folder}; the next start begins anew`;

type Database = { sql: ReturnType<typeof ownerConnection>; url: string };

/** Runs with the database, started for as long as it takes where it is not running. */
async function withDatabase(work: (database: Database) => Promise<void>) {
  const { databasePassword } = secrets();
  const connect = async (port: number) => {
    const url = databaseUrl("postgres", databasePassword, port);
    const sql = ownerConnection(url);
    await work({ sql, url }).finally(() => sql.end());
  };
  const port = running() && lastPorts().database;
  if (port) return connect(port);
  lock("the database is being looked after");
  const { database } = await choosePorts();
  const postgres = await startPostgres(database, databasePassword, () => {});
  await connect(database).finally(postgres.stop);
}

async function status() {
  const other = running();
  console.log(`Folder     ${folder}`);
  console.log(`Data       ${place().data}`);
  console.log(`Running    ${other ? `${other.appUrl} (process ${other.pid})` : "no"}`);
  if (!existsSync(place().data)) return console.log("Database   none yet; npm start makes it");
  await withDatabase(async ({ sql }) => {
    const [server] = await sql`
      select current_setting('server_version') as version,
        pg_size_pretty(pg_database_size(current_database())) as size`;
    console.log(`Postgres   ${server?.version}, ${server?.size}`);
    const pending = await pendingMigrations(sql);
    console.log(`Pending    ${pending.map(({ file }) => file).join(", ") || "no migration"}`);
    const tables = await sql`
      select relname as name, n_live_tup as rows from pg_stat_user_tables
      where schemaname = 'public' order by relname`;
    for (const { name, rows } of tables) console.log(`  ${name.padEnd(32)}about ${rows} rows`);
  });
}

async function migrateNow() {
  const wasRunning = running() !== null;
  await withDatabase(async ({ sql, url }) => {
    await prepare(sql, url, secrets());
    const count = await migrate(sql, (name) => console.log(`Applying ${name}`));
    console.log(count ? `${count} applied.` : "Nothing is pending.");
    if (count && wasRunning) console.log("Restart Exhibit: its API sees new tables after a start.");
  });
}

async function check() {
  await withDatabase(async ({ sql }) => {
    const [all] = await sql`
      select (select count(*)::int from public.exec_session_cards)
        + (select count(*)::int from public.exec_directive_cards) as cards`;
    const cards = await sql`select card, id from exhibit.card_differences() order by card, id`;
    const counts = await sql`
      select metric, day::text from exhibit.count_differences() order by metric, day`;
    if (cards.length + counts.length === 0) {
      return console.log(
        `All ${all?.cards} cards and what is counted of them are as they should be.`,
      );
    }
    console.log(
      `${cards.length} of ${all?.cards} cards differ, and ${counts.length} of the overview's counts:`,
    );
    const found = [
      ...cards.map(({ card, id }) => `${card} ${id}`),
      ...counts.map(({ metric, day }) => `count ${metric} of ${day}`),
    ];
    for (const each of found.slice(0, 10)) console.log(`  ${each}`);
    if (found.length > 10) console.log(`  and ${found.length - 10} more`);
    console.log('"npm run db -- rebuild" makes them anew.');
    process.exitCode = 1;
  });
}

async function rebuild() {
  await withDatabase(async ({ sql }) => {
    // A transaction for each thousand, so that writers never wait for long.
    let last: string | null = "00000000-0000-0000-0000-000000000000";
    while (last) {
      const rows: { last: string | null }[] =
        await sql`select exhibit.rebuild_session_cards(${last}) as last`;
      last = rows[0]?.last ?? null;
    }
    await sql`select exhibit.rebuild_directive_cards()`;
    await sql`select exhibit.rebuild_counts()`;
    const [count] = await sql`
      select (select count(*)::int from public.exec_session_cards) as sessions,
        (select count(*)::int from public.exec_directive_cards) as directives`;
    console.log(`Made anew: ${count?.sessions} sessions, ${count?.directives} directives.`);
  });
}

async function confirm(question: string): Promise<boolean> {
  if (process.argv.includes("--yes")) return true;
  if (!process.stdin.isTTY) return false;
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`${question} Type "reset" to go on: `);
  prompt.close();
  return answer.trim() === "reset";
}

async function reset() {
  const other = running();
  if (other) throw new StartError(`Exhibit is running (${other.appUrl}). Stop it first.`);
  const { data } = place();
  if (
    !(await confirm(
      `This removes every session, account, verdict and file of evidence in ${folder}.`,
    ))
  ) {
    throw new StartError("Nothing was removed. Without a terminal, confirm with --yes.");
  }
  lock("the database is being reset");
  await stopOrphan(data);
  rmSync(data, { recursive: true, force: true });
  rmSync(files.keys, { force: true });
  rmSync(files.evidence, { recursive: true, force: true });
  console.log("Removed. The next start begins anew, with the same keys.");
}

const commands: Record<string, () => Promise<unknown>> = {
  status,
  migrate: migrateNow,
  check,
  rebuild,
  reset,
};
const command = commands[process.argv[2] ?? ""];
if (command) {
  command().catch((error) => {
    report(error, "Nothing was done.");
    process.exit(1);
  });
} else {
  console.log(usage);
  process.exitCode = 1;
}
