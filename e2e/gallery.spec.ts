import { expectAccessible, looks } from "./support/looks.ts";
import { agent, expect, newSession, type Page, test } from "./support/world.ts";

const after = "/demo/orders-after.png";
const before = "/demo/orders-before.png";

const groups = (page: Page) => page.getByRole("main").getByRole("article");
const tiles = (page: Page) => page.getByRole("list", { name: "Pictures" }).getByRole("listitem");

/** Another attempt at the same directive. */
async function nextAttempt(sd_id: string, row: Record<string, unknown>) {
  const { data, error } = await agent()
    .from("exec_implementation_sessions")
    .insert({ sd_id, implementation_type: "UI_COMPONENT", ...row } as never)
    .select("id")
    .single();
  expect(error).toBeNull();
  return data?.id ?? "";
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("is narrowed to what one asks for, in the address", async ({ page }) => {
      const { sd_id } = await newSession({
        implementation_type: "UI_COMPONENT",
        status: "failed",
        started_at: daysAgo(20),
        before_screenshots: [after],
        after_screenshots: [after],
        demo_urls: ["https://example.com/demo"],
      });
      await page.goto("/");
      await page.getByRole("link", { name: "Gallery" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Gallery");
      await page.getByRole("searchbox").fill(sd_id);
      await page.getByLabel("Type").selectOption("UI_COMPONENT");
      await page.getByLabel("Status").selectOption("failed");
      await page.getByLabel("Period").selectOption("30");
      await page.getByLabel("Changed or unchanged").selectOption("unchanged");
      await page.getByLabel("With a demo").check();
      await page.getByRole("button", { name: "Show" }).click();
      await expect(groups(page)).toHaveCount(1);
      await expect(groups(page)).toContainText(sd_id);
      await expect(groups(page)).toContainText("nothing changed");
      expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
        sd: sd_id,
        type: "UI_COMPONENT",
        status: "failed",
        period: "30",
        pictures: "unchanged",
        demo: "1",
      });
      for (const other of ["type=API_ENDPOINT", "status=active", "period=7", "pictures=changed"]) {
        await page.goto(`/gallery?sd=${sd_id}&${other}`);
        await expect(page.getByText("No screenshots or demos match these filters")).toBeVisible();
      }
      await page.getByRole("main").getByRole("link", { name: "Clear filters" }).first().click();
      await expect(groups(page)).toHaveCount(12);
    });
  });
}

test("shows each session, or of each directive the newest, with its screens", async ({ page }) => {
  const { id, sd_id } = await newSession({
    status: "failed",
    started_at: daysAgo(9),
    before_screenshots: ["/demo/orders-before.png"],
    after_screenshots: ["/demo/orders-after.png?1"],
  });
  const second = await nextAttempt(sd_id, {
    started_at: daysAgo(2),
    before_screenshots: ["/demo/orders-before.png"],
    after_screenshots: ["/demo/report-after.png", "/demo/orders-after.png?1"],
  });
  await page.goto(`/gallery?sd=${sd_id}`);
  await expect(groups(page)).toHaveCount(2);
  const links = groups(page).getByRole("heading").getByRole("link");
  await expect(links.first()).toHaveAttribute("href", `/sessions/${second}`);
  await expect(links.last()).toHaveAttribute("href", `/sessions/${id}`);
  await page.getByRole("link", { name: /^By directive/ }).click();
  await expect(groups(page)).toHaveCount(1);
  await expect(links).toHaveAttribute("href", `/sessions/${second}`);

  await page.getByRole("link", { name: "Screens through the attempts" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Screens through the attempts");
  const screens = page.getByRole("list", { name: "Screens" }).locator("> li");
  await expect(screens.getByRole("heading")).toHaveText(["report", "orders"]);
  const cells = screens.last().getByRole("listitem");
  await expect(cells).toHaveText([
    /Before attempt 1/,
    /Attempt 1.*not compared/,
    /Attempt 2.*unchanged/,
  ]);
  await expect(screens.first().getByRole("listitem").nth(1)).toContainText("Attempt 1: no picture");
  await expect(cells.last().getByRole("link")).toHaveAttribute(
    "href",
    `/sessions/${second}/evidence?at=after-2`,
  );
  await page.getByRole("link", { name: `Back to ${sd_id}` }).click();
  await page.getByRole("link", { name: "Screens through the attempts" }).click();
  await expect(page).toHaveURL(/\/screens$/);
});

test("each session is on one page, newest first", async ({ page }) => {
  const { data } = await agent()
    .from("exec_session_cards")
    .select("session_id")
    .eq("has_evidence", true)
    .limit(1000);
  const known = data?.map(({ session_id }) => `/sessions/${session_id}`) ?? [];
  expect(known.length).toBeGreaterThan(24);
  const seen: string[] = [];
  await page.goto("/gallery");
  for (;;) {
    const links = groups(page).getByRole("heading").getByRole("link");
    await expect(links.first()).toBeVisible();
    seen.push(...(await links.evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""))));
    const next = page.getByRole("link", { name: "Next", exact: true });
    if ((await next.count()) === 0) break;
    await page.goto((await next.getAttribute("href")) ?? "");
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(known.filter((href) => !seen.includes(href))).toEqual([]);
  await page.getByRole("link", { name: "Back to first page" }).click();
  await expect(page).toHaveURL(/\/gallery$/);
});

test("leads into the viewer at that picture and back, and to the session", async ({ page }) => {
  const { id, sd_id } = await newSession({
    before_screenshots: [before, "/demo/report-before.png", "/demo/board-before.png"],
    after_screenshots: [after, "/demo/report-before.png", "/demo/settings-after.png"],
  });
  const address = `/gallery?sd=${sd_id}`;
  await page.goto(address);
  await expect(tiles(page)).toHaveText([
    /settings-after\.png\s*added/,
    /board-before\.png\s*removed/,
    /orders-after\.png\s*not compared/,
    /report-before\.png\s*unchanged/,
  ]);
  const picture = page.getByRole("img", {
    name: `After 1 of session ${id.slice(0, 8)}: orders-after.png`,
  });
  await expect(picture).toHaveAttribute("referrerpolicy", "no-referrer");
  await expect(picture).toHaveAttribute("loading", "lazy");
  await picture.click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}/evidence\\?at=after-1`));
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(new RegExp(`/gallery\\?sd=${sd_id}$`));
  await groups(page).getByRole("heading").getByRole("link").click();
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}$`));
  await expect(tiles(page)).toHaveCount(4);
  await expect(page.getByRole("link", { name: "See all 4 pairs" })).toHaveAttribute(
    "href",
    `/sessions/${id}/evidence`,
  );
});

test("says what it could not make of an address", async ({ page }) => {
  await page.goto("/gallery?status=melted&period=31&after=zzz");
  const notices = page.getByRole("status").filter({ hasText: "The address asked for" });
  for (const words of ["(melted)", "(31)", "showing its start"]) {
    await expect(notices).toContainText(words);
  }
  await expect(groups(page)).toHaveCount(12);
});

test.describe("a stranger", () => {
  test.use({ role: null });

  test("is sent to sign in, and comes back", async ({ page }) => {
    for (const path of ["/gallery?by=directive", "/directives/SD-UI-014/screens"]) {
      await page.goto(path);
      await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(path)}`);
    }
  });
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ colorScheme, viewport: { width, height: 900 } });

    test("has no finding and no sideways scroll", async ({ page }) => {
      const { sd_id } = await newSession({
        before_screenshots: ["javascript:x", "/demo/missing.png", before],
        after_screenshots: ["/demo/checkout-flow.html", after],
        demo_urls: ["javascript:x", "/demo/run.mp4", "https://demo.example.com/app"],
      });
      for (const path of [
        "/gallery?by=directive&status=melted",
        `/gallery?sd=${sd_id}`,
        "/gallery?sd=nothing-like-this",
        `/directives/${sd_id}/screens`,
        "/directives/SD-UI-014/screens",
      ]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectAccessible(page, path);
      }
    });
  });
}
