// From a session back to the list: where one was, with what was chosen.
import { bar, boxes, manySessions, openList } from "./support/lists.ts";
import { expect, type Page, test } from "./support/world.ts";

test.use({ role: "reviewer", viewport: { width: 1440, height: 500 } });

const link = (page: Page, index: number) =>
  page.locator("[data-rows] > *").nth(index).getByRole("link");
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY));

/** Down to the 31st row with the keyboard, the 29th chosen. */
async function goDown(page: Page, path: string) {
  await openList(page, path);
  for (let presses = 0; presses < 29; presses++) await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(link(page, 30)).toBeFocused();
  await expect(bar(page).getByRole("status")).toHaveText("1 chosen");
  const where = await scrolled(page);
  expect(where).toBeGreaterThan(300);
  return where;
}

async function isAsItWas(page: Page, where: number) {
  await expect(link(page, 30)).toBeFocused();
  await expect(link(page, 30)).toBeInViewport();
  await expect.poll(() => scrolled(page)).toBe(where);
  await expect(page.locator("[data-cursor]")).toHaveCount(1);
  await expect(boxes(page).nth(28)).toBeChecked();
  await expect(bar(page).getByRole("status")).toHaveText("1 chosen");
  await page.keyboard.press("j");
  await expect(link(page, 31)).toBeFocused();
}

test("by the browser's Back, from the page's own cache", async ({ page }) => {
  const { path, ids } = await manySessions(40);
  const where = await goDown(page, path);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${ids[30]}$`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText("One of many");
  await page.goBack();
  await isAsItWas(page, where);
});

test("by Back after something was changed, and from a page that is shorter", async ({ page }) => {
  const { path, ids } = await manySessions(40);
  const where = await goDown(page, path);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${ids[30]}$`));
  await page
    .getByRole("button", { name: /^Complete / })
    .first()
    .click();
  await expect(page.getByRole("button", { name: /^Reopen / }).first()).toBeVisible();
  await page.addStyleTag({ content: "article { max-height: 10px; overflow: hidden }" });
  await page.goBack();
  await isAsItWas(page, where);
});

test("by Back to a page that is loaded anew", async ({ page }) => {
  const { path, ids } = await manySessions(40);
  const where = await goDown(page, path);
  await page.goto(`/sessions/${ids[30]}`);
  await page.goBack();
  await isAsItWas(page, where);
});

test("by the link to the list, with its filters", async ({ page }) => {
  const { path, ids } = await manySessions(40);
  const where = await goDown(page, path);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${ids[30]}$`));
  await page.getByRole("link", { name: "Back to sessions" }).click();
  await expect(page).toHaveURL(new RegExp(`${path.replace("?", "\\?")}$`));
  await isAsItWas(page, where);
});

test("by the link in the moment that it is there", async ({ page }) => {
  const { path, ids } = await manySessions(40);
  const where = await goDown(page, path);
  await page.evaluate(() => {
    const clickIt = new MutationObserver(() => {
      const found = [...document.querySelectorAll("a")].find(
        (link) => link.textContent === "Back to sessions",
      );
      if (!found) return;
      clickIt.disconnect();
      Object.assign(window, { clickedAt: location.pathname });
      found.click();
    });
    clickIt.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => "clickedAt" in window);
  expect(await page.evaluate(() => Reflect.get(window, "clickedAt"))).toBe(`/sessions/${ids[30]}`);
  await expect(page).toHaveURL(new RegExp(`${path.replace("?", "\\?")}$`));
  await isAsItWas(page, where);
});

test("by the link, to a row that was left by another way", async ({ page }) => {
  const { path, ids } = await manySessions(40);
  await goDown(page, path);
  await page.goto(`/sessions/${ids[2]}`);
  await page.getByRole("link", { name: "Back to sessions" }).click();
  await expect(link(page, 30)).toBeFocused();
  await expect(link(page, 30)).toBeInViewport();
});

test("a jump within the page is no way back", async ({ page }) => {
  const { path } = await manySessions(40);
  await goDown(page, path);
  await page.getByRole("link", { name: "Skip to the content" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);
  await page.evaluate(() => new Promise((done) => setTimeout(done, 200)));
  await expect(link(page, 30)).not.toBeFocused();
});

test("to the list that one came from, and to none where one came from none", async ({ page }) => {
  await page.goto("/directives");
  const directive = (await page.locator("[data-rows] a").first().getAttribute("href")) ?? "";
  await page.goto(directive);
  await expect(page.getByRole("link", { name: "Back to directives" })).toHaveAttribute(
    "href",
    "/directives",
  );
  await openList(page, "/gallery?demo=1");
  const session = await page.locator("[data-rows] h2 a").first();
  const href = (await session.getAttribute("href")) ?? "";
  await session.click();
  await expect(page).toHaveURL(new RegExp(`${href}$`));
  await page.getByRole("link", { name: "Back to gallery" }).click();
  await expect(page).toHaveURL(/\/gallery\?demo=1$/);
  // The rail leads to the beginning of a list.
  await page.getByRole("link", { name: "Gallery", exact: true }).click();
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(page.locator("[data-cursor]")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the link leads to the whole list", async ({ page }) => {
    const { ids } = await manySessions(1);
    await page.goto(`/sessions/${ids[0]}`);
    await page.getByRole("link", { name: "Back to sessions" }).click();
    await expect(page).toHaveURL(/\/sessions$/);
  });
});
