// Lighthouse on the main pages. It is no dependency, as it brings more than a hundred packages: it
// is fetched for this part alone, so that this part has to be asked for.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../scripts/browser.ts";
import type { Figure } from "./figures.ts";
import type { Running } from "./instance.ts";
import { login } from "./login.ts";
import { routes } from "./routes.ts";

const PACKAGE = "lighthouse@13.5.0";
const shown = ["overview", "sessions", "session", "directives", "directive", "gallery", "reviews"];

type Report = {
  runtimeError?: { message: string };
  categories: Record<string, { title: string; score: number | null }>;
  audits: Record<string, { displayValue?: string }>;
};

function report(url: string, cookie: string, folder: string): Report {
  const file = join(folder, "report.json");
  const { status, stderr } = spawnSync(
    "npx",
    [
      "--yes",
      PACKAGE,
      url,
      "--quiet",
      "--preset=desktop",
      "--only-categories=performance,accessibility,best-practices",
      "--output=json",
      `--output-path=${file}`,
      `--extra-headers=${JSON.stringify({ Cookie: cookie })}`,
      "--chrome-flags=--headless=new --no-sandbox",
    ],
    { encoding: "utf8", env: { ...process.env, CHROME_PATH: findBrowser() } },
  );
  if (status !== 0) throw new Error(`Lighthouse did not go through:\n${stderr}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

export async function measureLighthouse(app: Running): Promise<Figure[]> {
  const { cookie } = await login();
  const folder = mkdtempSync(join(tmpdir(), "exhibit-bench-lighthouse-"));
  try {
    return (await routes())
      .filter(({ name }) => shown.includes(name))
      .map(({ name, paths }) => {
        const { categories, audits, runtimeError } = report(app.url + paths[0], cookie, folder);
        if (runtimeError) throw new Error(runtimeError.message);
        const scores = Object.values(categories).map(
          ({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`,
        );
        const value = (id: string) => audits[id]?.displayValue?.replaceAll("\u00a0", " ") ?? "none";
        return {
          what: `${name}: Lighthouse, desktop`,
          value: `${scores.join(", ")}; largest paint ${value("largest-contentful-paint")}, blocked ${value("total-blocking-time")}, shift ${value("cumulative-layout-shift")}`,
        };
      });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
