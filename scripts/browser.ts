import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

/** A Chromium that is on this machine, or undefined. */
export function findBrowser(): string | undefined {
  return [
    process.env.CHROMIUM,
    chromium.executablePath(),
    // Starts and opens pages in about half the time of the whole browser.
    "/usr/bin/chromium-headless-shell",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ].find((path) => path && existsSync(path));
}

/** Playwright's own where it can be downloaded, else the system's package. @throws {Error} */
export function installBrowser() {
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { stdio: "inherit", timeout: 5 * 60_000 }).status === 0;
  if (findBrowser()) return;
  run("npx", "playwright", "install", "chromium");
  if (findBrowser()) return;
  if (process.getuid?.() === 0) {
    run("apt-get", "update");
    const install = (name: string) =>
      run("apt-get", "install", "-y", "--no-install-recommends", name);
    // Older releases have but the whole browser.
    if (!install("chromium-headless-shell")) install("chromium");
  }
  if (!findBrowser()) {
    throw new Error("No Chromium. Install one, or name one: CHROMIUM=/path/to/chromium npm test");
  }
}
