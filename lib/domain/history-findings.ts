import type { HistoryPoint, Measure } from "./history";

const known = (points: readonly HistoryPoint[], measure: Measure) =>
  points.flatMap(({ values }) => values[measure] ?? []);

/** How the quality score moved, in one sentence. */
export function qualityFinding(points: readonly HistoryPoint[]): string {
  const values = known(points, "quality");
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return "Quality was never scored";
  if (points.at(-1)?.values.quality === null)
    return `Quality was ${last} and is not scored any more`;
  if (first !== last) return `Quality ${first < last ? "rose" : "fell"} from ${first} to ${last}`;
  return new Set(values).size === 1 ? `Quality was scored ${last}` : `Quality is back at ${last}`;
}

/** How far it came and how often it went back, in one sentence. */
export function progressFinding(points: readonly HistoryPoint[]): string {
  const values = known(points, "progress");
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return "No progress was recorded";
  const falls = values.filter(
    (value, index) => index > 0 && value < (values[index - 1] ?? 0),
  ).length;
  if (falls > 0) {
    return `Progress fell ${falls === 1 ? "once" : `${falls} times`} and stands at ${last} %`;
  }
  return first === last
    ? `Progress stands at ${last} %`
    : `Progress rose from ${first} to ${last} %`;
}
