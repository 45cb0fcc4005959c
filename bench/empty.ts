// A page with nothing in it: what the framework alone weighs.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, root, run, stop } from "./instance.ts";

const empty = {
  "package.json": `{ "private": true, "type": "module" }`,
  "next.config.mjs": `export default { turbopack: { root: "/" } };`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.jsx": `export const dynamic = "force-dynamic";
export default function Page() { return <p>Empty</p>; }`,
};

/** Built and served by the same version of the framework for as long as the work takes. */
export async function withEmptyPage<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "exhibit-bench-empty-"));
  try {
    mkdirSync(join(folder, "app"));
    for (const [name, text] of Object.entries(empty)) writeFileSync(join(folder, name), text);
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    const next = join(root, "node_modules/next/dist/bin/next");
    const port = await freePort();
    await run([next, "build"], { cwd: folder, env: {}, ready: "Route (app)" });
    const at = ["-p", String(port), "-H", "127.0.0.1"];
    const app = await run([next, "start", ...at], { cwd: folder, env: {}, ready: "Ready in" });
    return await work(`http://127.0.0.1:${port}/`).finally(() => stop(app));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
