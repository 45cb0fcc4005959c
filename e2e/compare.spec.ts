import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, newSession, type Page, test } from "./support/world.ts";

const html = '<b onclick="x">gate</b>';

/** Two attempts at one directive, the second with more of everything. */
async function twoAttempts() {
  const common = { implementation_type: "API_ENDPOINT", implementation_progress: 100 };
  const first = await newSession(
    {
      ...common,
      status: "failed",
      quality_score: 71,
      security_score: 71,
      test_coverage_pct: 62,
      before_screenshots: ["/demo/before.png"],
      sub_agent_results: [{ sub_agent_type: "TESTING", status: "FAIL", summary: "Two fail" }],
      started_at: "2026-09-01T08:00:00Z",
      completed_at: "2026-09-01T10:00:00Z",
    },
    "A directive with two attempts",
  );
  const second = await newSession({
    ...common,
    sd_id: first.sd_id,
    status: "completed",
    quality_score: 95,
    security_score: 60,
    quality_gates: [html],
    before_screenshots: ["/demo/before.png"],
    sub_agent_results: [{ sub_agent_type: "TESTING", status: "PASS", summary: "All pass" }],
    started_at: "2026-09-05T08:00:00Z",
    completed_at: "2026-09-05T08:30:00Z",
  });
  const { error } = await agent()
    .from("exec_quality_checkpoints")
    .update({ is_complete: true, score: 88 } as never)
    .eq("session_id", second.id)
    .eq("checkpoint_name", "Load testing completion");
  expect(error).toBeNull();
  return { first, second };
}

const differences = (page: Page) => page.getByRole("table", { name: /Where the sessions differ/ });
const same = (page: Page) => page.getByRole("table", { name: /What is the same/ });
const fold = (page: Page) => page.locator("summary").filter({ hasText: "What is the same" });
const cellsOf = (page: Page, label: string) =>
  differences(page)
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: label, exact: true }) })
    .getByRole("cell");

async function tabTo(page: Page, name: RegExp, index: number) {
  const box = page.getByRole("checkbox", { name }).nth(index);
  for (let presses = 0; presses < 60; presses++) {
    if (await box.evaluate((each) => each === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("not reached by keyboard");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("two are chosen in the list by keyboard and stand side by side", async ({ page }) => {
      const { first } = await twoAttempts();
      await page.goto(`/sessions?sd=${first.sd_id}`);
      const button = page.getByRole("button", { name: "Compare", exact: true });
      await expect(button).toBeHidden();
      const name = new RegExp(`^Choose ${first.sd_id} A directive with two attempts$`);
      await tabTo(page, name, 0);
      await page.keyboard.press("Space");
      await expect(button).toBeVisible();
      await tabTo(page, name, 1);
      await page.keyboard.press("Space");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(/\/sessions\/compare\?ids=[^&]+&ids=[^&]+$/);
      await expect(differences(page).getByRole("columnheader")).toHaveCount(3);
      await expect(cellsOf(page, "Status")).toHaveText(["failed", "completed"]);
    });

    test("a row's box and its link both work by mouse", async ({ page }) => {
      const { first } = await twoAttempts();
      await page.goto(`/sessions?sd=${first.sd_id}`);
      await page.getByRole("checkbox").nth(0).click();
      await page.getByRole("checkbox").nth(1).click();
      await page.getByRole("button", { name: "Clear" }).click();
      await expect(page.getByRole("button", { name: "Compare", exact: true })).toBeHidden();
      // The middle of the row, far from the words of the link.
      await page.locator("tbody tr").first().click();
      await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
    });
  });
}

test("differing rows come first and say what was written", async ({ page }) => {
  const { first, second } = await twoAttempts();
  await page.goto(`/sessions/compare?ids=${second.id},${first.id}`);
  const expected: [label: string, a: string, b: string][] = [
    ["Status", "failed", "completed"],
    ["Quality", "71moderate", "95excellentbest+24 against A"],
    ["Security", "71moderatebest", "60needs improvement−11 against A"],
    ["Test coverage", "62 %", "not measured"],
    ["Gates met", "0 of 6 met", "1 of 7 met"],
    ["Required checkpoints open", "6", "5best−1 against A"],
    ["Load testing completion", "open", "met, score 88"],
    [html, "not asked for", "no checkpoint"],
    ["Testing", "fail", "pass"],
    ["Started", "1 Sept 2026, 08:00 UTC", "5 Sept 2026, 08:00 UTC"],
    ["Ended", "1 Sept 2026, 10:00 UTC", "5 Sept 2026, 08:30 UTC"],
    ["Duration", "2 h", "30 min1 h shorter than A"],
  ];
  for (const [label, ...texts] of expected) {
    await expect(cellsOf(page, label), label).toHaveText(texts);
  }
  const against = page.getByRole("rowheader", { name: "Speaks against it" });
  await expect(differences(page).getByRole("rowheader")).toHaveCount(
    expected.length + (await against.count()) + 5,
  );

  await fold(page).click();
  for (const [label, text] of [
    ["Directive", first.sd_id],
    ["Type", "API endpoint"],
    ["Code quality", "not scored"],
    ["Progress", "100 %"],
    ["Screenshots", "1 before, 0 after"],
  ] as const) {
    const row = same(page).getByRole("row").filter({ hasText: label });
    await expect(row.getByRole("cell"), label).toHaveText(text);
  }
  const top = async (table: typeof same) => (await table(page).boundingBox())?.y ?? 0;
  expect(await top(differences)).toBeLessThan(await top(same));
});

test("each is a link to its session, and can be taken out", async ({ page }) => {
  const { first, second } = await twoAttempts();
  const address = `/sessions/compare?ids=${first.id}&ids=${second.id}`;
  await page.goto(address);
  await page.getByRole("link", { name: `${first.sd_id} session B` }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${second.id}$`));
  await page.goto(address);
  await page.getByRole("link", { name: "Remove session A from the comparison" }).click();
  await expect(page.getByText("Choose two to four sessions to compare")).toBeVisible();
  await page.getByRole("link", { name: `the completed session of ${first.sd_id}` }).click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${second.id}$`));
});

const nobody = "00000000-0000-0000-0000-000000000000";
for (const query of [
  "",
  "?ids=",
  "?ids=nonsense",
  `?ids=${nobody}`,
  "?ids=%00&ids=%27",
  "?ids[]=1",
]) {
  test(`says what to do when nothing can be compared: ${query || "(no query)"}`, async ({
    page,
  }) => {
    const response = await page.goto(`/sessions/compare${query}`);
    expect(response?.status()).toBe(200);
    await expect(page.getByText("Choose two to four sessions to compare")).toBeVisible();
    await page.getByRole("link", { name: "Go to the sessions" }).click();
    await expect(page).toHaveURL(/\/sessions$/);
  });
}

test("compares the others when one is unknown, twice there, or a fifth", async ({ page }) => {
  const { first, second } = await twoAttempts();
  const both = `ids=${first.id}&ids=${second.id}`;
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  await page.goto(`/sessions/compare?${both}&ids=${nobody}&ids=foo`);
  await expect(said("1 session asked for could not be found")).toBeVisible();
  await expect(said("no session (foo)")).toBeVisible();
  await expect(differences(page).getByRole("columnheader")).toHaveCount(3);
  await page.goto(`/sessions/compare?${both}&ids=${first.id.toUpperCase()}`);
  await expect(said("more than once")).toBeVisible();
  await expect(differences(page).getByRole("columnheader")).toHaveCount(3);
  const more = await Promise.all([1, 2, 3].map(() => newSession()));
  await page.goto(`/sessions/compare?${both}&ids=${more.map(({ id }) => id).join(",")}`);
  await expect(said("5 sessions were chosen and 4 fit side by side")).toBeVisible();
  await expect(differences(page).getByRole("columnheader")).toHaveCount(5);
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("has no finding and no sideways scroll", async ({ page }) => {
      const { first, second } = await twoAttempts();
      const others = await Promise.all([newSession(), newSession({}, html.repeat(10))]);
      const ids = [first, second, ...others].map(({ id }) => `ids=${id}`);
      for (const path of [
        "/sessions/compare",
        `/sessions/compare?${ids[1]}`,
        `/sessions/compare?${ids.slice(0, 2).join("&")}`,
        `/sessions/compare?${ids.join("&")}&ids=nonsense`,
        `/sessions?sd=${first.sd_id}`,
      ]) {
        await page.goto(path);
        const folded = fold(page);
        if (await folded.count()) await folded.click();
        for (const box of await page.locator("tbody").getByRole("checkbox").all()) {
          await box.check();
        }
        await expectAccessible(page, path);
      }
    });
  });
}

test("on a phone, a row's name stays while its columns scroll", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 780 });
  const { first, second } = await twoAttempts();
  const others = await Promise.all([newSession(), newSession()]);
  const ids = [first, second, ...others].map(({ id }) => `ids=${id}`).join("&");
  await page.goto(`/sessions/compare?${ids}`);
  const last = cellsOf(page, "Quality").last();
  await expect(last).not.toBeInViewport();
  await page.getByRole("region", { name: /What differs/ }).focus();
  for (let presses = 0; presses < 20; presses++) await page.keyboard.press("ArrowRight");
  await expect(last).toBeInViewport();
  await expect(page.getByRole("rowheader", { name: "Quality", exact: true })).toBeInViewport();
});
