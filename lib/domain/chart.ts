// What a chart shows: made on the server, drawn in the browser. Everything here is plain JSON.

export type Series = {
  key: string;
  label: string;
  /** A CSS variable, "var(--security)", best taken from `lib/domain/chart-colors`. */
  color: string;
  /** A dashed line; lines beyond the first get a pattern of their own anyway. */
  dash?: boolean;
};

export type Point = {
  /** The place on the x axis in words: "16 Nov", "UI component". */
  label: string;
  /** ISO time. When all points of a line chart have one, the axis shows true distances. */
  at?: string;
  /** By key of series, band or target. Null (or absent) is a gap, never 0. */
  values: Record<string, number | null | undefined>;
  /** Where the mark of a series leads; by series key. */
  hrefs?: Record<string, string | undefined>;
  /** Where the whole place leads. */
  href?: string;
  /** Of bars: in place of the series' colour, where each place has its own. */
  color?: string;
};

/** The keys name values of each point, as those of the series do. */
export type Band = { low: string; high: string; label: string; color: string };
export type Target = { key: string; label: string };

export type ChartSpec = {
  /** Rows are bars that lie, with their categories down the left side. */
  kind: "lines" | "bars" | "rows";
  series: Series[];
  points: Point[];
  /** What the places are, for rows too: "Week beginning", "Implementation type". */
  x: string;
  /** What is measured, with its unit: "Quality score (0–100)". */
  y: string;
  /** Stands after the numbers in tooltip and table: "%". */
  unit?: string;
  /** The words for a gap; "not scored" unless told. */
  gap?: string;
  /** A fixed scale, e.g. [0, 100]; else it goes from 0 to the largest value. */
  domain?: [number, number];
  /** Bars on top of each other (rows: after each other) instead of side by side. */
  stacked?: boolean;
  /** Lines hold their value until the next point. */
  step?: boolean;
  /** Drawn as an area behind lines. */
  band?: Band;
  /** Drawn as a tick across each place (bars, rows) or as a dashed line. */
  target?: Target;
};
