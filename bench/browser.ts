import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../scripts/browser.ts";
import type { Running } from "./instance.ts";
import { login } from "./login.ts";

/** Works with a browser, which ends with it; undefined where this machine has none. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>) {
  const executablePath = findBrowser();
  if (!executablePath) return undefined;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  return work(browser).finally(() => browser.close());
}

/** A window of its own with nothing in its cache, in which somebody is signed in. */
export async function signedIn(
  browser: Browser,
  app: Running,
  size: { width: number; height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: size });
  const cookies = (await login()).cookie.split("; ").map((part) => {
    const at = part.indexOf("=");
    return { name: part.slice(0, at), value: part.slice(at + 1), url: app.url };
  });
  await context.addCookies(cookies);
  return context;
}

/** Down to the page's end as a person reads it, until each chart that came into view is drawn. */
export async function readThrough(page: Page) {
  await page.evaluate(async () => {
    const rest = () => new Promise((done) => setTimeout(done, 150));
    const end = () => document.documentElement.scrollHeight - innerHeight;
    for (let y = 0; y < end(); y += innerHeight / 2) {
      scrollTo(0, y);
      await rest();
    }
    scrollTo(0, end());
    await rest();
  });
  await page.waitForLoadState("networkidle");
}
