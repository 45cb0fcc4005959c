import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, newDirective, type Page, test } from "./support/world.ts";

const rows = "tbody tr";
const next = (page: Page) => page.getByRole("link", { name: "Next", exact: true });

/** Sessions of a directive, one a day from 1 November on. */
async function newAttempts(sd_id: string, attempts: Record<string, unknown>[]) {
  const sessions = attempts.map((attempt, index) => ({
    sd_id,
    implementation_type: "GENERAL_FEATURE",
    started_at: `2026-11-0${index + 1}T09:00:00Z`,
    ...attempt,
  }));
  for (const session of sessions) {
    const { error } = await agent()
      .from("exec_implementation_sessions")
      .insert(session as never);
    expect(error).toBeNull();
  }
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("filters, with all of it in the address", async ({ page }) => {
      await page.goto("/directives");
      for (const [menu, choice] of [
        ["Status", "in progress"],
        ["Priority", "medium"],
        ["Application", "EHG_Engineer"],
        ["Newest session", "active"],
      ] as const) {
        await page.locator("summary").filter({ hasText: menu }).click();
        await page.getByRole("checkbox", { name: choice, exact: true }).check();
      }
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page).toHaveURL(
        /status=in_progress.*priority=medium.*app=EHG_Engineer.*session=active/,
      );
      // What is sent by the form itself is a new document.
      await page.waitForLoadState();
      const all = await page.locator(rows).count();
      expect(all).toBeGreaterThan(0);
      for (const words of ["in progress", "medium", "EHG_Engineer", "active"]) {
        await expect(page.locator(rows).filter({ hasText: words })).toHaveCount(all);
      }
      await page.getByRole("searchbox").fill("no such directive");
      await page.getByRole("button", { name: "Show" }).click();
      await expect(page.getByText("No directive matches these filters")).toBeVisible();
      await page.getByRole("link", { name: "Clear filters" }).first().click();
      await expect(page).toHaveURL(/\/directives\?view=all$/);
      await expect(page.locator(rows).nth(all)).toBeVisible();
    });

    test("opens a directive by its row and comes back to the same list", async ({ page }) => {
      await page.goto("/directives?priority=high&sort=quality-high");
      await page.getByRole("link", { name: /SD-UI-014 Reviewer dashboard/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Reviewer dashboard");
      await page.goBack();
      await expect(page).toHaveURL(/priority=high&sort=quality-high/);
    });
  });
}

test("says how the newest session stands, what came before and what comes next", async ({
  page,
}) => {
  const sd = await newDirective("With three attempts");
  await newAttempts(sd, [
    { status: "failed", quality_score: 62 },
    { status: "cancelled", quality_score: 71 },
    { status: "completed", quality_score: 91, implementation_progress: 100 },
  ]);
  await page.goto(`/directives?directive=${sd}`);
  const row = page.locator(rows);
  await expect(row).toHaveCount(1);
  for (const words of [
    "before: 1 cancelled, 1 failed",
    "62 → 71 → 91 rising",
    "91high",
    "100 %",
    "0/3",
    "Claims completion: 91 with nothing behind it",
  ]) {
    await expect(row).toContainText(words);
  }
});

test("shows a directive without a session, and finds it as such", async ({ page }) => {
  const sd = await newDirective("Without a session");
  await page.goto(`/directives?directive=${sd}&session=none`);
  const row = page.locator(rows);
  await expect(row).toHaveCount(1);
  await expect(row).toContainText("no session");
  await expect(row).toContainText("an agent can start one");
  await page.goto(`/directives?directive=${sd}&session=active&session=none`);
  await expect(row).toHaveCount(1);
  await page.goto(`/directives?directive=${sd}&session=active`);
  await expect(page.getByText("No directive matches these filters")).toBeVisible();
});

test("sorts by links, what is not scored last in both directions", async ({ page }) => {
  const token = `Sorted ${Date.now()}`;
  const scores = [40, null, 95, 70];
  const ids: string[] = [];
  for (const quality_score of scores) {
    const sd = await newDirective(token);
    ids.push(sd);
    await newAttempts(sd, [{ quality_score: quality_score ?? 0 }]);
  }
  const order = async () => {
    const texts = await page.locator(`${rows} td:first-child a bdi:first-child`).allInnerTexts();
    return texts.map((text) => scores[ids.indexOf(text)]);
  };
  await page.goto(`/directives?directive=${encodeURIComponent(token)}`);
  const quality = page.getByRole("columnheader", { name: "Quality" });
  await quality.getByRole("link").click();
  await expect(quality).toHaveAttribute("aria-sort", "descending");
  await expect.poll(order).toEqual([95, 70, 40, null]);
  await quality.getByRole("link").click();
  await expect(quality).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(order).toEqual([40, 70, 95, null]);
  await page.getByRole("columnheader", { name: "Directive" }).getByRole("link").click();
  await expect(page).toHaveURL(/sort=id/);
  await expect.poll(order).toEqual(scores);
});

test("pages through every directive once, in each order, whatever the ids hold", async ({
  page,
}) => {
  const token = `Paged ${Date.now()}`;
  const { error } = await agent()
    .from("strategic_directives_v2")
    .insert(
      Array.from({ length: 104 }, (_, index) => ({
        id: `${Date.now()} "a, b" \\ 5% (${String(index).padStart(3, "0")}) é`,
        title: token,
        status: "draft",
        category: "quality",
        priority: index % 2 ? "high" : "low",
        description: "Made by a test.",
        rationale: "To be read.",
        scope: "None.",
      })) as never,
    );
  expect(error).toBeNull();
  for (const sort of ["recent", "quiet", "priority", "quality-low", "progress-high", "id"]) {
    const seen: string[] = [];
    await page.goto(`/directives?sort=${sort}&directive=${encodeURIComponent(token)}`);
    for (;;) {
      const links = page.locator(`${rows} a`);
      seen.push(
        ...(await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""))),
      );
      if ((await next(page).count()) === 0) break;
      const before = page.url();
      await next(page).click();
      await expect(page).not.toHaveURL(before);
      if (seen.length > 200) break;
    }
    expect(seen.length, sort).toBe(104);
    expect(new Set(seen).size, sort).toBe(104);
  }
  await page.getByRole("link", { name: "Back to first page" }).click();
  await expect(page.locator(rows)).toHaveCount(50);
});

for (const [query, words] of [
  ["sort=foo", "a sort that Exhibit does not know (foo)"],
  ["status=melted", "a status that Exhibit does not know (melted)"],
  ["session=asleep", "a session status that Exhibit does not know (asleep)"],
  ["after=nonsense", "showing its start"],
] as const) {
  test(`says what it could not make of ?${query}`, async ({ page }) => {
    const response = await page.goto(`/directives?${query}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  });
}

test("survives wildcards, quotes and names that are none", async ({ page }) => {
  for (const query of [
    "directive=%25",
    'directive=",)(or=(sd_id.eq.1',
    "directive=\\&session=none&session=active",
    'app=",)(x&app=A,B&app=%00',
    "status[]=draft",
  ]) {
    const response = await page.goto(`/directives?${query}`);
    expect(response?.status(), query).toBe(200);
    await expect(page.getByRole("heading", { level: 1, name: "Directives" })).toBeVisible();
  }
});

test("a keyboard alone reaches a directive", async ({ page }) => {
  await page.goto("/directives?directive=SD-UI-014");
  const row = page.locator(`${rows} a`);
  for (let presses = 0; presses < 40; presses++) {
    if (await row.evaluate((each) => each === document.activeElement)) break;
    await page.keyboard.press("Tab");
  }
  await expect(row).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Reviewer dashboard");
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("has no finding and no sideways scroll", async ({ page }) => {
      for (const path of ["/directives", "/directives?status=melted&directive=nothing-like-it"]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.locator("summary").filter({ hasText: "Application" }).click();
        await expectAccessible(page);
      }
    });
  });
}
