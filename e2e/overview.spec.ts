import type { APIRequestContext } from "@playwright/test";
import {
  days,
  newApplication,
  overview,
  ownSession,
  ownSessions,
  tile,
} from "./support/overview.ts";
import { expect, type Page, test } from "./support/world.ts";

/** How many sessions the list at an address has. */
async function listed(request: APIRequestContext, href: string | null): Promise<number> {
  const response = await request.get(href ?? "");
  expect(response.status(), href ?? "").toBe(200);
  const html = await response.text();
  expect(html).not.toContain("does not know");
  return new Set(html.match(/href="\/sessions\/[0-9a-f-]{36}"/g)).size;
}

/** The numbers of a chart's table, by head and row, with where they or their row lead. */
async function cells(page: Page, chart: string) {
  const table = page.locator(`#${chart} table`);
  const heads = await table.locator("thead th").allTextContents();
  const found: { head: string; row: string; number: number; href: string | null }[] = [];
  for (const row of await table.locator("tbody tr").all()) {
    const name = (await row.locator("th").textContent()) ?? "";
    for (const [index, cell] of (await row.locator("td").all()).entries()) {
      const number = Number(await cell.textContent());
      if (!number) continue;
      const own = (await cell.locator("a").count()) > 0;
      const link = own ? cell.locator("a") : row.locator("th a");
      const href = await link.getAttribute("href");
      found.push({ head: heads[index + 1] ?? "", row: name, number, href });
    }
  }
  return found;
}

/** The heads of each table whose numbers are sessions; of the others every one leads somewhere. */
const counts: Record<string, RegExp> = {
  statuses: /./,
  quality: /^Scored sessions$/,
  domains: /^$/,
  bands: /./,
  types: /sessions$/,
  "sub-agents": /./,
  checkpoints: /^Sessions$/,
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("every number of a table leads to a list of as many sessions", async ({
      page,
      request,
    }) => {
      const app = await ownSessions();
      await page.goto(overview(app));
      for (const [chart, heads] of Object.entries(counts)) {
        const found = await cells(page, chart);
        expect(found.length, chart).toBeGreaterThan(0);
        for (const { head, row, number, href } of found) {
          const behind = await listed(request, href);
          if (heads.test(head)) expect(behind, `${chart}: ${row}, ${head}`).toBe(number);
          else expect(behind, `${chart}: ${row}, ${head}`).toBeGreaterThan(0);
        }
      }
    });

    test("says what it finds, in words and in numbers", async ({ page }) => {
      const app = await ownSessions();
      await page.goto(overview(app));
      const heading = (name: string) => page.getByRole("heading", { level: 2, name });
      await expect(heading("6 sessions started, 2 of them active and 2 completed")).toBeVisible();
      await expect(heading("2 of the 4 scored sessions are below 75")).toBeVisible();
      await expect(
        page.locator("#bands").getByRole("link", { name: "2 more are not scored" }),
      ).toBeVisible();
      await expect(heading("Security trails code quality by 9")).toBeVisible();
      await expect(heading("2 of the 3 failing checks come from testing")).toBeVisible();
      await expect(heading("General feature scores lowest, with a median of 65")).toBeVisible();

      const sum = async (chart: string) =>
        (await cells(page, chart)).reduce((total, { number }) => total + number, 0);
      expect(await sum("statuses")).toBe(6);
      expect(await sum("bands")).toBe(4);
      expect(await sum("sub-agents")).toBe(4);
    });

    test("a period, a type and an application apply to all", async ({ page }) => {
      const app = await ownSessions();
      await page.goto(overview(app));
      await page.getByLabel("Period").selectOption({ label: "All time" });
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/period=all/);
      await expect(page.getByRole("heading", { name: /^7 sessions started/ })).toBeVisible();

      await page.locator("summary").filter({ hasText: "Type" }).click();
      await page.getByLabel("UI component").check();
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/type=UI_COMPONENT/);
      await expect(
        page.getByRole("heading", { name: "1 session started, and it is completed" }),
      ).toBeVisible();
      await expect(
        page.getByRole("heading", { name: "The only scored session reaches 75" }),
      ).toBeVisible();
      await expect(
        page.getByRole("heading", { name: "The only failing check comes from testing" }),
      ).toBeVisible();
      await expect(
        page.getByRole("heading", { name: "Only one week has scored sessions: median 91" }),
      ).toBeVisible();
      await expect(tile(page, "Active now")).toContainText("Active now0");
      await expect(page.locator("#attention li")).toHaveCount(1);
      await expect(page.locator("#directives").getByRole("listitem")).toHaveCount(1);
    });
  });
}

test("the tiles say how things stand, and lead to their lists", async ({ page, request }) => {
  const app = await ownSessions();
  await page.goto(overview(app));
  const expected: [string, string][] = [
    ["Waiting for review", "2"],
    ["Active now", "2"],
    ["Completed this week", "2"],
    ["Median quality, last 30 days", "75"],
    ["Directives to review", "0"],
  ];
  for (const [label, number] of expected) {
    const link = tile(page, label).getByRole("link").first();
    await expect(link, label).toHaveAccessibleName(`${label} ${number}`);
  }
  const behind = async (label: string, nth = 0) =>
    listed(request, await tile(page, label).getByRole("link").nth(nth).getAttribute("href"));
  expect(await behind("Waiting for review")).toBe(2);
  expect(await behind("Active now")).toBe(2);
  expect(await behind("Active now", 1)).toBe(2);
  await expect(tile(page, "Active now")).toContainText("2 stale");
  expect(await behind("Completed this week")).toBe(2);
  await expect(tile(page, "Completed this week")).toContainText(
    "2 more than last week by this time",
  );
  expect(await behind("Median quality")).toBe(4);
  await expect(tile(page, "Median quality")).toContainText("down 22 from 97 in the 30 days before");
  await tile(page, "Directives to review").getByRole("link").click();
  await expect(page).toHaveURL(/\/directives\?.*implementation_review_required/);
});

test("what needs attention comes with its reasons, the riskiest first", async ({ page }) => {
  const app = await ownSessions();
  await page.goto(overview(app));
  const items = page.locator("#attention").getByRole("listitem");
  await expect(items.first()).toContainText("a sub-agent failed beside a score of 91");
  await expect(items.nth(1)).toContainText("completed with a quality of 60");
  await expect(items.filter({ hasText: "stale" })).toHaveCount(2);
  await items.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
});

test("all that need attention are shown when asked for", async ({ page }) => {
  const app = newApplication();
  for (let number = 0; number < 7; number++) {
    await ownSession(app, {
      status: "completed",
      quality_score: 50 + number,
      completed_at: days(0),
    });
  }
  await page.goto(overview(app));
  const items = page.locator("#attention").getByRole("listitem");
  await expect(items).toHaveCount(5);
  await page.getByRole("link", { name: "All that need attention" }).click();
  await expect(items).toHaveCount(7);
  await page.getByRole("link", { name: "Only the first five" }).click();
  await expect(items).toHaveCount(5);
});

test("directives that moved stand beside those that stood still, and lead to their pages", async ({
  page,
}) => {
  const app = newApplication();
  const { sd_id } = await ownSession(app, { implementation_progress: 40 }, "In work");
  await ownSession(app, { status: "failed" }, "Given up");
  await page.goto(overview(app));
  const moved = page.getByRole("region", { name: "Moved last" }).getByRole("listitem");
  const still = page
    .getByRole("region", { name: "In work, and stood still longest" })
    .getByRole("listitem");
  await expect(moved).toHaveCount(2);
  await expect(still).toHaveCount(1);
  await expect(still).toContainText("active");
  await expect(still).toContainText("40 %");
  await expect(still.getByRole("link")).toHaveAttribute("href", `/directives/${sd_id}`);
});

test("says what it could not make of an address, and how to go on from nothing", async ({
  page,
}) => {
  await page.goto("/?period=5y&type=MELTED");
  const notice = page.getByRole("main").getByRole("status");
  await expect(notice).toContainText("a period that Exhibit does not know (5y)");
  await expect(notice).toContainText("a type that Exhibit does not know (MELTED)");
  await expect(page.getByLabel("Period")).toHaveValue("30d");

  await page.goto(overview("no such application", "&period=7d"));
  await expect(page.getByText("No session matches these filters in the last 7 days")).toBeVisible();
  await expect(page.locator("[data-drawn]")).toHaveCount(0);
  await page.getByRole("link", { name: "Look at all time" }).click();
  await expect(page.getByText("No session matches these filters", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Clear the filters" }).click();
  await expect(page).toHaveURL(/\/\?period=all$/);
  await expect(page.getByRole("heading", { name: /sessions started/ })).toBeVisible();
});

test("survives addresses that nobody writes", async ({ page }) => {
  for (const query of [
    "app=%22%7D,(",
    "app=%00",
    "type[]=x",
    "period=7d&period=all",
    "app=a&app=a",
    "app=%E0%A4%A",
  ]) {
    const response = await page.goto(`/?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  }
});
