// Verdicts: what was seen, what was not, whose comes second, and what becomes of a draft.

import { newReviewer } from "./support/people.ts";
import { agent, enter, expect, newSession, type Page, signIn, test } from "./support/world.ts";

test.use({ role: "reviewer" });

const said = (page: Page, words: string | RegExp) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
const verdict = (page: Page) => page.getByRole("region", { name: "Your verdict" });

async function reviewsOf(id: string) {
  const { data } = await agent().from("exec_session_reviews").select().eq("session_id", id);
  return data ?? [];
}

test("scores before seeing the agent's", async ({ page }) => {
  const { id } = await newSession({
    status: "completed",
    quality_score: 93,
    performance_score: 94,
    security_score: 95,
    sub_agent_results: [{ sub_agent_type: "DESIGN", status: "PASS", summary: "Lovely", score: 96 }],
  });
  await page.goto(`/reviews?session=${id}`);
  await page.getByRole("link", { name: "Score before you see the agent’s" }).click();
  await expect(page.getByText("are left out until you have decided")).toBeVisible();
  const shown = (await page.locator("main").textContent()) ?? "";
  // Directives of tests end in a number.
  expect(shown.replace(/SD-TEST-[\w-]+/g, "")).not.toMatch(/\b9[3-6]\b/);
  // Not only out of sight.
  const html = await (await page.request.get(page.url())).text();
  expect(html).not.toContain("Lovely");
  await verdict(page).getByText("Comment", { exact: true }).click();
  await verdict(page).getByLabel("Your score: Security").fill("60");
  await verdict(page).getByLabel("What you found").fill("See https://example.com/a.");
  await verdict(page).getByRole("button", { name: "Submit", exact: true }).click();
  await said(page, "Your comment is there.");
  expect(await reviewsOf(id)).toMatchObject([{ blind: true, security_score: 60 }]);
  await page.goto(`/sessions/${id}`);
  const item = page.locator("#verdicts").getByRole("listitem").first();
  await expect(item).toContainText("given before the agent’s were seen");
  await expect(item.getByRole("link", { name: /example/ })).toHaveAttribute(
    "href",
    "https://example.com/a",
  );
});

test("a verdict on an earlier state says so, and the session waits again", async ({ page }) => {
  const { id, sd_id } = await newSession({ status: "completed", quality_score: 90 });
  await page.goto(`/sessions/${id}`);
  await page.getByText("Approve", { exact: true }).click();
  // The agent writes while the form is open: no reason to refuse, but to say so.
  const write = { security_score: 30 };
  await agent().from("exec_implementation_sessions").update(write).eq("id", id);
  await page.getByRole("button", { name: "Submit" }).click();
  await said(page, "Approved.");
  const item = page.locator("#verdicts").getByRole("listitem").first();
  await expect(item).toContainText("Given on an earlier state. Changed since: security.");
  await page.goto(`/reviews?session=${id}`);
  const line = page.getByRole("listitem").filter({ hasText: sd_id }).first();
  await expect(line).toContainText("changed since it was approved");
  await agent().from("exec_implementation_sessions").delete().eq("id", id);
});

test("of two verdicts at once the second is told of the first, and keeps its text", async ({
  page,
}) => {
  const { id, sd_id } = await newSession({ status: "completed", quality_score: 70 });
  await page.goto(`/sessions/${id}`);
  await page.getByText("Approve", { exact: true }).click();
  await page.getByLabel("What you found").fill("Fine by me");
  const { data } = await agent().from("exec_session_events").select("id").eq("session_id", id);
  const newest = Math.max(...(data ?? []).map((event) => event.id));
  const first = { session_id: id, sd_id, verdict: "request_changes", seen_event_id: newest };
  expect((await agent().from("exec_session_reviews").insert(first)).error).toBeNull();
  await page.getByRole("button", { name: "Submit" }).click();
  const problem = page.locator("#verdicts").getByRole("alert");
  await expect(problem).toContainText("Changes requested by a reviewer");
  await expect(page.getByLabel("What you found")).toHaveValue("Fine by me");
  expect(await reviewsOf(id)).toHaveLength(1);
});

test("whoever goes on elsewhere while something is sent is left there", async ({ page }) => {
  const { id } = await newSession();
  await page.goto(`/sessions/${id}`);
  await page.locator("summary", { hasText: "Edit progress" }).click();
  const thought = page.getByLabel("What you found");
  for (const [coverage, answer] of [
    ["61", "Progress and coverage are saved."],
    ["101", "Enter a whole number from 0 to 100"],
  ] as const) {
    const held = Promise.withResolvers<void>();
    await page.route("**/sessions/*", async (route) => {
      if (route.request().method() === "POST") await held.promise;
      await route.fallback();
    });
    const panel = page.locator("details", { has: page.getByLabel("Coverage, %") });
    if (!(await page.getByLabel("Coverage, %").isVisible())) {
      await panel.locator("summary").click();
    }
    await page.getByLabel("Coverage, %").fill(coverage);
    const sent = page.waitForRequest((request) => request.method() === "POST");
    await page.keyboard.press("Enter");
    await sent;
    await thought.fill("Still ");
    held.resolve();
    await expect(page.getByText(answer).first()).toBeVisible();
    await page.keyboard.type("typing");
    await expect(thought).toHaveValue("Still typing");
    await page.unroute("**/sessions/*");
  }
});

test("a draft survives a reload and a login that has ended", async ({ page, context }) => {
  const { id } = await newSession({ status: "completed" });
  const who = await newReviewer("Ana Third");
  await enter(page, who.email, who.password, `/sessions/${id}`);
  await page.getByText("Request changes", { exact: true }).click();
  await page.getByLabel("What you found").fill("A long thought");
  await page.reload();
  await expect(page.getByLabel("What you found")).toHaveValue("A long thought");
  await expect(page.getByText("What you had typed before is here again.")).toBeVisible();

  await context.clearCookies();
  await page.getByRole("button", { name: "Submit" }).click();
  await expect(page.getByRole("alert").first()).toContainText("Your login has ended");
  expect(await reviewsOf(id)).toEqual([]);
  await page.getByRole("link", { name: "Sign in again" }).click();
  await signIn(page, who.email, who.password, page.url());
  await expect(page).toHaveURL(new RegExp(`/sessions/${id}`));
  await expect(page.getByRole("radio", { name: "Request changes" })).toBeChecked();
  await page.getByRole("button", { name: "Submit" }).click();
  await said(page, "Changes are requested.");
  expect(await reviewsOf(id)).toHaveLength(1);
  await page.reload();
  await expect(page.getByLabel("What you found")).toHaveValue("");
});
