import { demoPassword, expect, signIn, test } from "./support/world.ts";

test.use({ role: null });

const wrong = "This email and password do not belong together.";

test("signs in and lands on the page that was asked for", async ({ page }) => {
  await page.goto("/sessions?status=completed&sort=quality-high");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, "viewer@exhibit.test", demoPassword(), page.url());
  await expect(page).toHaveURL(/\/sessions\?status=completed&sort=quality-high$/);
  await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();
});

test("signs in by keyboard alone", async ({ page }) => {
  await page.goto("/sign-in");
  await page.keyboard.press("Tab");
  await page.keyboard.type("viewer@exhibit.test");
  await page.keyboard.press("Tab");
  await page.keyboard.type(demoPassword());
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("hears the same for a wrong password and for an account that does not exist", async ({
  page,
}) => {
  for (const email of ["viewer@exhibit.test", "nobody@exhibit.test"]) {
    await page.goto("/sign-in");
    await page.getByLabel("Email").fill(email);
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByRole("alert").filter({ hasText: wrong })).toBeVisible();
    await expect(page.getByLabel("Email")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
  }
});

test("is told which field to mend, with the focus on it", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("Email").fill("not an address");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Enter an email address")).toBeVisible();
  await expect(page.getByText("Enter your password.")).toBeVisible();
  await expect(page.getByLabel("Email")).toBeFocused();
  await expect(page.getByLabel("Email")).toHaveValue("not an address");
});

test("is asked to wait after too many attempts on one account", async ({ page }) => {
  await page.goto("/sign-in");
  const message = page.getByRole("alert").filter({ hasText: /\w/ });
  for (let attempt = 0; attempt < 12; attempt++) {
    await page.getByLabel("Email").fill("guessed@exhibit.test");
    await page.getByLabel("Password").fill(`guess ${attempt}`);
    await Promise.all([
      page.waitForResponse((each) => each.request().method() === "POST"),
      page.getByRole("button", { name: "Sign in" }).click(),
    ]);
    await expect(page.getByRole("button", { name: "Sign in" })).toBeVisible();
  }
  await expect(message).toContainText("Too many attempts");
});

for (const next of [
  "https://example.com/",
  "//example.com",
  "/\\example.com",
  "javascript:alert(1)",
]) {
  test(`does not follow ${next} to another site`, async ({ page, baseURL }) => {
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, "viewer@exhibit.test", demoPassword(), page.url());
    await expect(page).toHaveURL(`${baseURL}/`);
  });
}

test("signs out, and the back button shows nothing", async ({ page }) => {
  await signIn(page, "viewer@exhibit.test", demoPassword());
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goBack();
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("signs in, reads and signs out", async ({ page }) => {
    await signIn(page, "viewer@exhibit.test", demoPassword(), "/sessions?status=failed");
    await expect(page).toHaveURL(/status=failed/);
    await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
  });
});
