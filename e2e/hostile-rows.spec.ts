import { expect, newSession, test } from "./support/world.ts";

const html = '<img src=x onerror="window.__hit=1"><script>window.__hit=1</script>';
const script = "javascript:window.__hit=1";
const rtl = "‮gnihtyna‬ مرحبا بالعالم 🧪👩🏽‍💻";
const long = "Wording".repeat(71).slice(0, 500);

test("runs nothing of what an agent wrote, and links only what is safe", async ({ page }) => {
  const { id, sd_id } = await newSession(
    {
      implementation_type: "UI_COMPONENT",
      status: "completed",
      orchestrator: html,
      session_version: rtl,
      quality_gates: [html, "", "   ", rtl, long],
      sub_agent_results: [
        { [html]: html, status: html, summary: rtl, score: "12<b>" },
        null,
        7,
        [],
      ],
      pre_impl_checklist: { [html]: true, nested: { passed: "no" } },
      performance_metrics: { [html]: [html, { __proto__: { polluted: true } }], rtl },
      security_scan_results: [null, [], {}, "", 0, false],
      accessibility_audit: html,
      before_screenshots: [script, "data:text/html,<script>1</script>", "//example.com/x.png", ""],
      after_screenshots: ["/\\example.com/x.png", `/demo/${"x".repeat(3000)}.png`, html],
      demo_urls: [
        script,
        "vbscript:x",
        "JaVaScRiPt:alert(1)",
        " https://example.com/ok ",
        "ftp://x",
      ],
    },
    `${html} ${rtl} ${long}`.slice(0, 500),
  );
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  for (const path of [
    `/sessions/${id}`,
    `/sessions?sd=${sd_id}`,
    `/gallery?sd=${sd_id}`,
    `/directives/${sd_id}/screens`,
  ]) {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await page.evaluate(() => "__hit" in window)).toBe(false);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
      const hrefs = await page
        .locator("main [href], main [src]")
        .evaluateAll((all) =>
          all.map((each) => each.getAttribute("href") ?? each.getAttribute("src")),
        );
      for (const href of hrefs) expect(href).toMatch(/^(https?:\/\/|\/(?![/\\])|#)/);
    }
  }
  expect(problems).toEqual([]);
  await page.goto(`/sessions/${id}`);
  await expect(page.getByRole("main").getByRole("link", { name: /^Demo/ })).toHaveCount(1);
  await expect(page.getByText("no address that can be shown").first()).toBeVisible();
  await expect(page.locator("main")).toContainText("javascript:window.__hit=1");
});

test("opens with a megabyte of JSON in one column, and gives it whole as a file", async ({
  page,
}) => {
  const metrics = Object.fromEntries(
    Array.from({ length: 8_000 }, (_, index) => [
      `metric_${index}`,
      { value: index, note: "x".repeat(100) },
    ]),
  );
  const { id } = await newSession({ performance_metrics: metrics });
  await page.goto(`/sessions/${id}`);
  const report = page.getByText("This is too large to show in full.");
  await expect(report.first()).toBeAttached();
  const size = await page.evaluate(() => document.documentElement.outerHTML.length);
  expect(size).toBeLessThan(2_000_000);
  const whole = await page.request.get(`/sessions/${id}/json/performance_metrics`);
  expect(Object.keys(await whole.json())).toHaveLength(8_000);
});

test("stays usable with 300 screenshots and deep nesting", async ({ page }) => {
  let deep: unknown = "bottom";
  for (let level = 0; level < 500; level++) deep = { level: deep };
  const pictures = Array.from({ length: 300 }, (_, index) => `/demo/dashboard-before.png?${index}`);
  const { id } = await newSession({
    before_screenshots: pictures,
    after_screenshots: pictures.slice(0, 20),
    accessibility_audit: deep as object,
  });
  await page.goto(`/sessions/${id}`);
  await expect(page.getByText("300 before, 20 after")).toBeVisible();
  await expect(page.getByRole("list", { name: "Pictures" }).getByRole("listitem")).toHaveCount(12);
  await expect(page.getByRole("link", { name: "See all 320 pictures" })).toBeVisible();
  const loaded = await page
    .locator("main img")
    .evaluateAll((all) => all.filter((image) => (image as HTMLImageElement).complete).length);
  expect(loaded).toBeLessThan(150);
});
