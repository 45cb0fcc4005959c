// What a browser must load of scripts before a page works, against an empty page of the framework,
// and what it fetches later, where charts come into view.
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { readThrough, signedIn, withBrowser } from "./browser.ts";
import { withEmptyPage } from "./empty.ts";
import type { Figure } from "./figures.ts";
import type { Running } from "./instance.ts";
import { login, view } from "./login.ts";
import { routes } from "./routes.ts";

const AIM = 1.1;

type Script = { text: string; bytes: number };

async function load(url: string): Promise<Script> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const text = await response.text();
  return { text, bytes: gzipSync(text, { level: 9 }).length };
}

/** The scripts that the page's HTML names, by their address. */
async function namedIn(url: string, cookie: string): Promise<Map<string, Script>> {
  const html = await view(url, cookie);
  const sources = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => (/\bnomodule\b/i.test(tag) ? undefined : /\bsrc="([^"]+)"/.exec(tag)?.[1]))
    .filter((source) => source !== undefined)
    .map((source) => new URL(source.replaceAll("&amp;", "&"), url).href);
  const found = new Map<string, Script>();
  for (const source of new Set(sources)) found.set(source, await load(source));
  return found;
}

/** Those that a browser fetches besides while somebody reads the page to its end. */
async function fetchedLater(browser: Browser, app: Running, path: string, first: Set<string>) {
  const context = await signedIn(browser, app, { width: 1440, height: 900 });
  const page = await context.newPage();
  const sources = new Set<string>();
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") sources.add(response.url());
  });
  await page.goto(app.url + path, { waitUntil: "networkidle" });
  await readThrough(page);
  await context.close();
  return Promise.all([...sources].filter((source) => !first.has(source)).map(load));
}

/** What recharts calls one of its parts, in a script that holds it. */
const draws = ({ text }: Script) => text.includes("recharts-cartesian-axis-tick-value");

const weight = (scripts: Script[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0);
const words = (scripts: Script[]) =>
  `${(weight(scripts) / 1000).toFixed(1)} kB gz in ${scripts.length} script${scripts.length === 1 ? "" : "s"}`;

async function measureWith(app: Running, browser?: Browser): Promise<Figure[]> {
  const empty = await withEmptyPage(async (url) => [...(await namedIn(url, "")).values()]);
  const { cookie } = await login();
  const figures: Figure[] = [{ what: "first-load JavaScript: empty page", value: words(empty) }];
  const early: string[] = [];
  let seen = false;
  for (const { name, paths } of [{ name: "sign-in", paths: ["/sign-in"] }, ...(await routes())]) {
    const path = paths[0] as string;
    const named = await namedIn(app.url + path, name === "sign-in" ? "" : cookie);
    const first = [...named.values()];
    const later = browser && (await fetchedLater(browser, app, path, new Set(named.keys())));
    if (first.some(draws)) early.push(name);
    seen ||= later?.some(draws) ?? false;
    const ratio = weight(first) / weight(empty);
    figures.push({
      what: `first-load JavaScript: ${name} ÷ empty page`,
      value: `${ratio.toFixed(3)} (${words(first)}${later?.length ? `; later ${words(later)}` : ""})`,
      aim: `≤ ${AIM}`,
      met: ratio <= AIM,
    });
  }
  if (browser && !seen)
    throw new Error("No page fetched recharts: its name in scripts has changed.");
  figures.push({
    what: "first loads that hold recharts",
    value: early.join(", ") || "none",
    aim: "none",
    met: early.length === 0,
  });
  return figures;
}

export const measureJavaScript = async (app: Running): Promise<Figure[]> =>
  (await withBrowser((browser) => measureWith(app, browser))) ?? measureWith(app);
