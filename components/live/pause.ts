const PAUSES = [5, 10, 20, 40, 60];

/**
 * In milliseconds, until one asks again. Not all at once: pages that were opened together, or lost
 * the backend together, drift apart.
 */
export function pauseAfter(failures: number, chance = Math.random()): number {
  const seconds = PAUSES[Math.min(Math.max(failures - 1, 0), PAUSES.length - 1)] ?? 60;
  return seconds * 1000 * (0.9 + 0.2 * chance);
}
