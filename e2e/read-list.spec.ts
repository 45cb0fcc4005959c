import { expect, test } from "./support/world.ts";

const rows = "tbody tr";
/** Those of the demo data, which no other test writes to. */
const demo = "app=EHG&app=EHG_Engineer&app=EHG_Mobile";
/** The row of a seeded directive's session in the list. */
const link = (name: RegExp) => ({ name });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("filters by status, type and directive, with all of it in the address", async ({
      page,
    }) => {
      await page.goto("/sessions");
      await page.locator("summary").filter({ hasText: "Status" }).click();
      await page.getByRole("checkbox", { name: /^completed/ }).check();
      await page.locator("summary").filter({ hasText: "Type" }).click();
      await page.getByRole("checkbox", { name: /^UI component/ }).check();
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(/status=completed/);
      await expect(page).toHaveURL(/type=UI_COMPONENT/);
      // What is sent by the form itself is a new document.
      await page.waitForLoadState();
      const all = await page.locator(rows).count();
      expect(all).toBeGreaterThan(2);
      await expect(page.locator(rows).filter({ hasText: "completed" })).toHaveCount(all);
      await expect(page.locator(rows).filter({ hasText: "UI component" })).toHaveCount(all);

      await page.getByRole("searchbox").fill("ui-014");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.locator(rows)).toHaveCount(1);
      await expect(page.getByRole("link", link(/SD-UI-014 Reviewer dashboard/))).toBeVisible();

      await page.getByRole("link", { name: "Clear filters" }).first().click();
      await expect(page).toHaveURL(/\/sessions\?view=all$/);
      await expect(page.locator(rows)).toHaveCount(50);
    });

    test("sorts by quality, what is not scored last in both directions", async ({ page }) => {
      for (const [sort, better] of [
        ["quality-high", (a: number, b: number) => a >= b],
        ["quality-low", (a: number, b: number) => a <= b],
      ] as const) {
        const scores: (number | null)[] = [];
        await page.goto(`/sessions?${demo}&sort=${sort}`);
        for (;;) {
          for (const text of await page.locator(`${rows} td:nth-child(4)`).allInnerTexts()) {
            const number = /^\d+/.exec(text.trim())?.[0];
            scores.push(number ? Number(number) : null);
          }
          const next = page.getByRole("link", { name: "Next", exact: true });
          if ((await next.count()) === 0) break;
          await page.goto((await next.getAttribute("href")) ?? "");
        }
        const known = scores.filter((score) => score !== null);
        expect(scores.length).toBeGreaterThan(100);
        expect(scores.slice(known.length).every((score) => score === null)).toBe(true);
        for (const [index, score] of known.entries()) {
          const previous = known[index - 1];
          if (previous !== undefined) expect(better(previous, score)).toBe(true);
        }
      }
    });

    test("opens a session by its row and comes back to the same list", async ({ page }) => {
      await page.goto("/sessions?status=completed&sort=quality-high");
      await page.getByRole("link", link(/SD-UI-014/)).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Reviewer dashboard");
      await page.goBack();
      await expect(page).toHaveURL(/status=completed&sort=quality-high/);
    });
  });
}

test("pages through every session once", async ({ page }) => {
  const seen: string[] = [];
  await page.goto(`/sessions?${demo}&sort=progress-high`);
  for (;;) {
    for (const row of await page.locator(`${rows} a`).all()) {
      seen.push((await row.getAttribute("href")) ?? "");
    }
    const next = page.getByRole("link", { name: "Next", exact: true });
    if ((await next.count()) === 0) break;
    const before = page.url();
    await next.click();
    await expect(page).not.toHaveURL(before);
  }
  expect(seen.length).toBeGreaterThan(100);
  expect(new Set(seen).size).toBe(seen.length);
  await page.getByRole("link", { name: "Back to first page" }).click();
  await expect(page.locator(rows)).toHaveCount(50);
});

test("marks the stale, and does not call the unmeasured a zero", async ({ page }) => {
  await page.goto("/sessions?sd=SD-API-009&status=active");
  const row = page.locator(rows);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("stale");
  await expect(row).toContainText("not scored");
  await expect(row.locator("td:nth-child(4)")).not.toContainText("0");
});

for (const [query, words] of [
  ["sort=foo", "a sort that Exhibit does not know (foo)"],
  ["status=completed&status=melted", "a status that Exhibit does not know (melted)"],
  ["after=nonsense", "showing its start"],
  ["after=eyJzb3J0Ijoic3RhcnRlZCJ9&sort=quality-high", "showing its start"],
  [`q=${"x".repeat(300)}`, "longer than 100 characters"],
] as const) {
  test(`says what it could not make of ?${query.slice(0, 40)}`, async ({ page }) => {
    const response = await page.goto(`/sessions?${query}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  });
}

test("survives repeated keys, wildcards and quotes", async ({ page }) => {
  for (const query of [
    "sort=newest&sort=oldest&q=one&q=two",
    "q=%25%25%25",
    "q=___",
    'q=",)(or=(id.eq.1',
    "q=***",
    "q=\\\\\\",
    "status[]=completed",
    "sd=%00",
    "q=%E0%A4%A",
  ]) {
    const response = await page.goto(`/sessions?${query}`);
    expect(response?.status(), query).toBeLessThan(500);
    await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();
  }
  // Taken as text, of which no title has as many.
  await page.goto("/sessions?q=%25%25%25_%25");
  await expect(page.getByText("No session matches these filters")).toBeVisible();
});

test("is two lines a row on a phone, with nothing cut off", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto("/sessions");
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
  const box = await page.locator(rows).first().boundingBox();
  expect(box?.height).toBeLessThan(72);
});
