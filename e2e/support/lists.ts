import { agent, expect, type Page } from "./world.ts";

/** Sessions that wait, of a directive each, and a word that finds them and no other. */
export async function manySessions(count: number, row: Record<string, unknown> = {}) {
  const word = `many${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const ids = Array.from({ length: count }, (_, n) => `SD-${word}-${n}`.toUpperCase());
  const directives = ids.map((id) => ({
    id,
    title: `One of many ${word}`,
    status: "active",
    category: "quality",
    priority: "high",
    description: "Made by a test.",
    rationale: "To be chosen.",
    scope: "One session.",
  }));
  expect((await agent().from("strategic_directives_v2").insert(directives)).error).toBeNull();
  const sessions = ids.map((sd_id, n) => ({
    sd_id,
    implementation_type: "GENERAL_FEATURE",
    status: "completed",
    quality_score: 80,
    started_at: new Date(Date.UTC(2026, 8, 1, 0, n)).toISOString(),
    ...row,
  }));
  const { data, error } = await agent()
    .from("exec_implementation_sessions")
    .insert(sessions as never)
    .select("id, sd_id, started_at");
  expect(error).toBeNull();
  const made = (data ?? []) as { id: string; sd_id: string; started_at: string }[];
  // As the list has them.
  made.sort((a, b) => b.started_at.localeCompare(a.started_at));
  return { path: `/sessions?q=${word}`, ids: made.map(({ id }) => id) };
}

/** Once keys act, which is last. On a phone their button is not shown. */
export const untilKeysAct = (page: Page) =>
  expect(page.getByRole("button", { name: "Keys", includeHidden: true })).toBeEnabled();

export async function openList(page: Page, path: string) {
  await page.goto(path);
  await untilKeysAct(page);
}

export const boxes = (page: Page) => page.locator("[data-rows]").getByRole("checkbox");
export const bar = (page: Page) => page.getByRole("region", { name: "Chosen sessions" });
