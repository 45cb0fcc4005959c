// `npm run db -- check | rebuild`, which start the database for as long as they need it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ownerConnection } from "../../scripts/backend/database.ts";
import { ownFolder } from "./support/own-backend.ts";
import { makeSession } from "./support/rows.ts";

const own = ownFolder();
const script = fileURLToPath(new URL("../../scripts/db.ts", import.meta.url));

async function db(...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { NODE_ENV: "test", PATH: process.env.PATH, EXHIBIT_DATA: own.path },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, output };
}

test("cards that differ are counted and named, and made anew", async () => {
  const backend = await own.start();
  const sql = ownerConnection(backend.databaseUrl);
  const made = [];
  for (let n = 0; n < 12; n++) made.push(await makeSession(sql));
  const gone = made[0]?.id ?? "";
  // As if triggers had been off for a while.
  await sql`update public.exec_session_cards set risk = 99`;
  await sql`
    update public.exec_session_cards set session_id = ${gone.replace(/^.{8}/, "00000000")}::uuid
    where session_id = ${gone}`;
  await sql`delete from public.exec_directive_cards where sd_id = ${made[1]?.sd_id ?? ""}`;
  await sql`
    delete from public.exec_session_count_changes
    where grain = 0 and metric = 'status:active' and id = (
      select min(id) from public.exec_session_count_changes where grain = 0 and metric = 'status:active')`;
  await sql.end();
  await backend.stop();

  const { code, output } = await db("check");
  expect(code).toBe(1);
  // The one that stands for nothing counts too, so does the one that is missing, and the
  // directive whose newest session is not found.
  expect(output).toContain("15 of 23 cards differ, and 1 of the overview's counts:");
  expect(output).toContain(`  directive ${made[1]?.sd_id}`);
  expect(output.match(/^ {2}(session|directive) /gm)).toHaveLength(10);
  expect(output).toContain("and 6 more");
  expect(await db("rebuild")).toMatchObject({
    code: 0,
    output: expect.stringContaining("Made anew: 12 sessions, 12 directives."),
  });
  expect(await db("check")).toMatchObject({
    code: 0,
    output: expect.stringContaining(
      "All 24 cards and what is counted of them are as they should be.",
    ),
  });
  // Four commands, each of which starts a database.
}, 90_000);

test("without a known word the usage is told", async () => {
  const { code, output } = await db("chekc");
  expect(code).toBe(1);
  for (const word of ["status", "migrate", "check", "rebuild", "reset"]) {
    expect(output).toContain(`npm run db -- ${word} `);
  }
});
