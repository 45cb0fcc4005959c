// Anywhere, and what needs no page, by typing.
import { openList } from "./support/lists.ts";
import { expectAccessible, looks } from "./support/looks.ts";
import { newReviewer } from "./support/people.ts";
import { agent, enter, expect, loginOf, newSession, type Page, test } from "./support/world.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Go to" });
const field = (page: Page) => dialog(page).getByRole("combobox");
const active = (page: Page) => dialog(page).getByRole("option", { selected: true });

async function openPalette(page: Page) {
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
}

async function openOn(page: Page, path: string) {
  await openList(page, path);
  await openPalette(page);
}

test("goes to a page, a directive and a session", async ({ page }) => {
  const title = `<b onclick="x">Palette</b> ${Date.now().toString(36)}`;
  const { id, sd_id } = await newSession({ status: "completed" }, title);
  await openOn(page, "/account");
  await expect(active(page)).toHaveText("Overview");
  await page.keyboard.type("gal");
  await expect(active(page)).toHaveText("Gallery");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", /./);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/gallery$/);
  await expect(dialog(page)).toBeHidden();

  await openPalette(page);
  await expect(field(page)).toHaveValue("");
  await page.keyboard.type(sd_id.toLowerCase());
  const group = (name: string) => dialog(page).getByRole("group", { name });
  await expect(group("Directives").getByRole("option")).toHaveText([`${title}${sd_id}`]);
  await expect(group("Sessions").getByRole("option")).toHaveText([`${title}${sd_id} · completed`]);
  await expect(active(page)).toContainText(sd_id);
  await page.keyboard.press("ArrowDown");
  await expect(active(page)).toContainText("completed");
  // Round to the first again, and back.
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}$`));

  await openPalette(page);
  await page.keyboard.type(sd_id);
  await group("Directives").getByRole("option").click();
  await expect(page).toHaveURL(new RegExp(`/directives/${sd_id}$`));
});

test("opens by its button and in a field, closes to where one was, and knows recent pages", async ({
  page,
}) => {
  await openList(page, "/directives");
  await page.getByRole("searchbox").fill("typed");
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await expect(page.getByRole("searchbox")).toHaveValue("typed");
  await expect
    .poll(() => page.evaluate(() => sessionStorage.getItem("exhibit-recent")))
    .toContain("/directives");
  await page.getByRole("link", { name: "Sessions", exact: true }).click();
  await expect(page).toHaveURL(/\/sessions$/);
  await page.getByRole("button", { name: "Go to…" }).click();
  await expect(active(page)).toHaveText("Directives");
  await expect(dialog(page).getByRole("group", { name: "Recent" })).toBeVisible();
  await page.keyboard.press("Control+k");
  await expect(dialog(page)).toBeHidden();
});

test("what is typed at once is not added to what was typed before", async ({ page }) => {
  await openOn(page, "/sessions");
  await page.keyboard.type("gallery");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.getByRole("button", { name: "Go to…" }).evaluate(async (button: HTMLElement) => {
    button.click();
    // No task may come between, in which it could be emptied too late.
    for (let turn = 0; turn < 100 && document.activeElement?.tagName !== "INPUT"; turn++) {
      await Promise.resolve();
    }
    document.execCommand("insertText", false, "direct");
  });
  await expect(field(page)).toHaveValue("direct");
  await expect(active(page)).toHaveText("Directives");
});

test.describe("with a login of its own", () => {
  test.use({ ownLogin: true });

  test("a viewer is offered what a viewer may", async ({ page }) => {
    await openOn(page, "/sessions");
    for (const name of ["New directive", "Take the next review", "Team"]) {
      await expect(dialog(page).getByRole("option", { name, exact: true })).toHaveCount(0);
    }
    const download = page.waitForEvent("download");
    await page.keyboard.type("export");
    const ofPage = dialog(page).getByRole("group", { name: "This page" }).getByRole("option");
    await expect(ofPage).toHaveText(["Export this list as CSV", "Export this list as JSON"]);
    await page.keyboard.type(" json");
    await expect(active(page)).toHaveText("Export this list as JSON");
    await page.keyboard.press("Enter");
    expect((await download).suggestedFilename()).toMatch(/\.json$/);
    await openPalette(page);
    await page.keyboard.type("dark");
    await page.keyboard.press("Enter");
    await expect(page.locator("html")).toHaveClass(/dark/);
    await openPalette(page);
    await page.keyboard.type("keys on");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("dialog", { name: "Keys on this page" })).toBeVisible();
  });
});

test("a reviewer begins a directive, takes a review and signs out", async ({ page }) => {
  const own = await newReviewer("Pia Palette");
  const { id, sd_id } = await newSession({ status: "completed", quality_score: 70 });
  // What one has comes first, so that no other spec misses one.
  const assignment = { session_id: id, sd_id, reviewer_id: own.id, state: "assigned" };
  const { error } = await agent()
    .from("exec_review_assignments")
    .insert({ ...assignment, ends_at: "infinity" });
  expect(error).toBeNull();
  await enter(page, own.email, own.password, "/sessions");
  await openOn(page, "/sessions");
  await page.keyboard.type("new dir");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/directives\/new$/);
  await openPalette(page);
  await page.keyboard.type("take");
  // Somebody quick: a key in the moment that the next page is there.
  await page.evaluate(() => {
    const press = new MutationObserver(() => {
      if (location.pathname !== "/reviews") return;
      press.disconnect();
      const key = { key: "k", ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent("keydown", key));
    });
    press.observe(document.body, { childList: true, subtree: true });
  });
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/reviews\\?session=${id}`));
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();

  await agent().from("team_members").update({ role: "viewer" }).eq("user_id", own.id);
  await openPalette(page);
  await page.keyboard.type("take");
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("alert")).toContainText("you are a viewer");
  await field(page).fill("sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("says that it could not search, and tries again", async ({ page }) => {
  const { sd_id } = await newSession();
  await openOn(page, "/sessions");
  let answer: "none" | "down" | "stranger" | "real" = "none";
  await page.route("**/api/find?*", (route) => {
    if (answer === "none") return route.abort();
    const said = (status: number, message: string) => route.fulfill({ status, json: { message } });
    if (answer === "down") return said(503, "Exhibit cannot reach its backend just now.");
    if (answer === "stranger") return said(401, "Your login has ended.");
    return route.continue();
  });
  const alert = dialog(page).getByRole("alert");
  await page.keyboard.type(sd_id);
  await expect(alert).toContainText("Exhibit does not answer.");
  answer = "down";
  await dialog(page).getByRole("button", { name: "Try again" }).focus();
  await page.keyboard.press("Enter");
  await expect(alert).toContainText("cannot reach its backend");
  await expect(field(page)).toBeFocused();
  answer = "stranger";
  await dialog(page).getByRole("button", { name: "Try again" }).click();
  await expect(alert.getByRole("link", { name: "Sign in again" })).toHaveAttribute(
    "href",
    "/sign-in?next=%2Fsessions",
  );
  answer = "real";
  await field(page).fill(sd_id.toLowerCase());
  await expect(active(page)).toContainText(sd_id);
  await expect(alert).toHaveCount(0);
  await field(page).fill("zzz nothing is called this");
  await expect(dialog(page).getByRole("status")).toHaveText(
    "Nothing has “zzz nothing is called this” in it.",
  );
});

test("asks only for what an index finds", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/find")) asked.push(request.url());
  });
  await openOn(page, "/sessions");
  await page.keyboard.type("zq");
  await expect(dialog(page).getByRole("status")).toHaveText(
    "Directives and sessions are found by three characters or more.",
  );
  await page.keyboard.type("x");
  await expect.poll(() => asked.length).toBe(1);
  expect(asked[0]).toMatch(/q=zqx$/);
});

test("never shows what was asked for before", async ({ page }) => {
  await openOn(page, "/sessions");
  const named = (title: string) => ({
    json: { directives: [{ id: "SD-X", title, href: "/directives/SD-X" }], sessions: [] },
  });
  const held = Promise.withResolvers<void>();
  const late = Promise.withResolvers<void>();
  await page.route("**/api/find?*", async (route) => {
    const q = new URL(route.request().url()).searchParams.get("q");
    if (q === "slow") await held.promise;
    await route.fulfill(named(`Found for ${q}`)).catch(() => {});
    if (q === "slow") late.resolve();
  });
  const asked = page.waitForRequest(/q=slow/);
  await page.keyboard.type("slow");
  await asked;
  await field(page).fill("quick");
  await expect(active(page)).toContainText("Found for quick");
  held.resolve();
  await late.promise;
  // A turn of the page, in which it would be shown.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await expect(active(page)).toContainText("Found for quick");
  await expect(dialog(page).getByText("Found for slow")).toHaveCount(0);
});

test("takes what is typed while it is loaded, and nothing of the page does", async ({ page }) => {
  await openList(page, "/sessions");
  const search = page.getByRole("searchbox");
  await search.focus();
  const held = Promise.withResolvers<void>();
  await page.route("**/_next/static/**", async (route) => {
    await held.promise;
    await route.continue();
  });
  await page.keyboard.press("Control+k");
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(search).toBeFocused();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("gal");
  held.resolve();
  await expect(active(page)).toHaveText("Gallery");
  await page.keyboard.type("lery");
  await expect(field(page)).toHaveValue("gallery");
  await page.keyboard.press("Escape");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");
});

test("finds for members alone, whatever is asked", async ({ playwright }) => {
  const baseURL = process.env.E2E_URL;
  const stranger = await playwright.request.newContext({
    baseURL,
    storageState: { cookies: [], origins: [] },
  });
  const refused = await stranger.get("/api/find?q=sd");
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toEqual({ message: "Your login has ended." });
  const member = await playwright.request.newContext({
    baseURL,
    storageState: await loginOf("viewer"),
  });
  for (const q of [
    "",
    "%00",
    "%25",
    "_",
    "a".repeat(5000),
    "%27%22)(*,",
    "\\",
    "q&q=2",
    "sd ".repeat(40),
  ]) {
    const answer = await member.get(`/api/find?q=${q}`);
    expect(answer.status(), q).toBe(200);
    const { directives, sessions } = await answer.json();
    expect(Math.max(directives.length, sessions.length)).toBeLessThanOrEqual(8);
  }
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ role: "reviewer", colorScheme, viewport: { width, height: 740 } });

    test("has no finding, with entries, found ones, none and a problem", async ({ page }) => {
      await openOn(page, "/sessions");
      await expect(active(page)).toBeVisible();
      await expectAccessible(page, "entries");
      await page.keyboard.type("sd-ui");
      await expect(dialog(page).getByRole("group", { name: "Sessions" })).toBeVisible();
      await expectAccessible(page, "found");
      await field(page).fill("zzz nothing");
      await expect(dialog(page).getByRole("status")).toContainText("Nothing has");
      await expectAccessible(page, "none");
      await page.route("**/api/find?*", (route) => route.abort());
      await field(page).fill("zzz");
      await expect(dialog(page).getByRole("alert")).toBeVisible();
      await expectAccessible(page, "problem");
    });
  });
}
