// What a reviewer says of pictures, and how they put pairs right.
import { demo, opened, picture, viewerOf, withPairs } from "./support/viewer.ts";
import { agent, expect, loginOf, test } from "./support/world.ts";

test.use({ role: "reviewer" });

test("a pair is put right, and stays so; a picture is removed", async ({ page }) => {
  const session = await withPairs(3);
  await page.goto(viewerOf(session, "?at=after-1&way=side"));
  await opened(page);
  await page.keyboard.press("i");
  await page.getByRole("button", { name: "Pair with…" }).click();
  await page
    .getByLabel("Pair with the picture before")
    .selectOption({ label: "2. checkout-before.png" });
  await page.getByRole("button", { name: "Save the pair" }).click();
  await expect(page.getByText("These two belong together now.")).toBeVisible();
  await page.reload();
  await expect(picture(page, "Before")).toHaveAttribute("alt", /^Before 2 of/);
  await expect(page.getByText(/^Pair \d of 4$/)).toBeVisible();

  await opened(page);
  await page.keyboard.press("i");
  await page.getByText("Remove after 1…").click();
  await page.getByRole("button", { name: "Remove after 1", exact: true }).click();
  await expect(page.getByText("The picture was removed.")).toBeVisible();
  const { data } = await agent()
    .from("exec_implementation_sessions")
    .select("after_screenshots")
    .eq("id", session.id)
    .single();
  expect(data?.after_screenshots).toEqual(demo("after", 3).slice(1));
});

test("a comment is given up by its button, also with Enter", async ({ page }) => {
  await page.goto(viewerOf(await withPairs(1), "?way=side"));
  await opened(page);
  await page.keyboard.press("m");
  await expect(page.locator("[data-cross]")).toBeVisible();
  await page.getByRole("button", { name: "Cancel" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("[data-cross]")).toBeHidden();
  await expect(page.getByRole("textbox", { name: /^Comment on the picture/ })).toHaveCount(0);
});

test("another comment is begun while the one before is still being saved", async ({ page }) => {
  const session = await withPairs(2);
  await page.goto(viewerOf(session, "?at=after-1&way=side"));
  await opened(page);
  const comment = page.getByRole("textbox", { name: /^Comment on the picture/ });
  const begin = async (words: string) => {
    await page.keyboard.press("m");
    await expect(page.locator("[data-cross]")).toBeVisible();
    await page.keyboard.press("Enter");
    await expect(comment).toBeFocused();
    await page.keyboard.type(words);
  };
  const save = page.getByRole("button", { name: "Save the comment" });
  const held = Promise.withResolvers<void>();
  await page.route("**/evidence*", async (route) => {
    if (route.request().method() === "POST") await held.promise;
    await route.fallback();
  });
  await begin("The first.");
  await save.click();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByText("Pair 2 of 2", { exact: true })).toBeVisible();
  await begin("The second.");
  held.resolve();
  await expect(page.getByText("Your comment is on the picture.")).toBeVisible();
  await expect(comment).toHaveValue("The second.");
  await save.click();
  await expect(page.getByRole("button", { name: "Comment 1, open" })).toBeVisible();
  const { data } = await agent()
    .from("exec_evidence_pins")
    .select("body, url")
    .eq("session_id", session.id)
    .order("created_at");
  const [first, second] = demo("after", 2);
  expect(data).toEqual([
    { body: "The first.", url: first },
    { body: "The second.", url: second },
  ]);
});

test("a comment is put where one clicks; a viewer reads it and changes nothing", async ({
  page,
  browser,
}) => {
  const session = await withPairs(2);
  await page.goto(viewerOf(session, "?at=after-2&way=side"));
  await opened(page);
  await page.keyboard.press("m");
  await expect(page.locator("[data-cross]")).toBeVisible();
  // The panel that opened leaves it less room.
  let box = await picture(page, "Before").boundingBox();
  await expect(async () => {
    const last = box;
    box = await picture(page, "Before").boundingBox();
    expect(box).toEqual(last);
  }).toPass({ intervals: [300] });
  if (!box) throw new Error("no picture");
  await page.mouse.click(box.x + box.width * 0.25, box.y + box.height * 0.5);
  await page.getByLabel("Comment on the picture before").fill("Here <i>it</i> was.");
  await page.getByRole("button", { name: "Save the comment" }).click();
  await expect(page.getByRole("button", { name: "Comment 1, open" })).toBeVisible();
  const { data } = await agent().from("exec_evidence_pins").select().eq("session_id", session.id);
  expect(data?.[0]?.url).toBe(demo("before", 2)[1]);
  expect(data?.[0]?.x).toBeCloseTo(0.25, 1);
  expect(data?.[0]?.y).toBeCloseTo(0.5, 1);

  const context = await browser.newContext({
    baseURL: process.env.E2E_URL,
    storageState: await loginOf("viewer"),
  });
  const other = await context.newPage();
  await other.goto(viewerOf(session, "?at=after-2"));
  const comments = other.getByRole("complementary", { name: "Comments and pairing" });
  await expect(comments).toContainText("Here <i>it</i> was.");
  await expect(comments).toContainText("You are a viewer");
  await expect(comments.getByRole("button")).toHaveCount(0);
  await context.close();

  await page.getByRole("button", { name: "Resolve" }).click();
  await expect(page.getByText("1 resolved comment")).toBeVisible();
  await page.getByText("1 resolved comment").click();
  await page.getByRole("button", { name: "Reopen" }).click();
  await expect(page.getByRole("button", { name: "Comment 1, open" })).toBeVisible();
});
