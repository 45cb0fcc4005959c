// An open page learns what agents and colleagues do meanwhile.
import { expectAccessible, looks } from "./support/looks.ts";
import { newReviewer, strangersPage } from "./support/people.ts";
import { agent, enter, expect, newSession, type Page, test } from "./support/world.ts";

const soon = { timeout: 10_000 };
const offer = (page: Page) => page.getByRole("button", { name: /^Changed \d+ s ago – Show$/ });

/** What the page asks for, until it is told to count anew. */
function asked(page: Page) {
  const seen: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/changes")) seen.push(request.url());
  });
  return seen;
}

async function write(id: string, values: Record<string, unknown>) {
  const { error } = await agent()
    .from("exec_implementation_sessions")
    .update(values as never)
    .eq("id", id);
  expect(error).toBeNull();
}

async function setVisibility(page: Page, state: "visible" | "hidden") {
  await page.evaluate((now) => {
    const own = (value: unknown) => ({ configurable: true, get: () => value });
    Object.defineProperty(document, "visibilityState", own(now));
    Object.defineProperty(document, "hidden", own(now === "hidden"));
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

test("a session's page shows what an agent writes, where nothing can be lost", async ({ page }) => {
  const { id } = await newSession();
  await page.goto(`/sessions/${id}`);
  await page.evaluate(() => scrollTo(0, 400));
  const place = await page.evaluate(() => scrollY);
  await write(id, { quality_score: 73, implementation_progress: 40 });
  await expect(page.getByText("73", { exact: true }).first()).toBeVisible(soon);
  await expect(offer(page)).toHaveCount(0);
  expect(await page.evaluate(() => scrollY)).toBe(place);
});

test("a change between the page's making and the first question is not missed", async ({
  page,
}) => {
  const { id } = await newSession();
  // Before any script of the page has run.
  await page.goto(`/sessions/${id}`, { waitUntil: "commit" });
  await write(id, { quality_score: 67 });
  await expect(page.getByText("67", { exact: true }).first()).toBeVisible({ timeout: 15_000 });
});

test("a list offers it, and keeps the place, the boxes that are ticked and the focus", async ({
  page,
}) => {
  const { sd_id } = await newSession({}, "Before the change");
  await page.goto(`/sessions?sd=${sd_id}`);
  const box = page.locator("tbody [type=checkbox]").first();
  await box.check();
  const row = page.getByRole("link", { name: new RegExp(sd_id) }).first();
  await row.focus();
  await agent().from("strategic_directives_v2").update({ title: "After it" }).eq("id", sd_id);
  await expect(offer(page)).toBeVisible(soon);
  await expect(page.getByRole("status").filter({ hasText: "There is news" })).toHaveCount(1);
  await expect(row).toBeFocused();
  await expect(page.getByText("Before the change")).toBeVisible();
  await offer(page).click();
  await expect(page.getByText("After it")).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await expect(row).toBeFocused();
  await expect(box).toBeChecked();
});

test("a person with a keyboard comes back to where they were", async ({ page }) => {
  const { id, sd_id } = await newSession();
  await page.goto(`/sessions?sd=${sd_id}`);
  const row = page.getByRole("link", { name: new RegExp(sd_id) }).first();
  await row.focus();
  await write(id, { quality_score: 55 });
  await expect(offer(page)).toBeVisible(soon);
  await offer(page).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("55", { exact: true }).first()).toBeVisible();
  await expect(row).toBeFocused();
});

test.describe("a reviewer", () => {
  test.use({ role: null });

  test("keeps what they type, and the state that they type about", async ({ page }) => {
    const { email, password } = await newReviewer("Robin Typing");
    const { id } = await newSession();
    await enter(page, email, password, `/sessions/${id}`);
    await page.locator("summary", { hasText: "Edit progress" }).click();
    await page.getByLabel("Coverage, %").fill("61");
    const seen = page
      .locator("form", { has: page.getByLabel("Coverage, %") })
      .locator("[name=seen]");
    const version = await seen.inputValue();
    await write(id, { quality_score: 73 });
    await expect(offer(page)).toBeVisible(soon);
    await expect(page.getByLabel("Coverage, %")).toBeFocused();
    expect(await seen.inputValue()).toBe(version);
    await offer(page).click();
    await expect(page.getByText("73", { exact: true }).first()).toBeVisible();
    await expect(page.getByLabel("Coverage, %")).toHaveValue("61");
    await expect(page.getByLabel("Coverage, %")).toBeFocused();
  });

  test("sends a form that was refused again by the id that it had", async ({ page }) => {
    const { email, password } = await newReviewer("Robin Again");
    const { id } = await newSession();
    await enter(page, email, password, `/sessions/${id}`);
    const form = page.locator("form", { has: page.getByLabel("What you found") });
    const own = form.locator("[name=id]");
    await form.getByRole("button", { name: "Submit" }).click();
    await expect(form.locator("[data-problem]")).toBeVisible();
    const before = await own.inputValue();
    await page.getByRole("heading", { level: 1 }).click();
    await write(id, { quality_score: 73 });
    await expect(offer(page)).toBeVisible(soon);
    await offer(page).click();
    await expect(page.getByText("73", { exact: true }).first()).toBeVisible();
    expect(await own.inputValue()).toBe(before);
  });

  test("is not told of what they did themselves", async ({ page }) => {
    const { email, password } = await newReviewer("Robin Acting");
    const { id } = await newSession();
    await enter(page, email, password, `/sessions/${id}`);
    // Typed into another form: news would be offered.
    await page.locator("summary", { hasText: "Edit progress" }).click();
    await page.getByLabel("Coverage, %").fill("61");
    const questions = asked(page);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("The session is paused.")).toBeVisible();
    await expect.poll(() => questions.length, { timeout: 20_000 }).toBeGreaterThan(1);
    await expect(offer(page)).toHaveCount(0);
    await expect(page.getByLabel("Coverage, %")).toHaveValue("61");
  });
});

test("the overview follows by itself and says how old it is", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByText(/^updated \d+ s ago$/)).toBeVisible(soon);
  const made = () => page.locator("#live-mark").getAttribute("data-at");
  const before = await made();
  await newSession();
  await expect.poll(made, soon).not.toBe(before);
  await expect(offer(page)).toHaveCount(0);
});

test("the overview waits while somebody chooses or reads out of it", async ({ page }) => {
  await page.goto("/");
  await page.locator("summary", { hasText: "Type" }).click();
  await newSession();
  await expect(offer(page)).toBeVisible(soon);
  await page.locator("summary", { hasText: "Type" }).click();
  await expect(offer(page)).toHaveCount(0, soon);
});

test("a page that is hidden asks nothing, and asks at once when it is shown again", async ({
  page,
}) => {
  const { sd_id } = await newSession();
  await page.goto(`/sessions?sd=${sd_id}`);
  const questions = asked(page);
  await expect.poll(() => questions.length, soon).toBeGreaterThan(0);
  await setVisibility(page, "hidden");
  const before = questions.length;
  await newSession();
  await page.waitForTimeout(7_000);
  expect(questions).toHaveLength(before);
  await setVisibility(page, "visible");
  // Sooner than by its usual pause.
  await expect.poll(() => questions.length, { timeout: 4_000 }).toBe(before + 1);
  await expect(offer(page)).toBeVisible(soon);
});

test("pages that show no sessions ask nothing", async ({ page }) => {
  const questions = asked(page);
  await page.goto("/account");
  await page.waitForTimeout(7_000);
  expect(questions).toEqual([]);
});

test("a person who was signed out is told, and it asks no more", async ({ page, context }) => {
  await page.goto("/sessions?status=active");
  await context.clearCookies();
  const link = page.getByRole("alert").getByRole("link", { name: "Sign in again" });
  await expect(link).toHaveAttribute("href", "/sign-in?next=%2Fsessions%3Fstatus%3Dactive", soon);
  const questions = asked(page);
  await page.waitForTimeout(7_000);
  expect(questions).toEqual([]);
});

test("strangers are told nothing, and a question that is none is refused", async ({
  browser,
  page,
}) => {
  const stranger = await strangersPage(browser);
  const answer = await stranger.request.get("/api/changes");
  expect(answer.status()).toBe(401);
  expect(answer.headers()["cache-control"]).toBe("no-store");
  expect(await answer.json()).toEqual({ message: "Sign in first." });
  await stranger.context().close();
  for (const query of ["session=1", `sd=${"x".repeat(101)}`, "sd=%00"]) {
    expect((await page.request.get(`/api/changes?${query}`)).status(), query).toBe(400);
  }
  const own = await page.request.get("/api/changes?sd=SD-NONE");
  expect(own.headers()["cache-control"]).toBe("no-store");
  expect(await own.json()).toEqual({ mark: 0, seconds: null, now: expect.any(Number) });
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("what it says has no finding", async ({ page }) => {
      const { sd_id } = await newSession();
      await page.goto(`/sessions?sd=${sd_id}`);
      await newSession();
      await expect(offer(page)).toBeVisible(soon);
      await expectAccessible(page);
    });
  });
}
