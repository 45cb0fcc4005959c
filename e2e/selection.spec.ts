// Many sessions are chosen at once, and what is done with them.
import { bar, boxes, manySessions, openList, untilKeysAct } from "./support/lists.ts";
import { expectAccessible, looks } from "./support/looks.ts";
import { newReviewer } from "./support/people.ts";
import { agent, enter, expect, newSession, type Page, test } from "./support/world.ts";

const chosen = (page: Page, words: string) =>
  expect(bar(page).getByRole("status")).toHaveText(words);

test("a row by its box or by x, a range with Shift, all of the page; and none", async ({
  page,
}) => {
  const { path } = await manySessions(6);
  await openList(page, path);
  await expect(bar(page)).toBeHidden();
  await boxes(page).nth(1).click();
  await chosen(page, "1 chosen");
  await boxes(page)
    .nth(4)
    .click({ modifiers: ["Shift"] });
  await chosen(page, "4 chosen");
  await boxes(page).nth(3).click();
  await boxes(page)
    .nth(2)
    .click({ modifiers: ["Shift"] });
  await chosen(page, "2 chosen");
  await expect(boxes(page).nth(1)).toBeChecked();
  await expect(boxes(page).nth(2)).not.toBeChecked();
  await page.keyboard.press("k");
  await page.keyboard.press("x");
  await chosen(page, "1 chosen");
  await bar(page).getByRole("button", { name: "All on this page" }).click();
  await chosen(page, "6 chosen");
  await expect(bar(page).getByRole("button", { name: "All on this page" })).toBeHidden();
  await bar(page).getByRole("button", { name: "Clear" }).click();
  await expect(bar(page)).toBeHidden();
  await expect(page.locator("[data-rows] :checked")).toHaveCount(0);
});

test("what is chosen is kept from page to page, by list, and all of it is sent", async ({
  page,
}) => {
  const { path, ids } = await manySessions(52);
  await openList(page, path);
  await boxes(page).nth(0).click();
  await boxes(page).nth(1).click();
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(boxes(page)).toHaveCount(2);
  await chosen(page, "2 chosen, 2 on other pages");
  await boxes(page).nth(1).click();
  await chosen(page, "3 chosen, 2 on other pages");
  await page.reload();
  await chosen(page, "3 chosen, 2 on other pages");
  await page.goBack();
  await expect(boxes(page)).toHaveCount(50);
  await expect(boxes(page).nth(1)).toBeChecked();
  await chosen(page, "3 chosen, 1 on other pages");

  const sent = [ids[51], ids[0], ids[1]].map(String).sort();
  let exported = "";
  await page.route("**/sessions/export", (route) => {
    exported = route.request().postData() ?? "";
    return route.fulfill({
      headers: { "content-disposition": "attachment; filename=sessions.csv" },
      body: "",
    });
  });
  const download = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Export CSV" }).click();
  await download;
  const asked = new URLSearchParams(exported);
  expect(asked.get("format")).toBe("csv");
  expect(asked.getAll("ids").sort()).toEqual(sent);

  await bar(page).getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(/\/sessions\/compare\?/);
  expect(new URL(page.url()).searchParams.getAll("ids").sort()).toEqual(sent);
  await page.goBack();
  await chosen(page, "3 chosen, 1 on other pages");

  // Another list, in which some of the rows stay.
  await page.locator("summary", { hasText: "Status" }).click();
  await page.getByRole("checkbox", { name: "completed" }).check();
  await page.getByRole("button", { name: "Apply" }).first().click();
  await expect(page).toHaveURL(/status=completed/);
  await expect(bar(page)).toBeHidden();
  await openList(page, `${path}&sort=oldest`);
  await chosen(page, "3 chosen, 2 on other pages");
});

test.describe("a reviewer", () => {
  test.use({ role: "reviewer" });

  test("gives what waits to somebody, and is told what was left", async ({ page }) => {
    const { path, ids } = await manySessions(3);
    const [other, third] = [await newReviewer("Ola Many"), await newReviewer("Tom Third")];
    const [, taken = "", reopened = ""] = ids;
    const { data } = await agent()
      .from("exec_implementation_sessions")
      .update({ status: "active" })
      .eq("id", reopened)
      .select("id");
    expect(data).toHaveLength(1);
    const given = { p_actor: third.id, p_session_ids: [taken], p_reviewer: third.id };
    expect((await agent().rpc("assign_reviews", given)).error).toBeNull();

    await openList(page, path);
    await boxes(page).nth(0).click();
    await bar(page).getByRole("button", { name: "All on this page" }).click();
    await bar(page).getByLabel("Assign to").selectOption({ value: other.id });
    await bar(page).getByRole("button", { name: "Assign" }).click();
    await expect(
      page.getByRole("status").filter({
        hasText:
          "1 review is assigned. Left as they are: 1 in somebody else’s hands, 1 not waiting for review.",
      }),
    ).toBeVisible();
    await expect(bar(page)).toBeHidden();
    const rows = await agent()
      .from("exec_review_assignments")
      .select("session_id, reviewer_id")
      .in("session_id", ids);
    const sorted = (all: object[] | null) =>
      JSON.stringify(all?.map((row) => Object.values(row)).sort());
    expect(sorted(rows.data)).toBe(
      sorted([
        { session_id: ids[0], reviewer_id: other.id },
        { session_id: taken, reviewer_id: third.id },
      ]),
    );
    await page.reload();
    await expect(bar(page)).toBeHidden();
  });

  test("is refused as a whole, and what was chosen stays chosen", async ({ page }) => {
    const { path, ids } = await manySessions(2);
    const own = await newReviewer("Ray Refused");
    await enter(page, own.email, own.password, path);
    await untilKeysAct(page);
    await boxes(page).nth(0).click();
    await boxes(page).nth(1).click();
    await expect(bar(page).getByLabel("Assign to")).toHaveValue(own.id);
    await agent().from("team_members").update({ role: "viewer" }).eq("user_id", own.id);
    await bar(page).getByRole("button", { name: "Assign" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "you are a viewer" })).toBeVisible();
    await chosen(page, "2 chosen");
    const { data } = await agent().from("exec_review_assignments").select().in("session_id", ids);
    expect(data).toEqual([]);
  });

  for (const { colorScheme, width } of looks) {
    test(`has a bar without a finding: ${colorScheme} at ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      const { path } = await manySessions(52);
      await openList(page, path);
      await boxes(page).nth(0).click();
      // It is above the link, which it would move between the pointer's down and up.
      await expect(bar(page).getByLabel("Assign to")).toBeVisible();
      await page.getByRole("link", { name: "Next", exact: true }).click();
      await expect(boxes(page)).toHaveCount(2);
      await boxes(page).nth(0).click();
      await expect(bar(page).getByLabel("Assign to")).toBeVisible();
      await chosen(page, "2 chosen, 1 on other pages");
      await expectAccessible(page);
    });
  }
});

test("a viewer assigns nothing", async ({ page }) => {
  const { path } = await manySessions(1);
  await openList(page, path);
  await boxes(page).nth(0).click();
  await chosen(page, "1 chosen");
  await expect(bar(page).getByLabel("Assign to")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ role: "reviewer", javaScriptEnabled: false });

  test("the chosen of a page are compared and exported", async ({ page }) => {
    const first = await newSession({ status: "failed" });
    await newSession({ sd_id: first.sd_id });
    await page.goto(`/sessions?sd=${first.sd_id}`);
    await expect(bar(page)).toBeHidden();
    for (const box of await boxes(page).all()) await box.check();
    await expect(bar(page).getByRole("button", { name: "All on this page" })).toHaveCount(0);
    await expect(bar(page).getByRole("button", { name: "Assign" })).toHaveCount(0);
    await expect(bar(page).getByRole("button", { name: "Export CSV" })).toBeVisible();
    await bar(page).getByRole("button", { name: "Compare" }).click();
    await expect(page).toHaveURL(/\/sessions\/compare\?ids=[^&]+&ids=[^&]+$/);
  });
});
