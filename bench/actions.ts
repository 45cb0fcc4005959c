// What a click costs: from it until the page says that it was done; and the queue's one read.
import type { Browser, Page } from "@playwright/test";
import { signedIn, withBrowser } from "./browser.ts";
import { type Figure, median, middle, ms } from "./figures.ts";
import { someSessions } from "./generate.ts";
import { apiUrl, type Running, secrets } from "./instance.ts";

const RUNS = 15;
const READS = 200;
const PATIENCE = 30_000;

/** Milliseconds in the browser from the click until an element of that selector is there. */
function clickUntil(page: Page, button: string, result: string): Promise<number> {
  return page.evaluate(
    ([button, result, patience]) =>
      new Promise<number>((done, failed) => {
        const target = document.querySelector<HTMLElement>(button as string);
        if (!target) return failed(new Error(`There is no ${button}`));
        const began = performance.now();
        const watching = new MutationObserver(() => {
          if (!document.querySelector(result as string)) return;
          watching.disconnect();
          requestAnimationFrame(() => done(performance.now() - began));
        });
        watching.observe(document, { subtree: true, childList: true, attributes: true });
        setTimeout(() => failed(new Error(`No ${result} came`)), patience as number);
        target.click();
      }),
    [button, result, PATIENCE] as const,
  );
}

async function clicks(browser: Browser, app: Running): Promise<Figure[]> {
  const context = await signedIn(browser, app, { width: 1440, height: 900 });
  const page = await context.newPage();
  const steps: number[] = [];
  const toggles: number[] = [];
  const form = (to: string) => `form:has([name="to"][value="${to}"]) [type="submit"]`;
  const toggle = (complete: string) =>
    `form:has([name="complete"][value="${complete}"]) [type="submit"]`;
  for (const { id } of await someSessions(RUNS, "can be paused")) {
    await page.goto(`${app.url}/sessions/${id}`, { waitUntil: "networkidle" });
    steps.push(await clickUntil(page, form("paused"), form("active")));
    // Shown at once; its own button says so before the answer does.
    const optimistic = `${toggle("yes")} use[href="#icon-check"]`;
    if (await page.$(toggle("yes"))) {
      toggles.push(await clickUntil(page, toggle("yes"), optimistic));
      await page.waitForLoadState("networkidle");
    }
    await clickUntil(page, form("active"), form("paused"));
  }
  await context.close();
  return [
    { what: "click on a session's step, until its result is shown", value: ms(median(steps)) },
    { what: "click on a checkpoint, until it is shown as met", value: ms(median(toggles)) },
  ];
}

async function timedRead(path: string, init: RequestInit): Promise<number> {
  const began = performance.now();
  const response = await fetch(apiUrl + path, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text}`);
  if (JSON.parse(text).length === 0) throw new Error(`${path} found nothing`);
  return performance.now() - began;
}

/** The queue against the smallest read that there is: fifty rows by their primary key. */
async function queue(): Promise<Figure[]> {
  const key = secrets().secretKey;
  const headers = {
    apikey: key,
    authorization: `Bearer ${key}`,
    "content-type": "application/json",
  };
  const body = JSON.stringify({
    p_show: "all",
    p_member: "00000000-0000-4000-8000-000000000000",
    p_limit: 50,
  });
  const asked = () => timedRead("/rest/v1/rpc/review_queue", { method: "POST", headers, body });
  const plain = () =>
    timedRead("/rest/v1/exec_session_cards?select=*&order=session_id&limit=50", { headers });
  const took: number[] = [];
  const ratios: number[] = [];
  for (let i = -20; i < READS; i++) {
    const pair = i % 2 ? [await asked(), await plain()] : [await plain(), await asked()].reverse();
    if (i < 0) continue;
    took.push(pair[0] ?? Number.NaN);
    ratios.push((pair[0] ?? Number.NaN) / (pair[1] ?? Number.NaN));
  }
  return [
    {
      what: "the queue's read ÷ fifty cards by their key",
      value: `${middle(ratios)}: ${ms(median(took))}`,
    },
  ];
}

export async function measureActions(app: Running): Promise<Figure[]> {
  const clicked = await withBrowser((browser) => clicks(browser, app));
  return [
    ...(clicked ?? [{ what: "clicks", value: "not measured: this machine has no Chromium" }]),
    ...(await queue()),
  ];
}
