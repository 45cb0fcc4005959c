import { expectAccessible, looks } from "./support/looks.ts";
import { newEmail } from "./support/team.ts";
import { agent, expect, mails, test } from "./support/world.ts";

test.use({ role: "admin" });

/** Somebody whom the admin of the demo can look at. */
async function newMember() {
  const email = newEmail();
  const { data } = await agent().auth.admin.createUser({ email, email_confirm: true });
  const id = data.user?.id ?? "";
  const name = "A person with a rather long name, as some people have, and one that goes on";
  const { error } = await agent()
    .from("team_members")
    .insert({ user_id: id, email, name, role: "viewer" });
  expect(error).toBeNull();
  return id;
}

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("the team and a member have no finding, with errors shown", async ({ page }) => {
      const id = await newMember();
      await page.goto("/team");
      await page.getByRole("button", { name: "Invite" }).click();
      await expect(page.getByText("Enter a name.")).toBeVisible();
      await expectAccessible(page, "/team");
      await page.goto(`/team/${id}`);
      await page.getByRole("button", { name: "Remove from the team" }).click();
      await expect(page.getByText("Tick this to remove them.")).toBeVisible();
      await expectAccessible(page, "a member");
    });

    test("one's own account has none either", async ({ page }) => {
      await page.goto("/account");
      await page.getByRole("textbox", { name: "Name" }).fill("");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("Enter a name.")).toBeVisible();
      await expectAccessible(page, "/account");
    });

    test.describe("to a reviewer", () => {
      test.use({ role: "reviewer" });
      test("the word who can help has none", async ({ page }) => {
        await page.goto("/team");
        await expect(page.getByText("Admins manage the team")).toBeVisible();
        await expectAccessible(page, "/team");
      });
    });
  });
}

test("at 360 px everything of the rail is in reach", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto("/team");
  const links = page.getByRole("navigation", { name: "Main" }).getByRole("listitem");
  const boxes = await Promise.all((await links.all()).map((link) => link.boundingBox()));
  expect(boxes).toHaveLength(6);
  for (const box of boxes) {
    expect(box?.width).toBeGreaterThan(55);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
  }
});

test("the rail counts what waits for review", async ({ page }) => {
  const { data } = await agent().rpc("waiting_count");
  expect(data).toBeGreaterThan(0);
  await page.goto("/account");
  const link = page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Reviews" });
  await expect(link).toHaveAccessibleName(/^Reviews (\d+|99\+) waiting$/);
});

test("where mail is sent, the link comes by mail and is not shown", async ({ page, baseURL }) => {
  const email = newEmail();
  await page.goto("/team");
  await page.getByRole("textbox", { name: "Name" }).fill("Mo Mailed");
  await page.getByRole("textbox", { name: "Email" }).fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  const words = `A mail with a link to set a password is on its way to ${email}.`;
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
  await expect(page.getByText("token_hash=")).toHaveCount(0);
  await expect.poll(() => mails().includes(email)).toBe(true);
  expect(mails().replace(/=\n/g, "")).toContain(`${baseURL}/auth/callback`);
});
