// What a real browser sees: whether anything jumps, and when the first chart stands there.
import type { Browser, Page } from "@playwright/test";
import { readThrough, signedIn, withBrowser } from "./browser.ts";
import { type Figure, median } from "./figures.ts";
import type { Running } from "./instance.ts";
import { routes } from "./routes.ts";

const RUNS = 7;
const AIM = 0.01;
const PATIENCE = 30_000;
const sizes = [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
];
const watched = ["overview", "session", "directive"];

type Seen = { shifts: number; drawn?: number };
declare global {
  interface Window {
    seen: Seen;
  }
}

/** Runs in the page before anything else does. */
function watch() {
  const seen: Seen = { shifts: 0 };
  window.seen = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      seen.shifts += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  new MutationObserver(() => {
    if (document.querySelector('[data-drawn="true"]')) seen.drawn ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributeFilter: ["data-drawn"] });
}

const charts = '[role="group"][aria-describedby$="-measures"]';

/** One that is below the first screen is scrolled to as soon as it is there. */
async function firstChart(page: Page) {
  const boxes = page.locator(charts);
  if ((await boxes.count()) === 0) return;
  await boxes.first().evaluate((box) => box.scrollIntoView({ block: "nearest" }));
  await page.waitForFunction(() => window.seen.drawn, undefined, { timeout: PATIENCE });
}

async function look(browser: Browser, app: Running, path: string, size: (typeof sizes)[number]) {
  const context = await signedIn(browser, app, size);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(app.url + path, { waitUntil: "domcontentloaded" });
  await firstChart(page);
  await readThrough(page);
  const seen = await page.evaluate(() => window.seen);
  await context.close();
  return seen;
}

export async function measureLayout(app: Running): Promise<Figure[]> {
  const pages = (await routes()).filter(({ name }) => watched.includes(name));
  const figures = await withBrowser(async (browser) => {
    const found: Figure[] = [];
    for (const { name, paths } of pages) {
      for (const size of sizes) {
        const seen: Seen[] = [];
        for (let i = 0; i < RUNS; i++) {
          seen.push(await look(browser, app, paths[i % paths.length] as string, size));
        }
        const shifts = median(seen.map((each) => each.shifts));
        const most = Math.max(...seen.map((each) => each.shifts));
        const drawn = seen.flatMap((each) => each.drawn ?? []);
        found.push(
          {
            what: `${name} at ${size.width} px: layout shift`,
            value: `${shifts.toFixed(3)} (at most ${most.toFixed(3)} in ${RUNS} views)`,
            aim: `≤ ${AIM}`,
            met: shifts <= AIM,
          },
          {
            what: `${name} at ${size.width} px: first chart drawn`,
            value: drawn.length === 0 ? "has none" : `after ${median(drawn).toFixed(0)} ms`,
          },
        );
      }
    }
    return found;
  });
  return figures ?? [{ what: "layout", value: "not measured: this machine has no Chromium" }];
}
