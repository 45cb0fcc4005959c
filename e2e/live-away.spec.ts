// An open page whose backend goes away and comes back.
import { type BehindCable, startBehindCable } from "./support/cable.ts";
import { demoPassword, expect, newSession, signIn, test } from "./support/world.ts";

test.use({ role: null });

let app: BehindCable;
test.beforeAll(async () => {
  app = await startBehindCable();
});
test.afterAll(async () => {
  await app?.stop();
});

test("it says so, asks ever more seldom, and is live again by itself", async ({ page }) => {
  const { id } = await newSession();
  const asked: number[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/changes")) asked.push(Date.now());
  });
  await signIn(page, "viewer@exhibit.test", demoPassword(), `${app.url}/sessions?sd=none`);
  await expect.poll(() => asked.length).toBeGreaterThan(0);
  await app.cable.pull();
  const before = asked.length;
  const away = page.getByText(/^Not live: backend away; last seen \d+ s ago$/);
  await expect(away).toBeVisible({ timeout: 10_000 });
  await expect(page.getByRole("status").filter({ hasText: "Not live" })).toHaveCount(1);
  await expect.poll(() => asked.length, { timeout: 60_000 }).toBe(before + 3);
  const [first = 0, second = 0, third = 0] = asked.slice(before);
  expect(third - second).toBeGreaterThan(second - first);

  await app.cable.plug();
  await newSession({}, `Made after ${id}`);
  await expect(page.getByRole("button", { name: /^Changed .* Show$/ })).toBeVisible({
    // One more question may come too soon, and the pause after it is twice as long.
    timeout: 70_000,
  });
  await expect(away).toHaveCount(0);
});
