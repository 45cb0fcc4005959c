const locale = "en-GB";

const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" });
const dayOfYear = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
const longDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
const longDayOfYear = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(locale, {
  dateStyle: "medium",
  timeStyle: "short",
  timeZone: "UTC",
});
const integer = new Intl.NumberFormat(locale);

/** Text as it came where it is no date that can be shown, "infinity" for one. */
function withDate(at: string | number, show: (date: Date) => string): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? String(at) : show(date);
}

/** "12 Nov", with the year when it is another one. */
export function formatDay(text: string, now = Date.now()): string {
  return withDate(text, (date) => {
    const thisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
    return (thisYear ? day : dayOfYear).format(date);
  });
}

/** "12 March", with the year when it is another one. */
export function formatDate(at: string | number, now = Date.now()): string {
  return withDate(at, (date) => {
    const thisYear = date.getUTCFullYear() === new Date(now).getUTCFullYear();
    return (thisYear ? longDay : longDayOfYear).format(date);
  });
}

/** "12 Nov 2026, 13:31 UTC" */
export function formatMoment(text: string): string {
  return withDate(text, (date) => `${moment.format(date)} UTC`);
}

/** Of days like "2026-11-16", "" for an open end: "16 – 22 Nov 2026", "from 16 Nov 2026". */
export function dayRange(from: string, to: string): string {
  if (from && to) return dayOfYear.formatRange(new Date(from), new Date(to));
  return from
    ? `from ${dayOfYear.format(new Date(from))}`
    : `until ${dayOfYear.format(new Date(to))}`;
}

export function formatNumber(value: number): string {
  return integer.format(value);
}

/** "1,000+" of what was counted no further than one above the limit. */
export function formatUpTo(value: number, limit = Number.POSITIVE_INFINITY): string {
  return value > limit ? `${formatNumber(limit)}+` : formatNumber(value);
}

/** "6 gates", "1 gate" */
export function count(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a machine took: "840 ms", "22.8 s". */
export function formatEffort(milliseconds: number): string {
  if (milliseconds < SECOND) return `${milliseconds} ms`;
  if (milliseconds < MINUTE) return `${(milliseconds / SECOND).toFixed(1)} s`;
  return formatDuration(milliseconds);
}

/** In the largest unit that says enough: "35 min", "4 h", "9 d". */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < MINUTE) return "< 1 min";
  if (milliseconds < HOUR) return `${Math.floor(milliseconds / MINUTE)} min`;
  if (milliseconds < 2 * DAY) return `${Math.floor(milliseconds / HOUR)} h`;
  return `${formatNumber(Math.floor(milliseconds / DAY))} d`;
}

/** "12 s ago", "5 min ago" */
export function formatAgo(milliseconds: number): string {
  if (milliseconds >= MINUTE) return `${formatDuration(milliseconds)} ago`;
  return `${Math.max(Math.floor(milliseconds / SECOND), 0)} s ago`;
}

/** The beginning of a long text, and in words how much is left out of it. */
export function cutText(text: string, limit = 2000): { head: string; more: string | null } {
  if (text.length <= limit) return { head: text, more: null };
  // Half of a surrogate pair would be shown as a broken sign.
  const head = text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
  return { head, more: `… ${formatNumber(text.length - head.length)} more characters` };
}

const acronyms = new Set(
  "api cls css db e2e fcp html http id inp js json lcp p50 p95 p99 prd sd sql tbt ttfb ui url ux wcag".split(
    " ",
  ),
);

/** A column's or a key's name in words: "UX_AUDIT" and "uxAudit" become "UX audit". */
export function humanize(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[_\s]+/)
    .filter(Boolean)
    .map((word) => (acronyms.has(word) ? word.toUpperCase() : word))
    .join(" ");
  return words.charAt(0).toUpperCase() + words.slice(1) || name;
}
