import { entry, newPrd, prdOf, said, show } from "./support/documents.ts";
import { expect, loginOf, newDirective, test } from "./support/world.ts";

test.use({ role: "reviewer" });

test("writes a PRD and approves it, by name", async ({ page }) => {
  const id = await newDirective("Voice search");
  await show(page, id);
  await page.getByRole("link", { name: "Write the PRD" }).click();
  await expect(page.getByLabel("Id", { exact: true })).toHaveValue(`PRD-${id}`);
  await expect(page.getByLabel("Title")).toHaveValue("Requirements: Voice search");
  await page.getByLabel("Acceptance criteria").fill("Opens in a second\nWorks offline\n");
  await page.getByLabel("Test scenarios").fill('[{"scenario": "A noisy room"}');
  await page.getByRole("button", { name: "Create the PRD" }).click();
  await expect(page.getByLabel("Test scenarios")).toBeFocused();
  await expect(page.getByLabel("Test scenarios")).toHaveAccessibleDescription(/begins like JSON/);
  await page.getByLabel("Test scenarios").fill('[{"scenario": "A noisy room"}]');
  await page.getByRole("button", { name: "Create the PRD" }).click();
  await expect(page).toHaveURL(`/directives/${id}`);
  await said(page, `PRD-${id} is there now.`);
  await expect(page.getByRole("list", { name: "PRD" })).toContainText("no approval recorded");
  await expect(entry(page, `PRD-${id} created`)).toContainText("by Demo reviewer");
  expect(await prdOf(id)).toMatchObject({
    acceptance_criteria: ["Opens in a second", "Works offline"],
    test_scenarios: [{ scenario: "A noisy room" }],
    functional_requirements: null,
    approved_by: null,
  });

  await page.getByRole("link", { name: `Edit PRD-${id}` }).click();
  await page.getByLabel("Status").selectOption("approved");
  await page.getByRole("button", { name: "Save the PRD" }).click();
  await expect(page.getByRole("list", { name: "PRD" })).toContainText(
    /approved\s*approved by Demo reviewer/,
  );
  await expect(entry(page, `PRD-${id} became approved`)).toContainText("by Demo reviewer");
  expect(await prdOf(id)).toMatchObject({ status: "approved", approved_by: "Demo reviewer" });
});

test("leaves what was not touched exactly as it was, whatever it is", async ({ page }) => {
  const id = await newDirective();
  const odd = {
    title: "Two\nlines",
    status: "Approved!",
    priority: null,
    executive_summary: "  indented\r\nand ended by a break\n",
    functional_requirements: ["two\nlines", " room "],
    acceptance_criteria: "a word",
    test_scenarios: { b: [1, { deep: null }], a: false },
    exec_checklist: [],
    validation_checklist: ["x".repeat(60_000)],
    plan_validation: ["one", "two"],
  };
  await newPrd(id, odd);
  await show(page, id, "/prd");
  await expect(page.getByLabel("Status")).toHaveValue("Approved!");
  await expect(page.getByLabel("Functional requirements")).toHaveValue(/^\[\n {2}"two\\nlines"/);
  await expect(page.getByLabel("Plan validation")).toHaveValue("one\ntwo");
  await expect(page.getByText("This is too long to be edited here")).toHaveCount(1);
  const save = page.getByRole("button", { name: "Save the PRD" });
  await save.click();
  await said(page, `Nothing of PRD-${id} was changed.`);
  await expect(entry(page, "changed")).toHaveCount(0);
  expect(await prdOf(id)).toMatchObject(odd);

  await show(page, id, "/prd");
  await page.getByLabel("Plan validation").fill("one");
  await save.click();
  await said(page, `PRD-${id} is saved.`);
  expect(await prdOf(id)).toMatchObject({ ...odd, plan_validation: ["one"] });
});

test("another reviewer's PRD is named with its author, also where mine was to be the first", async ({
  page,
  browser,
  baseURL,
}) => {
  const id = await newDirective();
  await show(page, id, "/prd");
  await page.getByLabel("Title").fill("Mine");
  const context = await browser.newContext({
    baseURL,
    storageState: await loginOf("admin"),
  });
  const other = await context.newPage();
  await show(other, id, "/prd");
  await other.getByLabel("Title").fill("Theirs");
  await other.getByRole("button", { name: "Create the PRD" }).click();
  await said(other, `PRD-${id} is there now.`);

  await page.getByRole("button", { name: "Create the PRD" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "Somebody else wrote the PRD of this directive meanwhile.",
  );
  await expect(page.getByLabel("Title")).toHaveValue("Mine");

  await other.getByRole("link", { name: `Edit PRD-${id}` }).click();
  await other.getByLabel("Title").fill("Theirs again");
  await page.getByRole("button", { name: "Save the PRD" }).click();
  await expect(page).toHaveURL(`/directives/${id}`);
  expect((await prdOf(id))?.title).toBe("Mine");
  await other.getByRole("button", { name: "Save the PRD" }).click();
  await expect(other.getByRole("list", { name: "Meanwhile" })).toContainText(
    `PRD-${id} changed by Demo reviewer`,
  );
  await expect(other.getByLabel("Title")).toHaveValue("Theirs again");
  await context.close();
});
