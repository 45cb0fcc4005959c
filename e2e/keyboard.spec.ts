// Lists, walked through by keyboard alone.
import { bar, openList } from "./support/lists.ts";
import { expect, newSession, type Page, test } from "./support/world.ts";

const rows = (page: Page) => page.locator("[data-rows] > *");
const linkOf = (page: Page, index: number) => rows(page).nth(index).getByRole("link").first();
const cursor = (page: Page) => page.locator("[data-cursor]");

for (const path of ["/sessions", "/directives", "/gallery"]) {
  test(`${path}: j and k go from row to row, and Enter opens it`, async ({ page }) => {
    await openList(page, path);
    await page.keyboard.press("k");
    await expect(linkOf(page, 0)).toBeFocused();
    await page.keyboard.press("k");
    await expect(linkOf(page, 0), "there is none before it").toBeFocused();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(linkOf(page, 1)).toBeFocused();
    await expect(cursor(page)).toHaveCount(1);
    const href = await linkOf(page, 1).getAttribute("href");
    // From where the focus went meanwhile, one goes on.
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused();
    await page.keyboard.press("Escape");
    await page.keyboard.press("j");
    await expect(linkOf(page, 2)).toBeFocused();
    await page.keyboard.press("k");
    await page.keyboard.press("/");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new URL(href ?? "", page.url()).href);
  });
}

test("the row that one is at is in sight, above the bar and the navigation", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openList(page, "/sessions");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(bar(page)).toBeVisible();
  for (let presses = 0; presses < 12; presses++) await page.keyboard.press("j");
  await expect(linkOf(page, 12)).toBeFocused();
  const row = await rows(page).nth(12).boundingBox();
  const top = (await bar(page).boundingBox())?.y ?? 0;
  expect(row?.y).toBeGreaterThan(0);
  expect((row?.y ?? 0) + (row?.height ?? 0)).toBeLessThanOrEqual(top);
});

test("keys are letters where somebody types, and nothing with a modifier or behind a dialog", async ({
  page,
}) => {
  await openList(page, "/sessions");
  await page.keyboard.press("/");
  await page.keyboard.type("jxk?/");
  const search = page.getByRole("searchbox");
  await expect(search).toHaveValue("jxk?/");
  await page.keyboard.press("Escape");
  await expect(search).not.toBeFocused();
  await expect(search, "what was typed is still there").toHaveValue("jxk?/");
  for (const key of ["Alt+j", "Control+x", "Meta+j"]) await page.keyboard.press(key);
  await expect(cursor(page)).toHaveCount(0);
  await page.keyboard.press("?");
  const list = page.getByRole("dialog", { name: "Keys on this page" });
  await expect(list).toBeVisible();
  await page.keyboard.press("j");
  await expect(cursor(page)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(cursor(page)).toHaveCount(1);
  await expect(bar(page)).toBeHidden();
});

test("the list of keys is there on every page, and tells what acts on it", async ({ page }) => {
  const { id } = await newSession({ status: "completed" });
  for (const [path, ...keys] of [
    ["/", "Go to…"],
    ["/sessions", "Next row", "Choose the row", "Open the row", "Go to…"],
    ["/directives", "Next row", "Directive, by id or title"],
    ["/gallery", "Previous row"],
    [`/sessions/${id}`, "Go to…"],
    ["/account", "Go to…"],
  ] as const) {
    await openList(page, path);
    await page.keyboard.press("?");
    const list = page.getByRole("dialog", { name: "Keys on this page" });
    for (const words of keys) await expect(list.getByText(words, { exact: true })).toBeVisible();
    if (path !== "/sessions") await expect(list.getByText("Choose the row")).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(list).toBeHidden();
  }
});

test("single keys can be switched off everywhere", async ({ page }) => {
  await openList(page, "/directives");
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByLabel("Keys without Ctrl or ⌘").uncheck();
  await page.keyboard.press("Escape");
  await openList(page, "/sessions");
  for (const key of ["j", "x", "/"]) await page.keyboard.press(key);
  await expect(cursor(page)).toHaveCount(0);
  await expect(page.getByRole("searchbox")).not.toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog", { name: "Go to" })).toBeVisible();
});
