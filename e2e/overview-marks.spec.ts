import { overview, ownSessions, tile } from "./support/overview.ts";
import { expect, type Page, test } from "./support/world.ts";

test("a mark leads to the sessions behind it", async ({ page }) => {
  const app = await ownSessions();
  await page.goto(overview(app, "&period=all"));
  const chart = page.locator("#bands");
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-drawn]")).toBeVisible();
  await chart.locator(".recharts-bar-rectangle rect").first().click();
  await expect(page).toHaveURL(/\/sessions\?.*band=excellent/);
  await expect(page.locator("tbody tr")).toHaveCount(1);
});

test("a keyboard alone goes from a tile to its list, and through a chart to its sessions", async ({
  page,
}) => {
  const app = await ownSessions();
  await page.goto(overview(app));
  const reach = async (there: ReturnType<Page["locator"]>) => {
    for (let presses = 0; presses < 60; presses++) {
      if (await there.evaluate((each) => each.contains(document.activeElement))) return;
      await page.keyboard.press("Tab");
    }
    throw new Error("It is not reached by Tab.");
  };
  await reach(tile(page, "Waiting for review"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sessions\?.*waiting=1/);
  await expect(page.locator("tbody tr")).toHaveCount(2);

  await page.goBack();
  const chart = page.locator("#quality [data-drawn]");
  await expect(chart).toBeVisible();
  await reach(chart);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sessions\?.*from=.*to=/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

for (const width of [360, 1440]) {
  test(`nothing moves while the charts come, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    // News that other specs make meanwhile would make it anew.
    await page.route("**/api/changes*", (route) => route.abort());
    await page.goto("/?period=all");
    await page.evaluate(async () => {
      // A font that comes late on a busy machine is not what this is about; bench/ counts that too.
      await document.fonts.ready;
      const seen = { shift: 0 };
      Object.assign(window, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: "layout-shift" });
    });
    for (const card of await page.locator("main section[id]").all())
      await card.scrollIntoViewIfNeeded();
    await expect(page.locator("[data-drawn]")).toHaveCount(7);
    const shift = await page.evaluate(
      () => (window as unknown as { seen: { shift: number } }).seen.shift,
    );
    expect(shift).toBeLessThan(0.01);
  });
}

test("the rail leads from room to room and says where one is", async ({ page }) => {
  await page.goto("/");
  const rail = page.getByRole("navigation", { name: "Main" });
  const here = rail.locator("[aria-current]");
  await expect(here).toHaveText("Overview");
  await rail.getByRole("link", { name: "Sessions" }).click();
  await expect(page).toHaveURL(/\/sessions$/);
  await expect(here).toHaveText("Sessions");
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/sessions\//);
  await expect(here).toHaveText("Sessions");
  await rail.getByRole("link", { name: "Directives" }).click();
  await expect(page).toHaveURL(/\/directives$/);
  await expect(here).toHaveText("Directives");
});
