import { expect, newSession, type Page } from "./world.ts";

const names = "board checkout dashboard deliveries empty-state mobile-nav orders report".split(" ");
export const demo = (side: "before" | "after", count: number) =>
  Array.from({ length: count }, (_, index) => {
    const name = names[index % names.length];
    return `/demo/${name}-${side}.png?screen=${index + 1}`;
  });
export const withPairs = (count: number) =>
  newSession({
    before_screenshots: demo("before", count),
    after_screenshots: demo("after", count),
  });
export const viewerOf = ({ id }: { id: string }, query = "") => `/sessions/${id}/evidence${query}`;

export const picture = (page: Page, side: "Before" | "After") =>
  page.getByRole("img", { name: new RegExp(`^${side} \\d+ of session`) });
export const pane = (page: Page, side: "before" | "after") => page.locator(`[data-pane=${side}]`);
export const way = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
/** Once its script acts on keys. */
export async function opened(page: Page) {
  await expect(page.getByRole("button", { name: "Keys" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Zoom" }).getByRole("status")).toContainText("%");
}
