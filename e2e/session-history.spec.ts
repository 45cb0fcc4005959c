// A session's life: what its charts and its timeline say after an agent has worked on it.
import AxeBuilder from "@axe-core/playwright";
import { agent, expect, newSession, test } from "./support/world.ts";

async function update(id: string, row: Record<string, unknown>) {
  const { error } = await agent()
    .from("exec_implementation_sessions")
    .update(row as never)
    .eq("id", id);
  expect(error).toBeNull();
}

async function worked() {
  const session = await newSession({ implementation_type: "AUTHENTICATION", quality_score: 62 });
  await update(session.id, { implementation_progress: 80, security_score: 71 });
  await update(session.id, { implementation_progress: 60, test_coverage_pct: 40 });
  await update(session.id, { quality_score: 91, security_score: 0 });
  return session;
}

test("charts name what they found, and hold the same numbers as a table", async ({ page }) => {
  const { id } = await worked();
  await page.goto(`/sessions/${id}`);
  const domains = page.getByRole("region", {
    name: /^Security is \d+ below its target, 3 were not scored$/,
  });
  await expect(domains).toBeVisible();
  const scores = page.getByRole("region", { name: "Quality rose from 62 to 91" });
  const progress = page.getByRole("region", { name: "Progress fell once and stands at 60 %" });
  for (const chart of [domains, scores, progress]) {
    await chart.scrollIntoViewIfNeeded();
    await expect(chart.locator("[data-drawn=true] svg").first()).toBeVisible();
  }

  await scores.getByText("Show as table").click();
  const rows = scores.getByRole("row");
  const cells = async (row: number) =>
    (await rows.nth(row).getByRole("cell").allInnerTexts()).slice(0, 4);
  await expect(rows.first()).toContainText("Quality");
  expect(await cells(1)).toEqual([
    "62",
    expect.stringContaining("not scored"),
    expect.anything(),
    expect.stringContaining("not scored"),
  ]);
  expect(await cells(2)).toEqual(["62", expect.anything(), expect.anything(), "71"]);
  // A 0 that somebody set is a 0.
  expect(await cells(4)).toEqual(["91", expect.anything(), expect.anything(), "0"]);

  await progress.getByText("Show as table").click();
  await expect(progress.getByRole("cell", { name: "80 %" })).toBeVisible();
});

test("the timeline tells what changed, newest first", async ({ page }) => {
  const { id } = await worked();
  await agent()
    .from("exec_quality_checkpoints")
    .update({ is_complete: true, completed_by: "TESTING sub-agent" })
    .eq("session_id", id)
    .eq("checkpoint_name", "Code review completion");
  await page.goto(`/sessions/${id}`);
  const items = page.locator("#timeline").getByRole("listitem").filter({ hasText: "by agent" });
  await expect(items).toHaveCount(5);
  await expect(items.nth(0)).toContainText("Checkpoint completed: Code review completion");
  await expect(items.nth(1)).toContainText(/quality 62 →\s*became 91/);
  await expect(items.nth(1)).toContainText(/security 71 →\s*became 0/);
  await expect(items.nth(2)).toContainText(/progress 80 →\s*became 60/);
  await expect(items.nth(4)).toContainText("Session started, Authentication");
});

test("a long timeline is read page by page", async ({ page }) => {
  const { id } = await newSession();
  for (let progress = 1; progress <= 40; progress++) {
    await update(id, { implementation_progress: progress });
  }
  await page.goto(`/sessions/${id}`);
  const timeline = page.locator("#timeline");
  await expect(timeline).toContainText(/progress 39 →\s*became 40/);
  await expect(timeline).not.toContainText("Session started");
  await timeline.getByRole("link", { name: "Older" }).click();
  await expect(page).toHaveURL(/before=\d+/);
  await expect(timeline).toContainText("Session started");
  await expect(timeline.getByRole("link", { name: "Older" })).toHaveCount(0);
  await timeline.getByRole("link", { name: "Back to the newest" }).click();
  await expect(timeline).toContainText(/progress 39 →\s*became 40/);
  for (const nonsense of ["0", "-1", "x", "1e9", "9".repeat(30), "1&before=2"]) {
    const answer = await page.goto(`/sessions/${id}?before=${nonsense}`);
    expect(answer?.status(), nonsense).toBe(200);
  }
});

test("a new session says that there is nothing to draw yet", async ({ page }) => {
  const { id } = await newSession();
  await page.goto(`/sessions/${id}`);
  await expect(page.getByRole("region", { name: "No domain was scored" })).toContainText(
    "None of the four domains has a score yet.",
  );
  await expect(page.getByRole("region", { name: "Quality was never scored" })).toBeVisible();
});

test("a chart's marks are walked by keyboard", async ({ page }) => {
  const { id } = await worked();
  await page.goto(`/sessions/${id}`);
  const chart = page.getByRole("region", { name: "Quality rose from 62 to 91" });
  await chart.scrollIntoViewIfNeeded();
  await expect(chart.locator("[data-drawn]")).toBeVisible();
  const drawing = chart.locator("svg[tabindex]").first();
  await drawing.focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.locator(".recharts-tooltip-wrapper")).toContainText("Quality");
});

test("each chart can be had as CSV and as SVG", async ({ page }) => {
  const { id } = await worked();
  await page.goto(`/sessions/${id}`);
  const chart = page.getByRole("region", { name: "Progress fell once and stands at 60 %" });
  await chart.scrollIntoViewIfNeeded();
  for (const [kind, content] of [
    ["CSV", /80/],
    ["SVG", /^<svg[\s\S]*<\/svg>$/],
  ] as const) {
    const button = chart.getByRole("button", { name: new RegExp(`as ${kind}$`) });
    await expect(button).toBeEnabled();
    const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString().trim()).toMatch(content);
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("findings, tables and timeline are there", async ({ page }) => {
    const { id } = await worked();
    await page.goto(`/sessions/${id}`);
    const chart = page.getByRole("region", { name: "Quality rose from 62 to 91" });
    await chart.getByText("Show as table").click();
    await expect(chart.getByRole("cell", { name: "91" }).first()).toBeVisible();
    await expect(chart.getByRole("button")).toHaveCount(0);
    await expect(page.locator("#timeline")).toContainText("Session started");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("axe finds nothing once the charts are drawn", async ({ page }) => {
      const { id } = await worked();
      await page.goto(`/sessions/${id}`);
      for (const box of await page.locator("[aria-describedby$=-measures]").all()) {
        await box.scrollIntoViewIfNeeded();
        await expect(box).toHaveAttribute("data-drawn", "true");
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    });
  });
}
