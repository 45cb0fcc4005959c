import { expectAccessible, looks } from "./support/looks.ts";
import { expect, type Page, test } from "./support/world.ts";

const heads = (page: Page) => page.locator("thead th");
const menu = (page: Page) => page.locator("summary").filter({ hasText: "Columns" });
const box = (page: Page, name: string) =>
  page.getByRole("group", { name: "Columns" }).getByRole("checkbox", { name, exact: true });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("columns are chosen, left out of the page, and remembered", async ({ page, context }) => {
      await page.goto("/sessions?status=completed");
      await expect(heads(page)).toHaveCount(14);
      await menu(page).click();
      await box(page, "Scores of the four domains").uncheck();
      await box(page, "Evidence").uncheck();
      await box(page, "Verdict").check();
      await page.getByRole("button", { name: "Show these" }).click();
      await expect(heads(page)).toHaveText([
        ...["Directive", "Status", "Type", "Quality", "Progress", /Test coverage$/, "Gates"],
        ...["Verdict", "Started", "Took"],
      ]);
      await expect(page).toHaveURL(/\?status=completed$/);
      await expect(page.locator("tbody tr").first().locator("td")).toHaveCount(10);
      await expect(
        page.getByRole("cell", { name: /^(approved|no verdict)$/ }).first(),
      ).toBeVisible();

      await page.goto("/sessions?sort=oldest");
      await expect(heads(page)).toHaveCount(10);
      const [kept] = (await context.cookies()).filter(({ name }) => name === "exhibit-columns");
      expect(kept).toMatchObject({ httpOnly: true, sameSite: "Lax" });
      expect((kept?.expires ?? 0) - Date.now() / 1000).toBeGreaterThan(360 * 86_400);
    });
  });
}

test("none is a choice too, and what a cookie makes up is left out", async ({ page, context }) => {
  await page.goto("/sessions");
  await menu(page).click();
  for (const checked of await page
    .getByRole("group", { name: "Columns" })
    .getByRole("checkbox")
    .all()) {
    await checked.uncheck();
  }
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(heads(page)).toHaveText(["Directive"]);

  const { hostname } = new URL(page.url());
  for (const value of ["", "<script>.took.constructor.took", "a".repeat(3000)]) {
    await context.addCookies([{ name: "exhibit-columns", value, domain: hostname, path: "/" }]);
    await page.goto("/sessions");
    await expect(heads(page)).toHaveCount(value.includes("took") ? 2 : 1);
  }
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("all of them, and few, are shown without a finding", async ({ page, context }) => {
      const domain = new URL(process.env.E2E_URL ?? "").hostname;
      const all =
        "status.type.quality.scores.progress.coverage.gates.evidence.verdict.started.took.prd.orchestrator";
      for (const value of [all, "type.started"]) {
        await context.addCookies([{ name: "exhibit-columns", value, domain, path: "/" }]);
        await page.goto("/sessions");
        if (width > 1000) await menu(page).click();
        await expectAccessible(page, value, { targets: width < 1000 });
        if (width > 1000) continue;
        const box = await page.locator("tbody tr").first().boundingBox();
        expect(box?.height, "two lines a row").toBeLessThan(72);
      }
    });
  });
}
