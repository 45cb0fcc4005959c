/** The ways to look at a pair, in the order of their keys. */
export const ways = [
  { way: "side", label: "Side by side" },
  { way: "slider", label: "Slider" },
  { way: "overlay", label: "Overlay" },
  { way: "blink", label: "Blink" },
  { way: "difference", label: "Difference" },
] as const;

export type Way = (typeof ways)[number]["way"];

export const parseWay = (text: unknown): Way | null =>
  ways.find(({ way }) => way === text)?.way ?? null;

export const THRESHOLD = 0.1;

/** From 0.01, where almost any other colour counts, to 0.5. */
export function parseThreshold(text: unknown): number {
  const value = Number(text);
  return value >= 0.01 && value <= 0.5 ? Math.round(value * 100) / 100 : THRESHOLD;
}

/** `at` is the pair's key; without one it is the first. */
type State = { at?: string; way?: Way; threshold?: number };

/** Where a session's pictures are looked at closely; what is as it is by itself is left out. */
export function viewerHref(
  session: string,
  { at, way, threshold = THRESHOLD }: State = {},
): string {
  const query = new URLSearchParams();
  if (at) query.set("at", at);
  if (way) query.set("way", way);
  if (threshold !== THRESHOLD) query.set("threshold", String(threshold));
  return `/sessions/${session}/evidence${query.size > 0 ? `?${query}` : ""}`;
}
