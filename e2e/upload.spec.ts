import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { agent, expect, newSession, type Page, test } from "./support/world.ts";

test.use({ role: "reviewer" });

const demo = (name: string) => readFileSync(join(import.meta.dirname, "../public/demo", name));
const png = (name: string, picture: string) => ({
  name,
  mimeType: "image/png",
  buffer: demo(picture),
});
const html = { name: "page.png", mimeType: "image/png", buffer: Buffer.from("<h1>no picture") };

const uploads = (page: Page) => page.getByRole("list", { name: "Uploads" }).locator("> li");
const tiles = (page: Page) => page.getByRole("list", { name: "Pictures" }).getByRole("listitem");
const field = (page: Page) => page.getByLabel("Choose files");

async function openPanel(page: Page, id: string) {
  await page.goto(`/sessions/${id}`);
  await page.getByText("Add evidence…").click();
  await expect(page.getByText(/up to 20 MB each/)).toBeVisible();
}

async function listsOf(id: string) {
  const { data } = await agent()
    .from("exec_implementation_sessions")
    .select("before_screenshots, after_screenshots, demo_urls")
    .eq("id", id)
    .single();
  return {
    before: data?.before_screenshots ?? [],
    after: data?.after_screenshots ?? [],
    demo: data?.demo_urls ?? [],
  };
}

/** Files as a drop or a paste brings them. */
const transferOf = (page: Page, name: string, picture: string) =>
  page.evaluateHandle(
    ([name, base64]) => {
      const bytes = Uint8Array.from(atob(base64 ?? ""), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], name ?? "", { type: "image/png" }));
      return transfer;
    },
    [name, demo(picture).toString("base64")] as const,
  );

test("several files are chosen, and stand on the page when they are there", async ({ page }) => {
  const { id } = await newSession();
  await openPanel(page, id);
  await page.getByRole("radio", { name: "Screenshots before" }).check();
  await field(page).setInputFiles([
    png("login.png", "sign-in-before.png"),
    png("orders.png", "orders-before.png"),
  ]);
  await expect(uploads(page).first()).toContainText("Added.");
  await page.getByRole("radio", { name: "Screenshots after" }).check();
  await field(page).setInputFiles([
    png("login.png", "sign-in-after.png"),
    png("orders.png", "orders-before.png"),
  ]);
  await expect(uploads(page).last()).toContainText("Added.");
  await expect(tiles(page)).toHaveText([/login\.png\s*changed/, /orders\.png\s*unchanged/]);
  const shown = page.getByRole("img", { name: /^After 1 .*login\.png/ });
  await expect(shown).toHaveAttribute("src", /^\/files\/[0-9a-f]{64}\?thumb$/);
  await expect
    .poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(100);
  const lists = await listsOf(id);
  expect(lists.before.map((url) => url.split("/").at(-1))).toEqual(["login.png", "orders.png"]);
  expect(lists.after).toHaveLength(2);
});

test("files are dropped and pasted", async ({ page }) => {
  const { id } = await newSession();
  await openPanel(page, id);
  const dataTransfer = await transferOf(page, "dropped.png", "report-after.png");
  await page.getByText("Drop or paste files here").dispatchEvent("drop", { dataTransfer });
  await expect(uploads(page).first()).toContainText("dropped.png");
  await expect(uploads(page).first()).toContainText("Added.");

  const pasted = await transferOf(page, "pasted.png", "settings-after.png");
  await page.evaluate((clipboardData) => {
    document.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, pasted);
  await expect(uploads(page).last()).toContainText("pasted.png");
  await expect(uploads(page).last()).toContainText("Added.");
  await expect(tiles(page)).toHaveCount(2);
});

test("one says how far it is, can be stopped, and sent again", async ({ page }) => {
  const { id } = await newSession();
  await openPanel(page, id);
  // As slow as a phone on a train.
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 3_000 };
  await client.send("Network.emulateNetworkConditions", slow);
  await field(page).setInputFiles([
    png("one.png", "dashboard-after.png"),
    png("two.png", "orders-after.png"),
  ]);
  const bar = page.getByRole("progressbar", { name: "Sending Screenshots after: 2 files" });
  await expect(bar).toBeVisible();
  await expect
    .poll(() => bar.evaluate((each: HTMLProgressElement) => each.value))
    .toBeGreaterThan(0);
  await expect(uploads(page)).toContainText(/[1-9]\d? %/);
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "You stopped it." })).toBeVisible();
  expect((await listsOf(id)).after).toEqual([]);

  await client.send("Network.emulateNetworkConditions", { ...slow, uploadThroughput: -1 });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(uploads(page)).toContainText("Added.");
  await expect(tiles(page)).toHaveCount(2);
  await page.getByRole("button", { name: /^Put away/ }).click();
  await expect(uploads(page)).toHaveCount(0);
});

test("what is refused is said, nothing of it is there, and nothing of it is lost", async ({
  page,
}) => {
  const { id } = await newSession();
  await openPanel(page, id);
  await field(page).setInputFiles([png("good.png", "report-after.png"), html]);
  const problem = page.getByRole("alert").filter({ hasText: "Not added" });
  await expect(problem).toContainText("“page.png” is no picture");
  expect((await listsOf(id)).after).toEqual([]);
  await expect(uploads(page)).toContainText("good.png");
  await expect(uploads(page)).toContainText("14 bytes");

  // What need not be sent to be refused is not sent.
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
  const many = Array.from({ length: 101 }, (_, index) => ({ ...html, name: `${index}.png` }));
  await field(page).setInputFiles([
    ...many,
    { ...html, name: "empty.png", buffer: Buffer.alloc(0) },
  ]);
  await expect(uploads(page).last()).toContainText("These are 102 files; 100 go at a time.");
  await expect(uploads(page).last()).toContainText("“empty.png” is empty.");
  expect(sent).toEqual([]);

  await page.route("**/api/evidence/**", (route) => route.abort());
  await field(page).setInputFiles([png("later.png", "report-after.png")]);
  await expect(uploads(page).last()).toContainText("Exhibit did not answer.");
  await page.unroute("**/api/evidence/**");
  await uploads(page).last().getByRole("button", { name: "Try again" }).click();
  await expect(uploads(page).last()).toContainText("Added.");
});

test("a login that has ended is said, and the files are still there", async ({ page, context }) => {
  const { id } = await newSession();
  await openPanel(page, id);
  const cookies = await context.cookies();
  await context.clearCookies();
  await field(page).setInputFiles([png("kept.png", "report-after.png")]);
  await expect(uploads(page)).toContainText("Your login has ended.");
  await context.addCookies(cookies);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(uploads(page)).toContainText("Added.");
});

test("the panel has no finding, by eye or ear, in both themes", async ({ page }) => {
  const { id } = await newSession();
  await page.setViewportSize({ width: 360, height: 900 });
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await openPanel(page, id);
    await field(page).setInputFiles([html]);
    await expect(page.getByRole("alert").filter({ hasText: "Not added" })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include("#content").analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
  }
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a form takes them, and the page says what became of them", async ({ page }) => {
    const { id } = await newSession();
    await page.goto(`/sessions/${id}`);
    await page.getByText("Add evidence…").click();
    await page.getByLabel("Screenshots before").setInputFiles([png("a.png", "board-before.png")]);
    await page.getByLabel("Screenshots after").setInputFiles([png("a.png", "board-after.png")]);
    await page.getByRole("button", { name: "Add the files" }).click();
    await expect(page).toHaveURL(new RegExp(`/sessions/${id}$`));
    await expect(page.getByText("2 files are there.")).toBeVisible();
    await expect(tiles(page)).toHaveText([/a\.png\s*changed/]);
    await page.getByText("Add evidence…").click();
    await page.getByLabel("Screenshots after").setInputFiles([html]);
    await page.getByRole("button", { name: "Add the files" }).click();
    await expect(page.getByText("“page.png” is no picture")).toBeVisible();
    expect((await listsOf(id)).after).toHaveLength(1);
  });
});

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("is told who may, and has no form", async ({ page }) => {
    const { id } = await newSession({ after_screenshots: ["/demo/orders-after.png"] });
    await page.goto(`/sessions/${id}`);
    await expect(page.getByText("Reviewers and admins can add evidence here.")).toBeVisible();
    await expect(page.getByText("Add evidence…")).toHaveCount(0);
    await expect(page.locator("input[type=file]")).toHaveCount(0);
  });
});
