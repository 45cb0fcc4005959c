// A session through its life, as a reviewer moves it.
import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, newSession, type Page, test } from "./support/world.ts";

test.use({ role: "reviewer" });

const panel = (page: Page, name: string) =>
  page.locator("details", { has: page.locator("summary", { hasText: name }) });
const open = async (page: Page, name: string) => {
  await panel(page, name).locator("summary").click();
  return panel(page, name);
};
const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

async function row(id: string) {
  const { data } = await agent()
    .from("exec_implementation_sessions")
    .select()
    .eq("id", id)
    .single();
  return data as NonNullable<typeof data>;
}

test("pauses, resumes and completes, seeing what is open and what follows", async ({ page }) => {
  const { id } = await newSession({
    quality_score: 82,
    sub_agent_results: [{ sub_agent_type: "SECURITY", status: "FAIL", summary: "Open port" }],
  });
  await page.goto(`/sessions/${id}`);
  await page.getByRole("button", { name: "Pause" }).click();
  await said(page, "The session is paused.");
  expect((await row(id)).status).toBe("paused");
  await page.getByRole("button", { name: "Resume" }).click();
  await said(page, "The session is active again.");

  const completing = await open(page, "Complete…");
  await expect(completing).toContainText("3 required checkpoints open: Code review completion");
  await expect(completing).toContainText("1 sub-agent result failed: Security");
  await expect(completing).toContainText("no screenshots and no demos");
  await expect(completing).toContainText("The directive becomes implementation complete");
  await completing.getByRole("button", { name: "Complete" }).click();
  await said(page, "The session is completed.");
  expect(await row(id)).toMatchObject({ status: "completed", completed_at: expect.any(String) });
  const timeline = page.locator("#timeline");
  await expect(timeline).toContainText("Session completed by Demo reviewer");
  await expect(timeline).toContainText("Session paused by Demo reviewer");
});

test("is told before the click which place is taken, and by which session", async ({ page }) => {
  const { id, sd_id } = await newSession({ status: "completed" });
  const second = await agent()
    .from("exec_implementation_sessions")
    .insert({ sd_id, implementation_type: "GENERAL_FEATURE" })
    .select("id")
    .single();
  await page.goto(`/sessions/${second.data?.id}`);
  const completing = await open(page, "Complete…");
  await expect(completing).toContainText(
    new RegExp(
      `${sd_id} already has a completed session \\(\\d+ \\w+\\). Reopen or delete that one first, or leave this one active.`,
    ),
  );
  await expect(completing.getByRole("button")).toHaveCount(0);
  await completing.getByRole("link", { name: "Open the completed session" }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(await open(page, "Reopen…")).toContainText("already has an active session");
});

test("is told so after the click where somebody else was faster", async ({ page }) => {
  const { id, sd_id } = await newSession();
  await page.goto(`/sessions/${id}`);
  const completing = await open(page, "Complete…");
  const other = { sd_id, implementation_type: "GENERAL_FEATURE", status: "completed" };
  expect((await agent().from("exec_implementation_sessions").insert(other)).error).toBeNull();
  await completing.getByRole("button", { name: "Complete" }).click();
  await expect(page.getByRole("alert").filter({ hasText: sd_id })).toContainText(
    "already has a completed session",
  );
  expect((await row(id)).status).toBe("active");
});

test("an agent's write meanwhile is shown, what was typed is kept, and goes through then", async ({
  page,
}) => {
  const { id } = await newSession({ security_score: 71 });
  await page.goto(`/sessions/${id}`);
  const scores = await open(page, "Edit scores…");
  await scores.getByLabel("Security").fill("40");
  const write = { security_score: 95 };
  await agent().from("exec_implementation_sessions").update(write).eq("id", id);
  await scores.getByRole("button", { name: "Save the scores" }).click();
  const problem = scores.getByRole("alert");
  await expect(problem).toContainText("Somebody else was faster");
  await expect(problem).toContainText("security 71 → 95");
  await expect(problem).toBeFocused();
  await expect(scores.getByLabel("Security")).toHaveValue("40");
  expect((await row(id)).security_score).toBe(95);
  await scores.getByRole("button", { name: "Save the scores" }).click();
  await said(page, "The scores are saved.");
  expect(await row(id)).toMatchObject({ security_score: 40, quality_score: 40 });
});

test("sets the overall score by hand with a reason, and a 0 that is meant", async ({ page }) => {
  const { id } = await newSession({ code_quality_score: 90, quality_score: 90 });
  await page.goto(`/sessions/${id}`);
  const scores = await open(page, "Edit scores…");
  await scores.getByLabel("Performance").fill("0");
  await scores.getByLabel("Overall, by hand").fill("101");
  await scores.getByRole("button", { name: "Save the scores" }).click();
  await expect(scores.getByLabel("Overall, by hand")).toBeFocused();
  await scores.getByLabel("Overall, by hand").fill("50");
  await scores.getByRole("button", { name: "Save the scores" }).click();
  await expect(scores.getByLabel("Reason")).toBeFocused();
  await scores.getByLabel("Reason").fill("Nothing answers in time");
  await scores.getByRole("button", { name: "Save the scores" }).click();
  await said(page, "The scores are saved.");
  expect(await row(id)).toMatchObject({ performance_score: 0, quality_score: 50 });
  const region = page.getByRole("region", { name: "Domain scores" });
  await expect(region).toContainText(/Performance\s*0\s*needs improvement/);
  await expect(page.locator("#timeline")).toContainText("Reason: Nothing answers in time");
});

test("completes a checkpoint with a click, takes it back, and names its evidence", async ({
  page,
}) => {
  const { id } = await newSession();
  await page.goto(`/sessions/${id}`);
  const item = page.getByRole("listitem").filter({ hasText: "Code review completion" }).first();
  await item.getByRole("button", { name: "Complete Code review completion" }).click();
  await expect(item.getByRole("button", { name: "Reopen Code review completion" })).toBeVisible();
  await expect(item).toContainText("Demo reviewer");
  await item.getByRole("button", { name: "Reopen Code review completion" }).click();
  await expect(item.getByRole("button", { name: /^Complete/ })).toBeVisible();

  await item.locator("summary", { hasText: "Evidence…" }).click();
  await item.getByLabel("Met").check();
  await item.getByLabel("Score").fill("88");
  await item.getByLabel("Evidence link").fill("javascript:alert(1)");
  await item.getByRole("button", { name: "Save the checkpoint" }).click();
  await expect(item.getByLabel("Evidence link")).toBeFocused();
  await item.getByLabel("Evidence link").fill("https://ci.example.com/17");
  await item.getByRole("button", { name: "Save the checkpoint" }).click();
  await said(page, "The checkpoint is saved.");
  await expect(item).toContainText("score 88");
  await expect(item.getByRole("link", { name: /evidence/ })).toHaveAttribute(
    "href",
    "https://ci.example.com/17",
  );
});

test.describe("an admin", () => {
  test.use({ role: "admin" });

  test("waives a checkpoint until a day, and deletes a session by name of what goes", async ({
    page,
  }) => {
    const { id, sd_id } = await newSession({ status: "completed" });
    await page.goto(`/sessions/${id}`);
    const item = page.getByRole("listitem").filter({ hasText: "Unit test coverage" }).first();
    await item.locator("summary", { hasText: "Waive…" }).click();
    await item.getByRole("button", { name: "Waive it" }).click();
    await expect(item.getByRole("textbox", { name: "Reason", exact: true })).toBeFocused();
    await item.getByRole("textbox", { name: "Reason", exact: true }).fill("No runner yet");
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    await item.getByLabel("Until the end of").fill(day);
    await item.getByRole("button", { name: "Waive it" }).click();
    await said(page, "The checkpoint is waived until the end of");
    await expect(item).toContainText("No runner yet");
    await expect(page.getByLabel("What to look at")).toContainText("2 required checkpoints open");
    // Its end passes.
    await agent()
      .from("exec_checkpoint_waivers")
      .update({ ends_at: new Date(Date.now() - 1000).toISOString() })
      .eq("session_id", id);
    await page.reload();
    await expect(item).toContainText("Its waiver ended on");
    await expect(page.getByLabel("What to look at")).toContainText("waiver");

    const deleting = await open(page, "Delete…");
    await expect(deleting).toContainText("With it go 3 checkpoints, 0 sub-agent activations");
    await deleting.getByRole("button", { name: "Delete this session" }).click();
    await expect(deleting.getByLabel("Yes, delete all of that")).toBeFocused();
    await deleting.getByLabel("Yes, delete all of that").check();
    await deleting.getByRole("button", { name: "Delete this session" }).click();
    await expect(page).toHaveURL(new RegExp(`/directives/${sd_id}`));
    await said(page, `The session of ${sd_id} was deleted.`);
    await expect(page.locator("#timeline")).toContainText("Session deleted by Demo admin");
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("steps work, errors keep what was typed, and what was done is said", async ({ page }) => {
    const { id } = await newSession();
    await page.goto(`/sessions/${id}`);
    await page.getByRole("button", { name: "Pause" }).click();
    await said(page, "The session is paused.");
    const scores = await open(page, "Edit progress and coverage…");
    await scores.getByLabel("Progress, %").fill("140");
    await scores.getByLabel("Coverage, %").fill("70");
    await scores.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Enter a whole number from 0 to 100").first()).toBeAttached();
    await expect(page.getByLabel("Coverage, %")).toHaveValue("70");
    await expect(page.getByLabel("Progress, %")).toHaveValue("140");
    expect((await row(id)).test_coverage_pct).toBe(0);
  });
});

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("reads all of it and is offered nothing to change", async ({ page }) => {
    const { id } = await newSession({ status: "completed" });
    await page.goto(`/sessions/${id}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("main form")).toHaveCount(0);
    await expect(page.locator("summary", { hasText: "…" })).toHaveCount(0);
  });
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ role: "admin", colorScheme, viewport: { width, height: 900 } });

    test("every panel is accessible, with its error shown", async ({ page }) => {
      const { id, sd_id } = await newSession();
      const handoff = { session_id: id, sd_id, implementation_summary: "Built" };
      await agent().from("exec_handoff_preparations").insert(handoff);
      await page.goto(`/sessions/${id}`);
      await (await open(page, "Edit scores…")).getByLabel("Security").fill("x");
      await page.getByRole("button", { name: "Save the scores" }).click();
      await expect(page.getByText("Enter a whole number from 0 to 100").first()).toBeVisible();
      await page.locator("main details").evaluateAll((all) => {
        for (const each of all) {
          each.removeAttribute("name");
          (each as HTMLDetailsElement).open = true;
        }
      });
      await expectAccessible(page);
    });
  });
}
