// `npm run types`: lib/supabase/database.types.ts, from a freshly migrated database. With --check
// it only says whether the file is what it would write.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { root } from "./backend/folder.ts";
import { launchBackend } from "./backend/launch.ts";

const target = join(root, "lib/supabase/database.types.ts");

/** The Supabase CLI's own generator. It is large, so it is fetched when it is wanted. */
function generateTypes(databaseUrl: string): string {
  const printed = execFileSync(
    "npx",
    ["--yes", "supabase@3.1.0", "gen", "types", `--remote=${databaseUrl}`, "--schema=public"],
    { cwd: root, encoding: "utf8", env: { ...process.env, PGSSLMODE: "disable" }, stdio: "pipe" },
  );
  // It also prints how it connected.
  const types = printed.slice(printed.indexOf("export type Json"));
  return execFileSync(
    join(root, "node_modules/.bin/biome"),
    ["format", "--stdin-file-path=types.ts", "--config-path", root],
    { encoding: "utf8", input: types },
  );
}

async function main() {
  const folder = mkdtempSync(join(tmpdir(), "exhibit-types-"));
  const { child, ready } = launchBackend({
    ...process.env,
    EXHIBIT_DATA: folder,
    EXHIBIT_SEED: "off",
  });
  const ended = new Promise((done) => child.once("exit", done));
  try {
    await ready;
    const keys = parseEnv(readFileSync(join(folder, "keys.env"), "utf8"));
    const types = generateTypes(keys.DATABASE_URL ?? "");
    if (readFileSync(target, "utf8") === types) return console.log("The types are up to date.");
    if (!process.argv.includes("--check")) {
      writeFileSync(target, types);
      return console.log("The types are written.");
    }
    console.error('The types do not fit the database any more. Run "npm run types".');
    process.exitCode = 1;
  } finally {
    if (child.connected) child.disconnect();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
