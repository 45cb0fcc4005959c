import { agent, expect, newSession, type Page } from "./world.ts";

const DAY = 86_400_000;
export const days = (ago: number) => new Date(Date.now() - ago * DAY).toISOString();

let made = 0;
export const newApplication = () => `App ${process.pid} ${Date.now().toString(36)} ${made++}`;

/** A session of an application that no other test has. */
export async function ownSession(app: string, row: Record<string, unknown>, title?: string) {
  const session = await newSession(row, title);
  const { error } = await agent()
    .from("strategic_directives_v2")
    .update({ target_application: app })
    .eq("id", session.sd_id);
  expect(error).toBeNull();
  return session;
}

const result = (sub_agent_type: string, status: string) => ({
  sub_agent_type,
  status,
  summary: "s",
});

/** Seven sessions of ten weeks, two of them of the last 30 days not scored. */
export async function ownSessions() {
  const app = newApplication();
  await ownSession(app, {
    status: "completed",
    implementation_type: "UI_COMPONENT",
    quality_score: 91,
    code_quality_score: 90,
    security_score: 81,
    started_at: days(1),
    completed_at: days(0),
    sub_agent_results: [result("TESTING", "FAIL"), result("DESIGN", "PASS")],
  });
  await ownSession(app, {
    status: "completed",
    quality_score: 60,
    started_at: days(2),
    completed_at: days(0),
  });
  await ownSession(app, {
    quality_score: 70,
    started_at: days(9),
    sub_agent_results: [result("TESTING", "FAIL")],
  });
  await ownSession(app, { started_at: days(8) });
  await ownSession(app, {
    status: "failed",
    started_at: days(20),
    sub_agent_results: [result("SECURITY", "FAIL")],
  });
  await ownSession(app, {
    status: "paused",
    quality_score: 80,
    started_at: days(16),
    implementation_type: "API_ENDPOINT",
  });
  await ownSession(app, { status: "cancelled", quality_score: 97, started_at: days(59) });
  return app;
}

export const overview = (app: string, more = "") => `/?app=${encodeURIComponent(app)}${more}`;
export const tile = (page: Page, label: string | RegExp) =>
  page.getByRole("list", { name: "At a glance" }).getByRole("listitem").filter({ hasText: label });
