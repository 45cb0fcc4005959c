import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "./world.ts";

/** What pages are looked at in: each theme and each width once. */
export const looks = [
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 1440 },
] as const;

/**
 * Nothing found by axe in what is shown now, and no sideways scroll. Targets are not measured where a
 * test holds menus open that lie over each other.
 */
export async function expectAccessible(page: Page, what = page.url(), { targets = true } = {}) {
  const { violations } = await new AxeBuilder({ page })
    // Frames of other sites are not looked into, and what passes is not listed: both take longer than to look.
    .setLegacyMode()
    .options({ rules: { "target-size": { enabled: targets } }, resultTypes: ["violations"] })
    .analyze();
  const found = violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
  expect(found, what).toEqual([]);
  const [scroll, width] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  expect(scroll, what).toBeLessThanOrEqual(width ?? 0);
}
