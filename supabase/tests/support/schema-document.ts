// The user's document as a list of facts, each under a name that a person understands.
import { readFileSync } from "node:fs";

export type Facts = Map<string, string>;

const path = new URL("../../../docs/schema/exec_implementation_sessions.md", import.meta.url);

export const readDocument = () => readFileSync(path, "utf8");

/** The lines below a heading, up to the next one of the same or a higher level. */
function section(text: string, heading: RegExp): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) throw new Error(`The document has no section ${heading}`);
  const level = /^#+/.exec(lines[start] ?? "")?.[0].length ?? 0;
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => new RegExp(`^#{1,${level}} `).test(line));
  return rest.slice(0, end < 0 ? undefined : end).join("\n");
}

const code = (cell = "") => cell.replace(/^`|`$/g, "").replace(/^\*\*|\*\*$/g, "");

/** `- \`name\`: definition` */
const items = (text: string) =>
  [...text.matchAll(/^- `([^`]+)`: (.+)$/gm)].map((match): [string, string] => [
    match[1] ?? "",
    match[2] ?? "",
  ]);

function columns(text: string, facts: Facts) {
  const names: string[] = [];
  for (const line of section(text, /^## Columns/).split("\n")) {
    const cells = line.split(" | ").map((cell) => cell.replace(/^\| | \|$/g, "").trim());
    if (cells.length !== 5 || cells[0] === "Column") continue;
    const [name = "", type, nullable, fallback, comment = ""] = cells;
    names.push(name);
    facts.set(`column ${name}, type`, code(type));
    facts.set(`column ${name}, nullable`, code(nullable));
    facts.set(`column ${name}, default`, code(fallback));
    facts.set(`column ${name}, comment`, comment);
  }
  facts.set("order of the columns", names.join(", "));
  facts.set("number of columns", /^## Columns \((\d+) total\)/m.exec(text)?.[1] ?? "");
}

function constraints(text: string, facts: Facts) {
  for (const kind of ["Primary Key", "Unique Constraints", "Check Constraints"]) {
    for (const [name, definition] of items(section(text, new RegExp(`^### ${kind}`)))) {
      facts.set(`constraint ${name}`, definition);
    }
  }
  for (const [name, definition] of items(section(text, /^### Foreign Keys/))) {
    const [column, target] = definition.split(" → ");
    facts.set(`constraint ${name}`, `FOREIGN KEY (${column}) REFERENCES ${target}`);
  }
}

function indexes(text: string, facts: Facts) {
  const pattern = /^- `([^`]+)`\n\s+```sql\n\s+(.+)\n/gm;
  for (const [, name, definition] of section(text, /^## Indexes/).matchAll(pattern)) {
    facts.set(`index ${name}`, definition ?? "");
  }
}

function policies(text: string, facts: Facts) {
  const part = section(text, /^## RLS Policies/);
  for (const [, name, command, body] of part.matchAll(/^### \d+\. (\S+) \((\w+)\)\n([^#]*)/gm)) {
    const roles = /\*\*Roles\*\*: (.+)/.exec(body ?? "")?.[1];
    const using = /\*\*Using\*\*: `(.+)`/.exec(body ?? "")?.[1];
    facts.set(`policy ${name}`, `${command} to ${roles} using ${using}`);
  }
  const [, state, count] = /\*\*RLS\*\*: (\w+) \((\d+) policies\)/.exec(text) ?? [];
  facts.set("row level security", state ?? "");
  facts.set("number of policies", count ?? "");
}

function triggers(text: string, facts: Facts) {
  for (const part of section(text, /^## Triggers/)
    .split(/^### /m)
    .slice(1)) {
    const name = part.split("\n")[0];
    const timing = /\*\*Timing\*\*: (.+)/.exec(part)?.[1];
    const action = /\*\*Action\*\*: `(.+)`/.exec(part)?.[1];
    facts.set(`trigger ${name}`, `${timing} ${action}`);
  }
}

export function documentFacts(text = readDocument()): Facts {
  const facts: Facts = new Map();
  for (const read of [columns, constraints, indexes, policies, triggers]) read(text, facts);
  return facts;
}
