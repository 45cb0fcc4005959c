// What a person waits for in a real browser: the main part of a page, and what a click leads to.
import type { Browser, Page } from "@playwright/test";
import { signedIn, withBrowser } from "./browser.ts";
import { type Figure, median, quantile } from "./figures.ts";
import type { Running } from "./instance.ts";
import { routes } from "./routes.ts";
import { timed } from "./timed.ts";

const VIEWS = 9;
const CLICKS = 15;
const size = { width: 1440, height: 900 };

type Vitals = { largest: number; shifts: number };
declare global {
  interface Window {
    vitals: Vitals;
  }
}

/** Runs in the page before anything else does. */
function watch() {
  const vitals: Vitals = { largest: 0, shifts: 0 };
  window.vitals = vitals;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) vitals.largest = entry.startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      vitals.shifts += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

async function look(browser: Browser, url: string, app: Running): Promise<Vitals> {
  const context = await signedIn(browser, app, size);
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(url, { waitUntil: "networkidle" });
  const vitals = await page.evaluate(() => window.vitals);
  await context.close();
  return vitals;
}

const words = (times: number[]) =>
  `${median(times).toFixed(0)} ms (95 % within ${quantile(times, 0.95).toFixed(0)} ms)`;

async function paints(browser: Browser, app: Running): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, paths } of await routes()) {
    const seen: Vitals[] = [];
    for (let i = 0; i < VIEWS; i++) {
      seen.push(await look(browser, app.url + paths[i % paths.length], app));
    }
    const shifts = median(seen.map((each) => each.shifts));
    figures.push(
      {
        what: `${name}: largest contentful paint`,
        value: words(seen.map(({ largest }) => largest)),
        aim: "≤ 2500 ms",
        met: median(seen.map(({ largest }) => largest)) <= 2500,
      },
      {
        what: `${name}: layout shift while it loads`,
        value: shifts.toFixed(3),
        aim: "≤ 0.01",
        met: shifts <= 0.01,
      },
    );
  }
  return figures;
}

const row = 'table tbody tr:first-child a[href^="/sessions/"]';
const first = (page: Page) => page.locator(row).first().getAttribute("href");

/** From the click until another session stands first. */
function untilOthers(page: Page, before: string | null, click: () => Promise<void>) {
  return timed(async () => {
    await click();
    await page.waitForFunction(
      ([row, before]) => {
        const now = document.querySelector(row as string)?.getAttribute("href");
        return now && now !== before;
      },
      [row, before] as const,
    );
  });
}

type Click = { name: string; take: (page: Page) => Promise<number> };

const clicks: Click[] = [
  {
    name: "sort",
    take: async (page) =>
      untilOthers(page, await first(page), () =>
        page.getByRole("columnheader", { name: "Quality" }).getByRole("link").click(),
      ),
  },
  {
    name: "next page",
    take: async (page) =>
      untilOthers(page, await first(page), () => page.locator('a[rel="next"]').click()),
  },
  {
    name: "filter",
    take: async (page) => {
      await page.locator("summary", { hasText: "Status" }).first().click();
      await page.locator('input[name="status"][value="failed"]').check();
      return untilOthers(page, await first(page), () =>
        page.locator('details[open] button[type="submit"]').click(),
      );
    },
  },
  {
    name: "open",
    take: (page) =>
      timed(async () => {
        await page.locator(row).first().click();
        await page.waitForFunction(
          () =>
            /^\/sessions\/[0-9a-f-]{36}$/.test(location.pathname) &&
            document.querySelector("main h1"),
        );
      }),
  },
];

async function clicked(browser: Browser, app: Running): Promise<Figure[]> {
  const context = await signedIn(browser, app, size);
  const page = await context.newPage();
  const figures: Figure[] = [];
  for (const { name, take } of clicks) {
    const times: number[] = [];
    for (let i = -2; i < CLICKS; i++) {
      await page.goto(`${app.url}/sessions`, { waitUntil: "networkidle" });
      const took = await take(page);
      if (i >= 0) times.push(took);
    }
    figures.push({
      what: `sessions: click on ${name}, until what it leads to is shown`,
      value: words(times),
    });
  }
  await context.close();
  return figures;
}

export async function measureVitals(app: Running): Promise<Figure[]> {
  const figures = await withBrowser(async (browser) => [
    ...(await paints(browser, app)),
    ...(await clicked(browser, app)),
  ]);
  return figures ?? [{ what: "vitals", value: "not measured: this machine has no Chromium" }];
}
