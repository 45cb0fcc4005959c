import { agent, expect, newSession, test } from "./support/world.ts";

test("shows all that an agent wrote, with what is wrong with it first", async ({ page }) => {
  const { id, sd_id } = await newSession(
    {
      status: "completed",
      implementation_type: "UI_COMPONENT",
      quality_score: 91,
      code_quality_score: 92,
      performance_score: 0,
      security_score: null,
      ux_accessibility_score: 64,
      implementation_progress: 90,
      test_coverage_pct: 87,
      quality_gates: ["Cross-browser compatibility", "Signed off by legal"],
      sub_agent_results: [
        { sub_agent_type: "SECURITY", status: "FAIL", summary: "Token in a log", score: 20 },
        "something else",
      ],
      pre_impl_checklist: { sd_validated: true, prd_available: false, passed: true },
      performance_metrics: { lcp_ms: 1830, pages: [{ path: "/", cls: 0.01 }] },
      security_scan_results: ["CVE-2026-0001", { tool: "semgrep", findings: 0 }],
      accessibility_audit: "no violations",
      before_screenshots: ["/demo/dashboard-before.png"],
      after_screenshots: ["/demo/dashboard-after.png", "/demo/board-after.png"],
      demo_urls: ["https://example.com/demo"],
      orchestrator: "AN_ORCHESTRATOR_v2",
      session_version: "2.7",
    },
    "A session with everything",
  );
  await agent()
    .from("exec_quality_checkpoints")
    .update({
      is_complete: true,
      score: 88,
      evidence_url: "https://example.com/report",
      completion_notes: "Checked by hand.",
      completed_by: "EXEC agent",
      completed_at: new Date().toISOString(),
    })
    .eq("session_id", id)
    .eq("checkpoint_name", "Code review completion");
  await agent()
    .from("exec_sub_agent_activations")
    .insert({
      session_id: id,
      sd_id,
      sub_agent_type: "TESTING",
      activation_reason: "New component",
      execution_status: "WARNING",
      severity: "MEDIUM",
      summary: "Two tests are slow",
      recommendations: ["Split the fixture"],
      quality_score: 70,
    });
  await agent()
    .from("exec_handoff_preparations")
    .insert({
      session_id: id,
      sd_id,
      handoff_status: "ready",
      implementation_summary: "Ready for planning",
      known_issues: ["Safari draws it late"],
    });

  await page.goto(`/sessions/${id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("A session with everything");
  await expect(page).toHaveTitle(/A session with everything/);
  const concerns = page.getByRole("list", { name: "What to look at" }).getByRole("listitem");
  await expect(concerns).toHaveText([
    "a sub-agent failed beside a score of 91",
    "5 required checkpoints open",
    "completed at 90 %",
    "a gate without a checkpoint",
  ]);

  const section = (name: string) => page.getByRole("region", { name });
  const scores = section("Domain scores");
  await expect(scores).toContainText("92");
  await expect(scores).toContainText("64");
  await expect(scores.getByText("not scored")).toHaveCount(2);
  await expect(section("Progress and coverage")).toContainText("87");

  const gates = section("Gates and checkpoints");
  await expect(gates).toContainText("1 of 7 met");
  await expect(
    gates.getByRole("listitem").filter({ hasText: "Signed off by legal" }),
  ).toContainText("no checkpoint");
  const review = gates.getByRole("listitem").filter({ hasText: "Code review completion" });
  await expect(review).toContainText("met");
  await expect(review).toContainText("Checked by hand.");
  await expect(review).toContainText("EXEC agent");
  await expect(review.getByRole("link")).toHaveAttribute("href", "https://example.com/report");

  for (const words of [
    "Token in a log",
    "something else",
    "Two tests are slow",
    "Split the fixture",
    "Ready for planning",
    "Safari draws it late",
    "CVE-2026-0001",
    "no violations",
    "1830",
    "AN_ORCHESTRATOR_v2",
    "2.7",
    id,
  ]) {
    await expect(page.locator("main")).toContainText(words);
  }
  await expect(
    page.getByRole("img", { name: /^Before 1 of session .*dashboard-before/ }),
  ).toBeVisible();
  await expect(page.getByRole("img", { name: /^After/ })).toHaveCount(2);
  const width = await page
    .getByRole("img", { name: /^After 1/ })
    .evaluate((image: HTMLImageElement) => image.naturalWidth);
  expect(width).toBeGreaterThan(100);
  await expect(page.getByRole("link", { name: /^Demo 1/ })).toHaveAttribute(
    "href",
    "https://example.com/demo",
  );
});

test("says when a session has gone stale, and when nothing speaks against it", async ({ page }) => {
  const started_at = new Date(Date.now() - 9.5 * 86_400_000).toISOString();
  const stale = await newSession({ started_at, pre_impl_checklist: { passed: false } });
  await page.goto(`/sessions/${stale.id}`);
  await expect(
    page.getByRole("list", { name: "What to look at" }).getByRole("listitem"),
  ).toHaveText(["checklist not passed", "stale: active for 9 d"]);
  const fine = await newSession();
  await page.goto(`/sessions/${fine.id}`);
  await expect(page.getByText("Exhibit found nothing that speaks against it.")).toBeVisible();
});

test("tells a zero that somebody set from one that nobody did", async ({ page }) => {
  const { id, sd_id } = await newSession({ security_score: 80, performance_score: 0 });
  const scores = page.getByRole("region", { name: "Domain scores" }).getByRole("definition");
  await page.goto(`/sessions/${id}`);
  await expect(scores).toHaveText(["not scored", "not scored", /80\s*good/, "not scored"]);
  await expect(page.getByRole("region", { name: "Progress and coverage" })).toContainText(
    "not measured",
  );

  const sessions = agent().from("exec_implementation_sessions");
  const { error } = await sessions
    .update({ security_score: 0, performance_score: 0, test_coverage_pct: 0 })
    .eq("id", id);
  expect(error).toBeNull();
  await page.reload();
  await expect(scores).toHaveText([
    "not scored",
    "not scored",
    /^0\s*needs improvement/,
    "not scored",
  ]);
  await expect(page.getByRole("region", { name: "Progress and coverage" })).toContainText(
    "not measured",
  );
  await page.goto(`/sessions?sd=${sd_id}`);
  await expect(page.locator("tbody td:nth-child(7)")).toHaveText("0");
  await expect(page.locator("tbody td:nth-child(6)")).toHaveText("not scored");
});

for (const path of [
  "00000000-0000-4000-8000-000000000000",
  "not-a-uuid",
  "82cf56b1-999f-4801-aaf8-bf4f513580dc'--",
  "%00",
  "..%2f..%2fteam",
]) {
  test(`finds no session at ${path}`, async ({ page }) => {
    const response = await page.goto(`/sessions/${path}`);
    expect([400, 404]).toContain(response?.status());
  });
}

test("gives a column whole as JSON, and only those columns", async ({ page }) => {
  const metrics = { deep: { list: [1, 2, { three: "four" }] } };
  const { id } = await newSession({ performance_metrics: metrics });
  const response = await page.request.get(`/sessions/${id}/json/performance_metrics`);
  expect(response.status()).toBe(200);
  expect(response.headers()["x-content-type-options"]).toBe("nosniff");
  expect(response.headers()["content-disposition"]).toContain("attachment");
  expect(await response.json()).toEqual(metrics);
  for (const path of [`${id}/json/sd_id`, `${id}/json/%2A`, "nope/json/performance_metrics"]) {
    expect((await page.request.get(`/sessions/${path}`)).status()).toBe(404);
  }
});
