// A reviewer works through the queue. In order, because "Next" hands out what is riskiest of all.
import { expectAccessible, looks } from "./support/looks.ts";
import { newReviewer, strangersPage } from "./support/people.ts";
import { agent, enter, expect, newSession, type Page, test } from "./support/world.ts";

test.describe.configure({ mode: "serial" });
test.use({ role: "reviewer" });

const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
const verdict = (page: Page) => page.getByRole("region", { name: "Your verdict" });
const keysAct = (page: Page) => expect(page.getByRole("button", { name: "Keys" })).toBeEnabled();
const holder = (page: Page) => page.getByRole("region", { name: "Who reviews it" });

/** Riskier than anything that any other test, or the demo data, lets wait. */
const riskiest = (row: Record<string, unknown> = {}) =>
  newSession({
    status: "completed",
    quality_score: 40,
    security_score: 95,
    implementation_progress: 50,
    started_at: "2026-11-20T10:00:00Z",
    completed_at: "2026-11-19T10:00:00Z",
    pre_impl_checklist: { passed: false },
    quality_gates: ["Nobody made this one"],
    sub_agent_results: ["FAIL", "ERROR", "REVIEW_REQUIRED"].map((status) => ({
      sub_agent_type: "TESTING",
      status,
      summary: status,
    })),
    ...row,
  });

async function reviewsOf(id: string) {
  const { data } = await agent()
    .from("exec_session_reviews")
    .select()
    .eq("session_id", id)
    .order("created_at");
  return data ?? [];
}

test("decides by keyboard alone: next, read, score, decide, next", async ({ page }) => {
  const [first, second] = [await riskiest(), await riskiest()];
  const ids = [first.id, second.id];
  await page.goto("/reviews");
  await keysAct(page);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(new RegExp(`session=(${ids.join("|")})`));
  await said(page, "It is yours for 30 minutes.");
  await expect(holder(page)).toContainText("You, until");
  const mine = new URL(page.url()).searchParams.get("session") ?? "";

  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys on this page" });
  await expect(keys).toContainText("Request changes");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  // Nothing is decided by accident.
  await page.keyboard.press("Control+Enter");
  await expect(verdict(page).getByText("Choose what you decide.")).toBeVisible();
  await page.keyboard.press("r");
  await expect(verdict(page).getByRole("radio", { name: "Request changes" })).toBeChecked();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Three results speak against it.");
  // Letters are letters while one types.
  await expect(verdict(page).getByLabel("What you found")).toHaveValue(
    "Three results speak against it.",
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("3");
  await expect(verdict(page).getByLabel("Your score: Security")).toBeFocused();
  await page.keyboard.type("41");
  await page.keyboard.press("Control+Enter");
  await expect(page).toHaveURL(new RegExp(`session=${ids.find((id) => id !== mine)}`));
  await said(page, "Changes are requested. This is the next one.");
  await expect(verdict(page).getByLabel("What you found")).toHaveValue("");

  expect(await reviewsOf(mine)).toMatchObject([
    {
      verdict: "request_changes",
      body: "Three results speak against it.",
      security_score: 41,
      agent_security_score: 95,
      reviewer_name: "Demo reviewer",
    },
  ]);
  // It was reopened with that, which was offered and not taken back.
  await page.goto(`/sessions/${mine}`);
  await expect(page.locator("#verdicts")).toContainText("Security 41 agent 95");
  await expect(page.locator("#timeline")).toContainText("Changes requested by Demo reviewer");

  await page.goto("/reviews");
  await keysAct(page);
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/session=/);
  await page.keyboard.press("a");
  await page.keyboard.press("Control+Enter");
  await expect
    .poll(async () => (await reviewsOf(ids.find((id) => id !== mine) ?? "")).length)
    .toBe(1);
});

test("single keys can be switched off", async ({ page }) => {
  const { id } = await riskiest();
  await page.goto(`/reviews?session=${id}`);
  await page.getByRole("button", { name: "Keys" }).click();
  await page.getByLabel("Keys without Ctrl or ⌘").uncheck();
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.keyboard.press("a");
  await expect(verdict(page).getByRole("radio", { name: "Approve" })).not.toBeChecked();
  await page.reload();
  await keysAct(page);
  await page.keyboard.press("a");
  await expect(verdict(page).getByRole("radio", { name: "Approve" })).not.toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(verdict(page).getByText("Choose what you decide.")).toBeVisible();
  await agent().from("exec_implementation_sessions").delete().eq("id", id);
});

test("two never work on the same: taken, skipped, assigned, taken over", async ({
  page,
  browser,
}) => {
  const { id } = await riskiest();
  const own = await newReviewer("Ana First");
  await enter(page, own.email, own.password, "/reviews?show=unassigned");
  await page.getByRole("button", { name: "Next" }).click();
  await expect(page).toHaveURL(new RegExp(id));

  const other = await newReviewer("Ola Second");
  const elsewhere = await strangersPage(browser);
  await enter(elsewhere, other.email, other.password, "/reviews");
  await expect(elsewhere.getByLabel("Who works on what")).toContainText("Ana First");
  await elsewhere.getByRole("button", { name: "Next" }).click();
  await expect(elsewhere).toHaveURL(/session=/);
  await expect(elsewhere).not.toHaveURL(new RegExp(id));
  await elsewhere.getByRole("button", { name: "Give it back" }).click();
  await said(elsewhere, "It is given back to the queue.");

  await elsewhere.goto(`/reviews?session=${id}`);
  await expect(holder(elsewhere)).toContainText("Ana First, until");
  await elsewhere.getByRole("button", { name: "Take it over" }).click();
  await said(elsewhere, "It is yours for 30 minutes.");
  // Whoever had it is told, and sees who has it now.
  await page.getByRole("button", { name: "Give it back" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Somebody else was faster");
  await expect(holder(page)).toContainText("Ola Second");

  await elsewhere.locator("summary", { hasText: "Assign…" }).click();
  await elsewhere.locator("select[name=reviewer]").selectOption({ value: String(own.id) });
  await elsewhere.getByRole("button", { name: "Assign", exact: true }).click();
  await said(elsewhere, "It is assigned.");
  await page.goto("/reviews?show=mine");
  await expect(page.getByRole("list", { name: "The queue, riskiest first" })).toBeVisible();
  await page.goto(`/reviews?show=mine&session=${id}`);
  await expect(holder(page)).toContainText("You, until it is decided");
  await page.getByRole("button", { name: "Skip" }).click();
  await said(page, /^Skipped/);
  await page.goto(`/sessions/${id}`);
  const timeline = page.locator("#timeline");
  await expect(timeline).toContainText("Review passed from Ana First to Ola Second");
  await expect(timeline).toContainText("Review skipped by Ana First");
  await elsewhere.close();
  await agent().from("exec_implementation_sessions").delete().eq("id", id);
  await agent().from("exec_review_assignments").delete().in("reviewer_id", [own.id, other.id]);
});

for (const { colorScheme, width } of looks) {
  test.describe(`in ${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("the queue, an open session, an error and the keys are accessible", async ({ page }) => {
      const { id } = await newSession({ status: "completed", quality_score: 84 });
      await page.goto("/reviews");
      await expectAccessible(page, "queue");
      await page.goto(`/reviews?session=${id}&blind=1`);
      await page.getByRole("button", { name: "Submit", exact: true }).click();
      await expect(page.getByText("Choose what you decide.")).toBeVisible();
      await expectAccessible(page, "error");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys on this page" })).toBeVisible();
      await expectAccessible(page, "keys");
    });
  });
}
