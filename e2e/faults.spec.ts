import { type BehindCable, startBehindCable } from "./support/cable.ts";
import { startExhibit } from "./support/instance.ts";
import { demoPassword, endAccessToken, expect, keys, signIn, test } from "./support/world.ts";

// The app as it runs beside a hosted project, with a cable to the backend that can be pulled.
test.describe.configure({ mode: "serial" });
test.use({ role: null });

let app: BehindCable;
test.beforeAll(async () => {
  app = await startBehindCable();
});
test.afterAll(async () => {
  await app?.stop();
});

test("a page says that the backend does not answer, and works again when it does", async ({
  page,
}) => {
  await signIn(page, "viewer@exhibit.test", demoPassword(), `${app.url}/sessions`);
  await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();

  await app.cable.pull();
  expect((await page.request.get(`${app.url}/api/health`)).status()).toBe(503);
  await page.reload();
  await expect(page.getByText(/did not answer/)).toBeVisible();
  await expect(page.getByText(/ECONNREFUSED|fetch failed|127\.0\.0\.1/)).toHaveCount(0);

  await app.cable.plug();
  await page.getByRole("button", { name: /try again/i }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();
});

test("signing in says so too, and keeps the address", async ({ page }) => {
  await page.goto(`${app.url}/sign-in`);
  await app.cable.pull();
  await page.getByLabel("Email").fill("viewer@exhibit.test");
  await page.getByLabel("Password").fill(demoPassword());
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Exhibit cannot reach its backend just now.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("viewer@exhibit.test");
  await app.cable.plug();
});

test("a login that ends while the backend is away is not lost", async ({ page, context }) => {
  await signIn(page, "viewer@exhibit.test", demoPassword(), `${app.url}/sessions`);
  await endAccessToken(context);
  await app.cable.pull();
  await page.reload();
  await expect(page.getByText(/did not answer/)).toBeVisible();
  await app.cable.plug();
  await page.goto(`${app.url}/sessions?status=active`);
  await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();
});

test("an expired login leads to sign-in and back to the same address", async ({
  page,
  context,
}) => {
  await signIn(page, "viewer@exhibit.test", demoPassword(), `${app.url}/sessions`);
  await context.clearCookies();
  await page.goto(`${app.url}/sessions?status=failed&sort=progress-low`);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await signIn(page, "viewer@exhibit.test", demoPassword(), page.url());
  await expect(page).toHaveURL(`${app.url}/sessions?status=failed&sort=progress-low`);
});

test("the start names a variable that is missing or wrong", async () => {
  const wrong = startExhibit({ NEXT_PUBLIC_SUPABASE_URL: "nonsense" });
  await expect(wrong).rejects.toThrow(/NEXT_PUBLIC_SUPABASE_URL is not valid/);
  const missing = startExhibit({ NEXT_PUBLIC_SUPABASE_URL: keys().url });
  await expect(missing).rejects.toThrow(
    /SUPABASE_SECRET_KEY or SUPABASE_SERVICE_ROLE_KEY is not set/,
  );
});
