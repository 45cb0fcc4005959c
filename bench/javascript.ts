// What a browser must load of scripts before a page works, against an empty page of the framework.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Figure } from "./figures.ts";
import { someIds } from "./generate.ts";
import { freePort, type Running, root, run, stop } from "./instance.ts";
import { login, view } from "./login.ts";

const AIM = 1.1;

const empty = {
  "package.json": `{ "private": true, "type": "module" }`,
  "next.config.mjs": `export default { turbopack: { root: "/" } };`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.jsx": `export const dynamic = "force-dynamic";
export default function Page() { return <p>Empty</p>; }`,
};

/** An app of one page with nothing in it, built and served by the same version of the framework. */
async function startEmpty(folder: string): Promise<Running> {
  mkdirSync(join(folder, "app"));
  for (const [name, text] of Object.entries(empty)) writeFileSync(join(folder, name), text);
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const next = join(root, "node_modules/next/dist/bin/next");
  const port = await freePort();
  await run([next, "build"], { cwd: folder, env: {}, ready: "Route (app)" });
  const at = ["-p", String(port), "-H", "127.0.0.1"];
  const app = await run([next, "start", ...at], { cwd: folder, env: {}, ready: "Ready in" });
  return { ...app, url: `http://127.0.0.1:${port}` };
}

/** Gzipped bytes of the scripts that the page's HTML names, and how many those are. */
async function scriptsOf(url: string, cookie: string) {
  const html = await view(url, cookie);
  const sources = [...html.matchAll(/<script\b[^>]*>/g)]
    .map(([tag]) => (/\bnomodule\b/i.test(tag) ? undefined : /\bsrc="([^"]+)"/.exec(tag)?.[1]))
    .filter((source) => source !== undefined);
  let bytes = 0;
  for (const source of new Set(sources)) {
    const response = await fetch(new URL(source.replaceAll("&amp;", "&"), url));
    if (!response.ok) throw new Error(`${source} answered ${response.status}`);
    bytes += gzipSync(await response.text(), { level: 9 }).length;
  }
  return { bytes, count: new Set(sources).size };
}

const words = ({ bytes, count }: { bytes: number; count: number }) =>
  `${(bytes / 1000).toFixed(1)} kB gz in ${count} scripts`;

export async function measureJavaScript(exhibit: Running): Promise<Figure[]> {
  const cookie = await login();
  const [id] = await someIds(1);
  const folder = mkdtempSync(join(tmpdir(), "exhibit-bench-empty-"));
  try {
    const app = await startEmpty(folder);
    const nothing = await scriptsOf(`${app.url}/`, "");
    await stop(app);
    const figures: Figure[] = [
      { what: "first-load JavaScript: empty page", value: words(nothing) },
    ];
    for (const [name, path] of [
      ["list", "/sessions"],
      ["detail", `/sessions/${id}`],
    ]) {
      const scripts = await scriptsOf(exhibit.url + path, cookie);
      const ratio = scripts.bytes / nothing.bytes;
      figures.push({
        what: `first-load JavaScript: ${name} ÷ empty page`,
        value: `${ratio.toFixed(3)} (${words(scripts)})`,
        aim: `≤ ${AIM}`,
        met: ratio <= AIM,
      });
    }
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
