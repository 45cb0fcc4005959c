// What the list shows, as a file.
import { readFileSync } from "node:fs";
import { newReviewer, strangersPage } from "./support/people.ts";
import {
  agent,
  endAccessToken,
  enter,
  expect,
  newSession,
  type Page,
  test,
} from "./support/world.ts";

test.use({ ownLogin: true });

async function save(page: Page, link: RegExp) {
  await page.locator("summary", { hasText: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: link }).click(),
  ]);
  const text = readFileSync(await download.path(), "utf8");
  return { name: download.suggestedFilename(), text };
}

/** Two sessions whose titles share a word that no other has. */
async function ownList() {
  const word = `Export${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const values = { quality_score: 91, code_quality_score: 92 };
  const first = await newSession({}, `=HYPERLINK("https://example.com") ${word}`);
  const second = await newSession(values, `"Ä", ${word}`);
  return { word, first, second };
}

test("a list is saved as CSV, with what is filtered in its order", async ({ page }) => {
  const { word, first, second } = await ownList();
  await page.goto(`/sessions?q=${word}&sort=quality-high`);
  const { name, text } = await save(page, /^CSV/);
  expect(name).toMatch(/^exhibit-sessions-\d{4}-\d\d-\d\d\.csv$/);
  const [head, ...lines] = text.split("\r\n");
  expect(head).toMatch(/^\uFEFFSession,Directive,Title,PRD,Status,/);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toContain(`${second.id},${second.sd_id},"""Ä"", ${word}",,active,`);
  expect(lines[0]).toContain(",91,92,,,,");
  expect(lines[1]).toContain(
    `${first.id},${first.sd_id},"'=HYPERLINK(""https://example.com"") ${word}",`,
  );
  expect(lines[2]).toBe("");
});

test("a list is saved as JSON", async ({ page }) => {
  const { word, first, second } = await ownList();
  await page.goto(`/sessions?q=${word}&sort=quality-low`);
  const { name, text } = await save(page, /^JSON/);
  expect(name).toMatch(/\.json$/);
  const rows: { id: string }[] = JSON.parse(text);
  expect(rows.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect(rows[0]).toMatchObject({ quality: 91, security: null, directive: second.sd_id });
});

test("chosen sessions are saved as they were chosen, without those that are gone", async ({
  page,
}) => {
  const { first, second } = await ownList();
  const gone = await newSession();
  await agent().from("exec_implementation_sessions").delete().eq("id", gone.id);
  const ids = [second.id, gone.id, first.id].map((id) => `&ids=${id}`).join("");
  const answer = await page.request.get(`/sessions/export?format=json${ids}`);
  const rows: { id: string }[] = await answer.json();
  expect(rows.map(({ id }) => id)).toEqual([second.id, first.id]);
});

test("more are chosen than an address can hold", async ({ page }) => {
  const { first, second } = await ownList();
  const others = Array.from({ length: 998 }, () => crypto.randomUUID());
  const ids = [second.id, ...others, first.id];
  const save = (ids: string[]) =>
    page.request.post("/sessions/export", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
      data: new URLSearchParams([["format", "json"], ...ids.map((id) => ["ids", id])]).toString(),
    });
  const rows: { id: string }[] = await (await save(ids)).json();
  expect(rows.map(({ id }) => id)).toEqual([second.id, first.id]);
  expect((await save([...ids, crypto.randomUUID()])).status()).toBe(400);
});

test("a person who is refused is told on the list that they came from", async ({ page }) => {
  await page.goto("/sessions/export?format=csv&status=complete");
  await expect(page).toHaveURL(/\/sessions(\?view=all)?$/);
  await expect(page.getByText("asked for a status that Exhibit does not know")).toBeVisible();
  const answer = (referer: string) =>
    page.request.get("/sessions/export?format=csv&q=ab", {
      headers: { accept: "text/html", referer },
      maxRedirects: 0,
    });
  const own = new URL("/sessions?status=failed", page.url()).href;
  for (const [from, to] of [
    [own, "/sessions?status=failed"],
    ["http://elsewhere.example/sessions?status=failed", "/sessions"],
    [new URL("/sessions/export", own).href, "/sessions"],
  ] as const) {
    const { location } = (await answer(from)).headers();
    expect(location).toBe(to);
  }
});

test("it is refused to strangers, and what it cannot be", async ({ page, browser }) => {
  const stranger = await strangersPage(browser);
  const refused = await stranger.request.get("/sessions/export?format=csv");
  expect(refused.status()).toBe(401);
  expect(await refused.json()).toEqual({ message: "Sign in first." });
  await stranger.context().close();
  for (const query of ["", "format=xls", "format=csv&ids=1", "format=csv&status=complete"]) {
    expect((await page.request.get(`/sessions/export?${query}`)).status(), query).toBe(400);
  }
  const answer = await page.request.get("/sessions/export?format=csv&sd=none");
  // As the answer that brings a new login says it.
  expect(answer.headers()).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "cache-control": "private, no-cache, no-store, must-revalidate, max-age=0",
    "x-content-type-options": "nosniff",
    "content-disposition": expect.stringContaining("attachment; filename="),
  });
});

test.describe("a login", () => {
  test.use({ role: null });

  test("is renewed before, and goes on after", async ({ page, context }) => {
    const { email, password } = await newReviewer("Robin Export");
    await enter(page, email, password, "/sessions");
    const cookie = async () =>
      (await context.cookies()).find(({ name }) => name === "exhibit-login")?.value;
    // Half of its time has gone.
    await endAccessToken(context, 400);
    const before = await cookie();
    expect((await page.request.get("/sessions/export?format=csv&sd=none")).status()).toBe(200);
    expect(await cookie()).not.toBe(before);
    await page.goto("/sessions");
    await expect(page.getByRole("heading", { level: 1, name: "Sessions" })).toBeVisible();
  });
});
