// A click whose backend goes away, comes back, or takes its time: what is said, and what was done.
import { type BehindCable, startBehindCable } from "./support/cable.ts";
import { newReviewer } from "./support/people.ts";
import { agent, endAccessToken, expect, newSession, signIn, test } from "./support/world.ts";

test.describe.configure({ mode: "serial" });
test.use({ role: null });

let app: BehindCable;
let who: Awaited<ReturnType<typeof newReviewer>>;

test.beforeAll(async () => {
  app = await startBehindCable();
  who = await newReviewer("Sam Cable");
});
test.afterAll(async () => {
  await app?.stop();
});

async function statusOf(id: string) {
  const { data } = await agent()
    .from("exec_implementation_sessions")
    .select("status")
    .eq("id", id)
    .single();
  return data?.status;
}

const eventsOf = async (id: string) =>
  (await agent().from("exec_session_events").select("id").eq("session_id", id)).data?.length;

test("a backend that is away: nothing is changed, the input stays, and the next click works", async ({
  page,
}) => {
  const { id } = await newSession();
  await signIn(page, who.email, who.password, `${app.url}/sessions/${id}`);
  await page.locator("summary", { hasText: "Edit progress" }).click();
  await page.getByLabel("Coverage, %").fill("61");
  await app.cable.pull();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const problem = page.getByRole("alert").filter({ hasText: "Exhibit cannot reach its backend" });
  await expect(problem).toContainText("Nothing was changed");
  await expect(page.getByText(/ECONNREFUSED|fetch failed|127\.0\.0\.1/)).toHaveCount(0);
  await expect(page.getByLabel("Coverage, %")).toHaveValue("61");
  await app.cable.plug();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Progress and coverage are saved.")).toBeVisible();
});

test("an answer that comes after ten seconds: it is said that it is not certain, and sending it again does it once", async ({
  page,
}) => {
  const { id } = await newSession();
  await signIn(page, who.email, who.password, `${app.url}/sessions/${id}`);
  const before = await eventsOf(id);
  // Only the write itself: what comes before it was asked quickly.
  let asked = 0;
  await page.route("**/*", async (route) => {
    if (route.request().method() === "POST") asked++;
    await route.continue();
  });
  app.cable.slow(11_000);
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "One moment…" }).first()).toBeVisible();
  const problem = page.getByRole("alert").filter({ hasText: /backend/ });
  await expect(problem.first()).toBeVisible({ timeout: 45_000 });
  app.cable.slow(0);
  expect(asked).toBe(1);
  await page.goto(`${app.url}/sessions/${id}`);
  const pause = page.getByRole("button", { name: "Pause" });
  if (await pause.isVisible()) await pause.click();
  await expect(page.getByRole("button", { name: "Resume" })).toBeVisible();
  expect(await statusOf(id)).toBe("paused");
  expect(await eventsOf(id)).toBe((before ?? 0) + 1);
});

test("two tabs that refresh their login at once both go on", async ({ page, context }) => {
  const { id } = await newSession();
  await signIn(page, who.email, who.password, `${app.url}/sessions/${id}`);
  const second = await context.newPage();
  await second.goto(`${app.url}/sessions/${id}`);
  await endAccessToken(context);
  const [first] = await Promise.all([
    page.getByRole("button", { name: "Pause" }).click(),
    second.reload(),
  ]);
  expect(first).toBeUndefined();
  await expect(page.getByText("The session is paused.")).toBeVisible();
  await second.reload();
  await expect(second.getByRole("button", { name: "Resume" })).toBeVisible();
  await second.getByRole("button", { name: "Resume" }).click();
  await expect(second.getByText("The session is active again.")).toBeVisible();
});
