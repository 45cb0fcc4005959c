import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, type Locator, newDirective, type Page, test } from "./support/world.ts";

const card = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const open = (page: Page, id: string) => page.goto(`/directives/${encodeURIComponent(id)}`);

async function newAttempt(sd_id: string, row: Record<string, unknown>): Promise<string> {
  const { data, error } = await agent()
    .from("exec_implementation_sessions")
    .insert({ sd_id, implementation_type: "GENERAL_FEATURE", ...row } as never)
    .select("id")
    .single();
  expect(error).toBeNull();
  return (data as unknown as { id: string }).id;
}

async function change(id: string, row: Record<string, unknown>) {
  const { error } = await agent()
    .from("exec_implementation_sessions")
    .update(row as never)
    .eq("id", id);
  expect(error).toBeNull();
}

/** A failed attempt that went back, and an active one that did better. */
async function newStory() {
  const sd = await newDirective("With a story");
  const first = await newAttempt(sd, {
    started_at: "2026-11-01T09:00:00Z",
    before_screenshots: ["/demo/board-before.png"],
  });
  for (const implementation_progress of [80, 60]) await change(first, { implementation_progress });
  await change(first, {
    status: "failed",
    quality_score: 52,
    completed_at: "2026-11-06T09:00:00Z",
  });
  const second = await newAttempt(sd, {
    started_at: "2026-11-10T09:00:00Z",
    quality_score: 88,
    implementation_progress: 30,
    quality_gates: ["Design review"],
    demo_urls: ["/demo/checkout-flow.html"],
  });
  return { sd, first, second };
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("shows attempts in their order, what moved and what changed", async ({ page }) => {
      const { sd, first, second } = await newStory();
      await open(page, sd);
      const attempts = card(page, "Attempts");
      const items = attempts.locator("ol > li");
      await expect(items).toHaveCount(2);
      await expect(items.nth(0)).toContainText(/Attempt 1failed52needs improvement.*5 d/);
      await expect(items.nth(1)).toContainText(/Attempt 2active.*88high.*now/);
      await expect(attempts).toContainText("failed → active");
      await expect(attempts).toContainText("at most one session in each status");
      for (const [index, id] of [first, second].entries()) {
        const link = items.nth(index).getByRole("link");
        await expect(link).toHaveAttribute("href", `/sessions/${id}`);
      }

      const today = new Intl.DateTimeFormat("en-GB", {
        day: "numeric",
        month: "long",
        timeZone: "UTC",
      }).format(new Date());
      const still = card(page, "Standing still and going back");
      await expect(still.getByRole("listitem").first()).toContainText(
        `fell from 80 to 60 on ${today}`,
      );
      await expect(still).toContainText("Attempt 2 never stood still for two days");
      await expect(page.getByRole("heading", { name: "Attempt 2 is at 30 %" })).toBeVisible();

      const changed = card(page, "What changed between attempts");
      await expect(changed).toContainText("From attempt 1 to 2");
      await expect(changed).toContainText("quality 52 → 88 (better)");
      await expect(changed).toContainText("progress 60 → 30 % (worse)");
      await changed.getByRole("link", { name: "Compare 1 and 2 side by side" }).click();
      await expect(page).toHaveURL(`/sessions/compare?ids=${first}&ids=${second}`);
    });
  });
}

test("shows checkpoints by type, evidence, hand-offs and the timeline", async ({ page }) => {
  const { sd, first, second } = await newStory();
  const client = agent();
  const met = await client
    .from("exec_quality_checkpoints")
    .update({ is_complete: true })
    .eq("session_id", second)
    .eq("checkpoint_type", "TESTING");
  const handoff = await client.from("exec_handoff_preparations").insert({
    session_id: first,
    sd_id: sd,
    handoff_status: "rejected",
    implementation_summary: "Handed over too early.",
  });
  expect([met.error, handoff.error]).toEqual([null, null]);
  await open(page, sd);

  const checkpoints = card(page, "Checkpoints of the newest session");
  await expect(checkpoints).toContainText("1 of 4 met");
  await expect(checkpoints.getByRole("heading", { name: "Testing 1 of 1 met" })).toBeVisible();
  await expect(checkpoints.getByRole("heading", { name: "Code quality 0 of 2 met" })).toBeVisible();
  await expect(checkpoints.getByRole("heading", { name: "Named as gates only" })).toBeVisible();

  const evidence = card(page, "Evidence through the attempts").locator("tbody tr");
  await expect(evidence.nth(0)).toHaveText("Attempt 11000");
  await expect(evidence.nth(1)).toHaveText("Attempt 20010");
  await expect(card(page, "Hand-offs")).toContainText("Handed over too early.");
  await expect(card(page, "Hand-offs").getByRole("heading", { level: 3 })).toHaveText("Attempt 1");

  const timeline = card(page, "Timeline").locator("ol > li");
  await expect(timeline.filter({ hasText: "Session failed" })).toHaveCount(1);
  await expect(timeline.filter({ hasText: "Checkpoint completed" })).toHaveCount(1);
  await expect(timeline.filter({ hasText: "progress 80" })).toHaveCount(1);
});

test("pages through the whole timeline", async ({ page }) => {
  const sd = await newDirective();
  const id = await newAttempt(sd, {});
  for (let value = 1; value <= 35; value++) await change(id, { implementation_progress: value });
  await open(page, sd);
  const titles = card(page, "Timeline").locator("ol > li");
  await expect(titles).toHaveCount(30);
  await page.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/before=\d+/);
  await expect(titles.filter({ hasText: "Session started" })).toHaveCount(1);
  await expect(titles.last()).toContainText("Directive created");
  await expect(page.getByRole("link", { name: "Older" })).toHaveCount(0);
});

test("says what is not there: no session, no PRD", async ({ page }) => {
  const sd = await newDirective("Only a plan");
  await open(page, sd);
  await expect(page.getByText("No agent has begun this directive yet")).toBeVisible();
  await expect(page.getByText("No PRD is written for this directive yet.")).toBeVisible();
  await expect(card(page, "Timeline").locator("ol > li")).toHaveText(/Directive created by agent/);
  await expect(card(page, "Attempts")).toHaveCount(0);
});

test("shows the PRD with its status and who approved it, and folds the texts", async ({ page }) => {
  await page.goto("/directives/SD-UI-014");
  const prd = page.getByRole("list", { name: "PRD" });
  await expect(prd).toContainText("PRD-SD-UI-014");
  await expect(prd).toContainText(/approved.*by LEAD/);
  const scope = page.getByText("Queue, reasons, keyboard. No bulk decisions.");
  await expect(scope).toBeHidden();
  await page.getByText("Description, rationale, scope").click();
  await expect(scope).toBeVisible();
});

test("says of an attempt that it has no start, or ended before it began", async ({ page }) => {
  const sd = await newDirective();
  await newAttempt(sd, { status: "failed", started_at: null });
  await newAttempt(sd, {
    status: "completed",
    started_at: "2026-11-10T09:00:00Z",
    completed_at: "2026-11-08T09:00:00Z",
  });
  await open(page, sd);
  await expect(page.getByText("Without a start it has no place on the axis.")).toBeVisible();
  await expect(page.getByText("Its end lies before its start.")).toBeVisible();
});

test("takes ids as agents write them, and knows no others", async ({ page }) => {
  const suffix = Date.now().toString(36);
  for (const odd of [
    `a/b ${suffix}`,
    `50% %2F ${suffix}`,
    `"q", \\ ? # & ${suffix}`,
    `../${suffix}`,
    `é🧪 ${suffix}`,
  ]) {
    const { error } = await agent()
      .from("strategic_directives_v2")
      .insert({
        id: odd,
        title: `<b>${odd}</b>`,
        status: "<i>",
        category: "q",
        priority: "<u>",
        description: "<script>window.__hit=1</script>",
        rationale: "",
        scope: "",
      } as never);
    expect(error).toBeNull();
    await newAttempt(odd, { quality_score: 80 });
    await page.goto(`/directives?directive=${encodeURIComponent(`<b>${odd}`)}`);
    await page.locator("tbody a").click();
    await expect(page.getByRole("heading", { level: 1 }), odd).toContainText(`<b>${odd}</b>`);
    await expect(card(page, "Attempts").locator("ol > li")).toHaveCount(1);
    expect(await page.evaluate(() => "__hit" in window)).toBe(false);
  }
  const sd = await newDirective();
  for (const path of [sd.toLowerCase(), "none", "SD%00", "%25", "x".repeat(300)]) {
    const response = await page.goto(`/directives/${path}`);
    expect(response?.status(), path).toBe(404);
  }
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("has no finding and no sideways scroll", async ({ page }) => {
      for (const id of ["SD-UI-014", await newDirective("Only a plan")]) {
        await open(page, id);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.locator("main details").evaluateAll((all) => {
          for (const each of all) each.setAttribute("open", "");
        });
        await expectAccessible(page);
      }
    });
  });
}

test("a keyboard alone unfolds what changed and follows an attempt", async ({ page }) => {
  await page.goto("/directives/SD-UI-014");
  const tabTo = async (target: Locator) => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press("Tab");
      if (await target.evaluate((each) => each === document.activeElement)) return;
    }
  };
  const texts = page.getByText("Description, rationale, scope");
  await tabTo(texts);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Queue, reasons, keyboard. No bulk decisions.")).toBeVisible();
  const attempt = page.getByRole("link", { name: /^Attempt 1/ }).first();
  await tabTo(attempt);
  await expect(attempt).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sessions\//);
});
