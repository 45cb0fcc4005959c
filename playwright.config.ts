import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./scripts/browser.ts";

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/setup.ts",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // For a machine that is five times slower than a laptop; nothing waits so long that works.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: "list",
  use: {
    ...devices["Desktop Chrome"],
    // Set by globalSetup, before the workers read this.
    baseURL: process.env.E2E_URL,
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      executablePath: findBrowser(),
      args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
    },
  },
});
