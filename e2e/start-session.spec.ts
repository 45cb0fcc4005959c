import { newPrd, said, show } from "./support/documents.ts";
import { agent, expect, newDirective, test } from "./support/world.ts";

test.use({ role: "reviewer" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("starts a session, and says why not where one is active", async ({ page }) => {
      const id = await newDirective();
      await newPrd(id);
      await show(page, id);
      await page.getByText("Start a session…").click();
      await page.getByLabel("Quality gates").fill("Design review\n\nPen test");
      await page.getByRole("button", { name: "Start the session" }).click();
      await expect(page.getByText("Choose a type.")).toBeVisible();
      await expect(page.getByLabel("Quality gates")).toHaveValue("Design review\n\nPen test");
      if (javaScriptEnabled) await expect(page.getByLabel("Type")).toBeFocused();

      await page.getByLabel("Type").selectOption({ label: "API endpoint" });
      await page.getByRole("button", { name: "Start the session" }).click();
      await expect(page).toHaveURL(/\/sessions\/[0-9a-f-]{36}$/);
      await said(page, `A session for ${id} was started.`);
      const { data } = await agent()
        .from("exec_implementation_sessions")
        .select("*")
        .eq("sd_id", id)
        .single();
      expect(data).toMatchObject({
        implementation_type: "API_ENDPOINT",
        prd_id: `PRD-${id}`,
        quality_gates: ["Design review", "Pen test"],
        status: "active",
      });

      const session = page.url();
      await show(page, id);
      await expect(page.getByText("Start a session…")).toHaveCount(0);
      await expect(
        page.getByText(
          new RegExp(`^${id} already has an active session \\(\\d+ \\p{L}+\\)\\. Complete,`, "u"),
        ),
      ).toBeVisible();
      await page.getByRole("link", { name: "Open the active session" }).click();
      await expect(page).toHaveURL(session);
    });
  });
}

test("sent twice at once, one session is made", async ({ page }) => {
  const id = await newDirective();
  await show(page, id);
  await page.getByText("Start a session…").click();
  await page.getByLabel("Type").selectOption("UI_COMPONENT");
  await page.getByRole("button", { name: "Start the session" }).dblclick();
  await expect(page).toHaveURL(/\/sessions\//);
  const { data } = await agent().from("exec_implementation_sessions").select("id").eq("sd_id", id);
  expect(data).toHaveLength(1);
});

test("an agent that was faster is named when a session is refused", async ({ page }) => {
  const id = await newDirective();
  await show(page, id);
  await page.getByText("Start a session…").click();
  await page.getByLabel("Type").selectOption("UI_COMPONENT");
  const { error } = await agent()
    .from("exec_implementation_sessions")
    .insert({ sd_id: id, implementation_type: "UI_COMPONENT" } as never);
  expect(error).toBeNull();
  await page.getByRole("button", { name: "Start the session" }).click();
  await expect(page.getByText(`${id} already has an active session`).first()).toBeVisible();
});
