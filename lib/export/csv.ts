/** Arrays become one cell, parts beside "; ". */
export type Value = string | number | boolean | null | readonly string[];

/**
 * Where a spreadsheet would take what follows for a formula; some read the wide signs alike, and some
 * begin a cell at a semicolon or a tab, whatever is quoted.
 */
const formula = /^(?=[\t\r\n])|(?<=(?:^|[;\t\r\n])\s*)(?=[=+\-@＝＋－＠])/g;

function textCell(text: string): string {
  const harmless = text.replace(formula, "'");
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function cell(value: Value): string {
  if (value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return textCell(typeof value === "string" ? value : value.join("; "));
}

/** A line as RFC 4180 has it. Numbers stay numbers, what is not known is empty. */
export const csvLine = (values: readonly Value[]) => `${values.map(cell).join(",")}\r\n`;
