// A reviewer looks at what changed on screen, in a viewer of its own.
import { expectAccessible, looks } from "./support/looks.ts";
import { demo, opened, pane, picture, viewerOf, way, withPairs } from "./support/viewer.ts";
import { agent, expect, newSession, test } from "./support/world.ts";

test.use({ role: "reviewer" });

test("reviews a session of 300 pictures by keyboard alone", async ({ page }) => {
  const session = await withPairs(150);
  await page.goto(viewerOf(session));
  await opened(page);
  await expect(page.getByText("Pair 1 of 150", { exact: true })).toBeVisible();
  const seen = new Set<string>();
  for (let step = 1; step <= 150; step++) {
    await expect(page.getByText(`Pair ${step} of 150`, { exact: true })).toBeVisible();
    seen.add((await picture(page, "After").getAttribute("alt")) ?? "");
    // As few thumbnails of many pairs as of few.
    expect(
      await page.getByRole("navigation", { name: "All pairs" }).locator("li").count(),
    ).toBeLessThan(40);
    await page.keyboard.press(step % 2 ? "ArrowRight" : "j");
  }
  expect(seen.size).toBe(150);

  await page.keyboard.press("k");
  await expect(page.getByText("Pair 149 of 150", { exact: true })).toBeVisible();
  await page.keyboard.press("5");
  await expect(page.getByText(/anti-aliasing is left out/)).toBeVisible();
  await page.keyboard.press("n");
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys on this page" });
  await expect(keys).toContainText("Next region");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();

  await page.keyboard.press("m");
  await expect(page.getByRole("button", { name: "Pin a comment" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.locator("[data-cross]")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Comment on the picture/ })).toBeFocused();
  await page.keyboard.type("Not what was asked for: 1 2 m");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Your comment is on the picture.")).toBeVisible();
  const { data } = await agent().from("exec_evidence_pins").select().eq("session_id", session.id);
  expect(data).toMatchObject([{ body: "Not what was asked for: 1 2 m", resolved_at: null }]);

  // Until then that key gives up the comment.
  await expect(page.getByRole("button", { name: "Save the comment" })).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(new RegExp(`/sessions/${session.id}$`));
});

test("looks at a pair in five ways, and a link shows the same", async ({ page }) => {
  const session = await withPairs(3);
  await page.goto(viewerOf(session, "?at=after-1"));
  await opened(page);
  await expect(way(page, "Side by side")).toHaveAttribute("aria-pressed", "true");
  await expect(picture(page, "Before")).toBeVisible();
  await expect(picture(page, "After")).toHaveAttribute(
    "alt",
    `After 1 of session ${session.id.slice(0, 8)}: board-after.png`,
  );

  await page.keyboard.press("2");
  await expect(page).toHaveURL(/at=after-1&way=slider/);
  await page.getByRole("slider", { name: "Where the line stands" }).fill("30");
  await expect(pane(page, "after")).toHaveCSS("clip-path", "inset(0px 0px 0px 30%)");

  await page.keyboard.press("3");
  await page.getByRole("slider", { name: "Opacity of the picture after" }).fill("25");
  await expect(pane(page, "after")).toHaveCSS("opacity", "0.25");
  await page.keyboard.press("Space");
  await expect(pane(page, "after")).toHaveCSS("opacity", "1");

  await page.keyboard.press("5");
  await expect(
    page.getByText("0.61 % changed, 2 regions; anti-aliasing is left out."),
  ).toBeVisible();
  await expect(page.locator("[data-box]")).toHaveCount(2);
  // Then a paler colour is no other colour.
  await page.getByRole("slider", { name: "Threshold" }).fill("0.5");
  await expect(
    page.getByText("0.14 % changed, 2 regions; anti-aliasing is left out."),
  ).toBeVisible();
  await expect(page).toHaveURL(/way=difference&threshold=0.5/);

  await page.reload();
  await opened(page);
  await expect(
    page.getByText("0.14 % changed, 2 regions; anti-aliasing is left out."),
  ).toBeVisible();
  await page.goto(viewerOf(session, "?at=after-2"));
  await expect(way(page, "Difference")).toHaveAttribute("aria-pressed", "true");
});

test("blinks about once a second, until it is paused", async ({ page }) => {
  await page.goto(viewerOf(await withPairs(2), "?at=after-1&way=blink"));
  await opened(page);
  const switches = await page.evaluate(async () => {
    let count = 0;
    const after = document.querySelector("[data-pane=after]") as Element;
    const watch = new MutationObserver(() => count++);
    watch.observe(after, { attributes: true, attributeFilter: ["style"] });
    await new Promise((done) => setTimeout(done, 4200));
    return count;
  });
  expect(switches).toBeGreaterThanOrEqual(2);
  expect(switches).toBeLessThanOrEqual(5);
  await page.keyboard.press("b");
  await expect(way(page, "Go on blinking")).toBeVisible();
  const isHidden = () => pane(page, "after").evaluate((each) => getComputedStyle(each).visibility);
  const before = await isHidden();
  await page.waitForTimeout(1500);
  expect(await isHidden()).toBe(before);
  await page.keyboard.press("Space");
  expect(await isHidden()).not.toBe(before);
});

test("both pictures are moved and made larger together", async ({ page }) => {
  await page.goto(viewerOf(await withPairs(2), "?at=after-1&way=side"));
  await opened(page);
  const places = () =>
    Promise.all(
      (["Before", "After"] as const).map((side) =>
        picture(page, side).evaluate((each) => (each as HTMLElement).style.transform),
      ),
    );
  const fitted = await places();
  for (let press = 0; press < 6; press++) await page.keyboard.press("+");
  await page.keyboard.press("Shift+ArrowRight");
  const [before, after] = await places();
  expect(before).toBe(after);
  expect(before).not.toBe(fitted[0]);
  await page.mouse.move(400, 300);
  await page.mouse.wheel(0, -300);
  await expect.poll(places).not.toEqual([before, after]);
  await page.keyboard.press("9");
  await expect(page.getByRole("group", { name: "Zoom" }).getByRole("status")).toHaveText("100 %");
  await page.keyboard.press("0");
  await expect.poll(places).toEqual(fitted);
});

test("what did not change is folded away, and most changed comes first", async ({ page }) => {
  const same = ["/demo/orders-after.png?same=1", "/demo/orders-after.png?same=2"];
  const session = await newSession({
    before_screenshots: [
      "/demo/board-before.png",
      "/demo/report-before.png",
      same[0],
      "/demo/gone.png",
    ],
    after_screenshots: ["/demo/board-after.png", "/demo/report-after.png", same[1], "/icon.svg"],
  });
  await page.goto(viewerOf(session, "?way=side"));
  const strip = page.getByRole("navigation", { name: "All pairs" }).getByRole("listitem");
  await expect(strip).toHaveText([/removed$/, "added", "54 %", "0.61 %"]);
  await page.keyboard.press("u");
  await expect(strip).toHaveText([/removed$/, "added", "54 %", "0.61 %", "no change"]);
});

test("says what cannot be shown, or not be compared", async ({ page }) => {
  const session = await newSession({
    before_screenshots: [
      "/demo/checkout-flow.png",
      "javascript:alert(1)",
      "/icon.svg?1",
      "http://127.0.0.1:1/shot.png",
    ],
    after_screenshots: [
      "/demo/checkout-flow.html",
      "/demo/board-after.png",
      "/icon.svg?2",
      "http://127.0.0.1:1/shot.png?2",
    ],
  });
  await page.goto(viewerOf(session, "?at=after-1&way=side"));
  await expect(pane(page, "before")).toContainText("The file is not there any more.");
  await expect(pane(page, "after")).toContainText("What is there is no picture: it is text/html.");
  await page.goto(viewerOf(session, "?at=before-2&way=side"));
  await expect(pane(page, "before")).toContainText("no address that can be shown");
  await page.goto(viewerOf(session, "?at=after-3&way=difference"));
  await expect(page.getByText("no change; anti-aliasing is left out.")).toBeVisible();
  await page.goto(viewerOf(session, "?at=after-4&way=difference"));
  await expect(page.getByText(/No mask: the host of one of the pictures/)).toBeVisible();
});

test("its script is on no other page", async ({ context }) => {
  const session = await withPairs(2);
  const scriptsOf = async (path: string) => {
    // What comes late to a page that was left cannot be read.
    const page = await context.newPage();
    const scripts: Promise<string>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.text());
    });
    await page.goto(path, { waitUntil: "networkidle" });
    return (await Promise.all(scripts)).filter((text) => text.includes("Where the line stands"));
  };
  expect(await scriptsOf(`/sessions/${session.id}`)).toHaveLength(0);
  expect(await scriptsOf(viewerOf(session))).toHaveLength(1);
});

test.describe("before its script has loaded", () => {
  test.use({ javaScriptEnabled: false });

  test("shows the pair side by side, with links to the others", async ({ page }) => {
    await page.goto(viewerOf(await withPairs(3), "?at=after-2"));
    await expect(picture(page, "Before")).toBeVisible();
    await expect(picture(page, "After")).toBeVisible();
    await page.getByRole("link", { name: "Next pair" }).click();
    await expect(picture(page, "After")).toHaveAttribute("alt", /^After 3 of/);
  });
});

for (const { colorScheme, width } of looks) {
  test.describe(`${colorScheme} at ${width} px`, () => {
    test.use({ role: "reviewer", colorScheme, viewport: { width, height: 800 } });

    test("has no finding in any way to look", async ({ page }) => {
      const session = await newSession({
        before_screenshots: [...demo("before", 3), "/demo/gone.png"],
        after_screenshots: demo("after", 3),
      });
      for (const query of ["?at=after-1", "?at=before-4"]) {
        await page.goto(viewerOf(session, query));
        await page.getByRole("button", { name: /^Comments/ }).click();
        for (const key of query.includes("after") ? "12345" : "1") {
          await page.keyboard.press(key);
          if (key === "5") {
            await expect(page.getByText(/anti-aliasing is left out/)).toBeVisible();
          }
          await expectAccessible(page, `${query} ${key}`);
        }
      }
    });
  });
}
