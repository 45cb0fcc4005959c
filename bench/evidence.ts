// The evidence viewer with few pictures and with thousands, and its difference against odiff's.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, CDPSession, Page } from "@playwright/test";
import { compare } from "odiff-bin";
import { signedIn, withBrowser } from "./browser.ts";
import { FEW, MANY, prepareSessions, type Sessions, TALL } from "./evidence-sessions.ts";
import { type Figure, median, middle, ms, quantile } from "./figures.ts";
import type { Running } from "./instance.ts";

const OPENINGS = 15;
const COMPARISONS = 9;
/** The browser's memory that a session of many pictures may take, in MB. */
const MOST_MEMORY = 300;

const stage = "main img";
const loaded = () =>
  [...document.querySelectorAll<HTMLImageElement>("main img")].some(
    (picture) => picture.complete && picture.naturalWidth > 0,
  );

/** From the address until a picture of the pair is there. */
async function open(page: Page, url: string): Promise<number> {
  const began = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForSelector(stage);
  await page.waitForFunction(loaded);
  return performance.now() - began;
}

/** What the page's own process takes, in MB; undefined where the system does not say. */
async function memoryOf(session: CDPSession): Promise<number | undefined> {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer");
  const sizes = await Promise.all(
    pages.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, "utf8").catch(() => "");
      return Number(/RssAnon:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
    }),
  );
  const known = sizes.filter(Number.isFinite);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** The milliseconds between frames while the strip moves from its start to its end. */
const scroll = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const strip = document.querySelector<HTMLElement>('nav[aria-label="All pairs"]');
        if (!strip) throw new Error("There is no strip.");
        strip.scrollLeft = 0;
        const frames: number[] = [];
        let last = performance.now();
        const frame = (now: number) => {
          frames.push(now - last);
          last = now;
          strip.scrollLeft += 60;
          if (frames.length < 300) requestAnimationFrame(frame);
          else done(frames.slice(1));
        };
        requestAnimationFrame(frame);
      }),
  );

async function opening(browser: Browser, app: Running, { few, many }: Sessions): Promise<Figure[]> {
  const ratios: number[] = [];
  const times: Record<string, number[]> = { few: [], many: [] };
  for (let i = -1; i < OPENINGS; i++) {
    const took: Record<string, number> = {};
    for (const [name, id] of i % 2 === 0
      ? [
          ["few", few],
          ["many", many],
        ]
      : [
          ["many", many],
          ["few", few],
        ]) {
      const context = await signedIn(browser, app, { width: 1440, height: 900 });
      took[name as string] = await open(
        await context.newPage(),
        `${app.url}/sessions/${id}/evidence`,
      );
      await context.close();
    }
    if (i < 0) continue;
    for (const [name, value] of Object.entries(took)) times[name]?.push(value);
    ratios.push((took.many ?? 0) / (took.few ?? 1));
  }
  return [
    {
      what: `viewer: opening ${MANY} pictures ÷ ${FEW}`,
      value: `${middle(ratios)}; ${ms(median(times.many ?? []))}, ${ms(median(times.few ?? []))}`,
      aim: "≤ 1.2",
      met: median(ratios) <= 1.2,
    },
  ];
}

async function moving(browser: Browser, app: Running, { many }: Sessions): Promise<Figure[]> {
  const context = await signedIn(browser, app, { width: 1440, height: 900 });
  const page = await context.newPage();
  await open(page, `${app.url}/sessions/${many}/evidence`);
  await page.waitForLoadState("networkidle");
  const frames = await scroll(page);
  const long = frames.filter((each) => each > 34).length;
  const switches: number[] = [];
  for (let i = 0; i < 25; i++) {
    switches.push(
      await page.evaluate(
        (key) =>
          new Promise<number>((done) => {
            const began = performance.now();
            document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
            requestAnimationFrame(() =>
              requestAnimationFrame(() => done(performance.now() - began)),
            );
          }),
        String(1 + (i % 4)),
      ),
    );
  }
  const memory = await memoryOf(await browser.newBrowserCDPSession());
  await context.close();
  return [
    {
      what: `viewer: frames while ${MANY} pictures pass in the strip`,
      value: `median ${ms(median(frames))}, 95 % within ${ms(quantile(frames, 0.95))}, ${long} of ${frames.length} over 34 ms`,
      aim: "≤ 16.7 ms",
      met: median(frames) <= 17,
    },
    { what: "viewer: a key until the other way is drawn", value: ms(median(switches)) },
    {
      what: `viewer: memory of its page after ${MANY} pictures`,
      value: memory === undefined ? "not told by this system" : `${memory.toFixed(0)} MB`,
      aim: `≤ ${MOST_MEMORY} MB`,
      met: memory === undefined ? undefined : memory <= MOST_MEMORY,
    },
  ];
}

async function timedOdiff(one: string, other: string, mask: string): Promise<number> {
  const began = performance.now();
  const found = await compare(one, other, mask, { antialiasing: true });
  if (found.match) throw new Error("odiff found no difference.");
  return performance.now() - began;
}

/** Both read the files, compare them and make the mask; the browser has them in its cache, odiff on its disk. */
async function comparing(browser: Browser, app: Running, sessions: Sessions, folder: string) {
  const { tall, before, after } = sessions;
  const context = await signedIn(browser, app, { width: 1440, height: 900 });
  const page = await context.newPage();
  const inBrowser: number[] = [];
  const native: number[] = [];
  const ratios: number[] = [];
  for (let i = -1; i < COMPARISONS; i++) {
    await open(page, `${app.url}/sessions/${tall}/evidence?way=side`);
    await page.waitForLoadState("networkidle");
    const compared = await page.evaluate(
      () =>
        new Promise<number>((done, failed) => {
          const began = performance.now();
          const watching = new MutationObserver(() => {
            const status = document.querySelector('main [role="status"]')?.textContent ?? "";
            if (status.startsWith("No mask")) failed(new Error(status));
            if (!/% changed/.test(status)) return;
            watching.disconnect();
            done(performance.now() - began);
          });
          watching.observe(document.body, { subtree: true, childList: true, characterData: true });
          document.dispatchEvent(new KeyboardEvent("keydown", { key: "5", bubbles: true }));
          setTimeout(() => failed(new Error("No difference was shown.")), 60_000);
        }),
    );
    const alone = await timedOdiff(before, after, join(folder, "mask.png"));
    if (i < 0) continue;
    inBrowser.push(compared);
    native.push(alone);
    ratios.push(compared / alone);
  }
  await context.close();
  return [
    {
      what: `difference of two ${TALL.width} × ${TALL.height} pictures ÷ odiff`,
      value: `${middle(ratios)}; ${ms(median(inBrowser))}, ${ms(median(native))}`,
      aim: "≤ 2",
      met: median(ratios) <= 2,
    },
  ];
}

export async function measureEvidence(app: Running): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), "exhibit-bench-evidence-"));
  try {
    const sessions = await prepareSessions(app, folder);
    const figures = await withBrowser(async (browser) => [
      ...(await opening(browser, app, sessions)),
      ...(await moving(browser, app, sessions)),
      ...(await comparing(browser, app, sessions, folder)),
    ]);
    return figures ?? [{ what: "viewer", value: "not measured: no Chromium here" }];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
