// `npm test`: unit, database and browser tests, and whether the generated types are up to date.
// Ends with one line that adds them up.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./backend/folder.ts";
import { installBrowser } from "./browser.ts";

type Result = { passed: number; failed: number };

const reports = mkdtempSync(join(tmpdir(), "exhibit-reports-"));

function run(name: string, command: string, ...args: string[]) {
  console.log(`\n# ${name}\n`);
  return spawnSync(join(root, "node_modules/.bin", command), args, {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, "browser.json"),
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
}

/** A runner that died before it wrote its report has failed, whatever else it said. */
function read(file: string, status: number | null, count: (report: never) => Result): Result {
  try {
    const result = count(JSON.parse(readFileSync(join(reports, file), "utf8")) as never);
    return status !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function vitest(): Result {
  const file = "vitest.json";
  const outcome = run(
    "Unit and database tests",
    "vitest",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${join(reports, file)}`,
  );
  return read(
    file,
    outcome.status,
    (report: { numPassedTests: number; numFailedTests: number }) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }),
  );
}

function playwright(): Result {
  installBrowser();
  const outcome = run("Browser tests", "playwright", "test", "--reporter=list,json");
  type Stats = { stats: { expected: number; flaky: number; unexpected: number } };
  return read("browser.json", outcome.status, ({ stats }: Stats) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
  }));
}

function types(): Result {
  const { status } = run("Generated types", "node", "scripts/types.ts", "--check");
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const results = [types(), vitest(), playwright()];
rmSync(reports, { recursive: true, force: true });
const sum = (key: keyof Result) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") > 0 ? 1 : 0;
