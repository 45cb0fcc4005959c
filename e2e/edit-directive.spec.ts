import { entry, newId, newPrd, rowOf, said, show } from "./support/documents.ts";
import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, newDirective, test } from "./support/world.ts";

test.use({ role: "reviewer" });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("creates a directive, then edits it", async ({ page }) => {
      const id = newId();
      await page.goto("/directives");
      await page.getByRole("link", { name: "New directive" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "New directive" })).toBeVisible();
      await page.getByLabel("Id", { exact: true }).fill(id.toLowerCase());
      await page.getByLabel("Title").fill("Search by voice");
      await page.getByLabel("Description").fill("Speak, and find.\n\nIn ten languages.");
      await page.getByLabel("Category").fill("feature");
      await page.getByLabel("Priority").selectOption("high");
      await page.getByLabel("Application").fill("EHG");
      await page.getByLabel("Progress").fill(" 5 ");
      await page.getByRole("button", { name: "Create the directive" }).click();

      await expect(page).toHaveURL(`/directives/${id}`);
      await said(page, `${id} is there now.`);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Search by voice");
      await expect(entry(page, "Directive created")).toContainText("by Demo reviewer");
      expect(await rowOf(id)).toMatchObject({
        status: "draft",
        priority: "high",
        description: "Speak, and find.\n\nIn ten languages.",
        rationale: "",
        target_application: "EHG",
        sd_type: null,
        progress: 5,
        created_by: "Demo reviewer",
      });

      await page.getByRole("link", { name: "Edit the directive" }).click();
      await expect(page.getByLabel("Description")).toHaveValue(/^Speak, and find\.\n\nIn ten/);
      await page.getByLabel("Status").selectOption("in_progress");
      await page.getByLabel("Scope").fill("No dictation.");
      await page.getByRole("button", { name: "Save the directive" }).click();
      await expect(page).toHaveURL(`/directives/${id}`);
      await said(page, `${id} is saved.`);
      const change = entry(page, "Directive became in progress");
      await expect(change).toContainText("by Demo reviewer");
      await expect(change).toContainText(/scope none.*No dictation\./);
      expect(await rowOf(id)).toMatchObject({
        status: "in_progress",
        scope: "No dictation.",
        updated_by: "Demo reviewer",
      });
    });

    test("says what is wrong beside each field, and keeps what was typed", async ({ page }) => {
      const taken = await newDirective();
      await page.goto("/directives/new");
      await page.getByLabel("Id", { exact: true }).fill("SD/UI 1");
      await page.getByLabel("Description").fill("To be kept.");
      await page.getByLabel("Status").selectOption("planning");
      await page.getByLabel("Progress").fill("101");
      const create = page.getByRole("button", { name: "Create the directive" });
      await create.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        "Not done yet: see what is marked below.",
      );
      for (const [label, problem] of [
        ["Id", "Use letters, digits and single hyphens, such as SD-UI-014."],
        ["Title", "Give it a title."],
        ["Category", "Name a category."],
        ["Progress", "Enter a whole number from 0 to 100"],
      ] as const) {
        const field = page.getByLabel(label, { exact: label === "Id" });
        await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect(field).toHaveAccessibleDescription(new RegExp(problem));
      }
      if (javaScriptEnabled) await expect(page.getByLabel("Id", { exact: true })).toBeFocused();
      await expect(page.getByLabel("Id", { exact: true })).toHaveValue("SD/UI 1");
      await expect(page.getByLabel("Description")).toHaveValue("To be kept.");
      await expect(page.getByLabel("Status")).toHaveValue("planning");

      await page.getByLabel("Id", { exact: true }).fill(taken);
      await page.getByLabel("Title").fill("A second one");
      await page.getByLabel("Category").fill("feature");
      await page.getByLabel("Progress").fill("");
      await create.click();
      await expect(page.getByRole("main").getByRole("alert")).toContainText(
        "already a directive with this id",
      );
      await expect(page.getByLabel("Id", { exact: true })).toHaveAttribute("aria-invalid", "true");
      await expect(page.getByLabel("Description")).toHaveValue("To be kept.");
      expect((await rowOf(taken))?.title).toBe("A directive of a test");
    });

    test("shows who was faster, keeps what was typed, and takes the second click", async ({
      page,
    }) => {
      const id = await newDirective();
      await show(page, id, "/edit");
      await page.getByLabel("Title").fill("My title");
      const other = await agent()
        .from("strategic_directives_v2")
        .update({ title: "Their title", status: "review" })
        .eq("id", id);
      expect(other.error).toBeNull();

      const save = page.getByRole("button", { name: "Save the directive" });
      await save.click();
      const alert = page.getByRole("main").getByRole("alert");
      await expect(alert).toContainText("Somebody else changed the same meanwhile.");
      const meanwhile = alert.getByRole("list", { name: "Meanwhile" });
      await expect(meanwhile).toHaveText(/Directive became review by agent, .*UTC: title A dir/);
      await expect(meanwhile).toContainText("→ Their title");
      await expect(page.getByLabel("Title")).toHaveValue("My title");
      // What I left alone shows what they chose, and is not undone.
      await expect(page.getByLabel("Status")).toHaveValue("review");
      expect((await rowOf(id))?.title).toBe("Their title");

      await save.click();
      await expect(page).toHaveURL(`/directives/${id}`);
      expect(await rowOf(id)).toMatchObject({ title: "My title", status: "review" });
    });
  });
}

test("two edits of different values both stand, without a question", async ({ page }) => {
  const id = await newDirective();
  await show(page, id, "/edit");
  await page.getByLabel("Title").fill("My title");
  const { error } = await agent()
    .from("strategic_directives_v2")
    .update({ status: "implementation_complete" })
    .eq("id", id);
  expect(error).toBeNull();
  await page.getByRole("button", { name: "Save the directive" }).click();
  await said(page, `${id} is saved.`);
  expect(await rowOf(id)).toMatchObject({ title: "My title", status: "implementation_complete" });
});

test("a draft comes back after a reload, without undoing what others did, and goes once saved", async ({
  page,
}) => {
  const id = await newDirective();
  await show(page, id, "/edit");
  await page.getByLabel("Rationale").fill("Typed before the laptop closed.");
  const { error } = await agent()
    .from("strategic_directives_v2")
    .update({ priority: "critical" })
    .eq("id", id);
  expect(error).toBeNull();
  await page.reload();
  await expect(page.getByText("What you had typed before is here again.")).toBeVisible();
  await expect(page.getByLabel("Rationale")).toHaveValue("Typed before the laptop closed.");
  await expect(page.getByLabel("Priority")).toHaveValue("critical");
  await page.getByRole("button", { name: "Save the directive" }).click();
  await said(page, `${id} is saved.`);
  expect(await rowOf(id)).toMatchObject({
    priority: "critical",
    rationale: "Typed before the laptop closed.",
  });
  const drafts = await page.evaluate(() => Object.keys(localStorage));
  expect(drafts.filter((key) => key.startsWith("exhibit-draft"))).toEqual([]);
});

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("sees no buttons, and is told who may and whom to ask", async ({ page }) => {
    const id = await newDirective();
    await newPrd(id);
    for (const path of ["/directives", `/directives/${id}`]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("link", { name: /New directive|Edit|Write/ })).toHaveCount(0);
      await expect(page.getByText("Start a session…")).toHaveCount(0);
    }
    for (const [path, who] of [
      ["/directives/new", "Reviewers and admins write directives"],
      [`/directives/${id}/edit`, "Reviewers and admins write directives"],
      [`/directives/${id}/prd`, "Reviewers and admins write PRDs"],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1, name: who })).toBeVisible();
      await expect(
        page.getByText(/An admin can give you another role: .*Demo admin/),
      ).toBeVisible();
      await expect(page.locator("main form")).toHaveCount(0);
    }
    await page.getByRole("link", { name: "Back to the directive" }).click();
    await expect(page).toHaveURL(`/directives/${id}`);
  });
});

test("what is not there cannot be edited", async ({ page }) => {
  const id = await newDirective();
  for (const path of [
    "/directives/SD-NONE/edit",
    "/directives/SD-NONE/prd",
    `/directives/${id}/prd?id=none`,
  ]) {
    const response = await page.goto(path);
    expect(response?.status(), path).toBe(404);
  }
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("the forms have no finding and no sideways scroll, with errors shown", async ({
      page,
    }) => {
      const id = await newDirective();
      await newPrd(id, { test_scenarios: [{ scenario: "x".repeat(200) }] });
      for (const [path, label, button] of [
        ["/directives/new", "Progress", "Create the directive"],
        [`/directives/${id}/edit`, "Progress", "Save the directive"],
        [`/directives/${id}/prd`, "Progress", "Save the PRD"],
        [`/directives/${id}`, null, "Start the session"],
      ] as const) {
        await page.goto(path);
        if (label) await page.getByLabel(label).fill("999");
        else await page.getByText("Start a session…").click();
        await page.getByRole("button", { name: button }).click();
        await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  });
}
