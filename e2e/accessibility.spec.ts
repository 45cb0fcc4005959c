import { expectAccessible, looks } from "./support/looks.ts";
import { expect, newSession, test } from "./support/world.ts";

const seeded = "/sessions/82cf56b1-999f-4801-aaf8-bf4f513580dc";

// Axe looks at many pages, each with everything unfolded.
test.describe.configure({ timeout: 300_000 });

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("a member's pages have no finding and no sideways scroll", async ({ page }) => {
      const { id } = await newSession({
        sub_agent_results: [{ sub_agent_type: "TESTING", status: "FAIL", summary: "Failed" }],
        before_screenshots: ["javascript:x"],
      });
      for (const path of [
        "/",
        "/sessions",
        "/sessions?status=melted&sort=foo",
        "/sessions?q=nothing-like-this",
        seeded,
        `/sessions/${id}`,
        "/sessions/none",
      ]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        // Not by clicks: a menu that is open may lie over the next one.
        await page.locator("main details").evaluateAll((all) => {
          for (const each of all) (each as HTMLDetailsElement).open = true;
        });
        await expectAccessible(page, path, { targets: false });
      }
    });

    test("pages that say much have targets of their size as they come", async ({ page }) => {
      for (const path of [seeded, "/directives/SD-UI-014"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page, path);
      }
    });

    test.describe("a stranger's", () => {
      test.use({ role: null });

      test("pages have none either, with errors shown", async ({ page }) => {
        await page.goto("/sign-in");
        await expectAccessible(page);
        await page.getByRole("button", { name: "Sign in" }).click();
        await expect(page.getByText("Enter your password.")).toBeVisible();
        await expectAccessible(page);
        for (const path of ["/sign-in/reset", "/auth/callback?token_hash=x", "/no-such-page"]) {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectAccessible(page, path);
        }
      });
    });
  });
}

test("the theme is chosen by keyboard and kept", async ({ page }) => {
  await page.goto("/sessions");
  await page.getByRole("radio", { name: "As the system" }).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
});

test("a keyboard alone reaches the content, a filter and a session", async ({ page }) => {
  await page.goto("/sessions");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  const search = page.getByRole("searchbox");
  // Past the menus of the whole list.
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Tab");
    if (await search.evaluate((each) => each === document.activeElement)) break;
  }
  await expect(search).toBeFocused();
  await page.keyboard.type("SD-UI-014");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=SD-UI-014/);
  const row = page.locator("tbody a").first();
  for (let presses = 0; presses < 40; presses++) {
    if (await row.evaluate((each) => each === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Reviewer dashboard");
});
