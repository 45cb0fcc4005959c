import { count, formatDuration } from "@/lib/format";
import { demoChanges, metWords, pictureChanges } from "./attempt-lists";
import { outcomeWords, resultsByType } from "./attempt-sub-agents";
import { type Attempt, type Change, measures, tookWords } from "./attempts";
import type { Cell, Row, Value } from "./comparison";
import { openRequired } from "./gates";
import { goesOn, typeWord } from "./session";

const words = (text: string): Value => ({ kind: "words", words: text });

/** A row whose cells are only shown. */
function row(label: string, attempts: Attempt[], of: (attempt: Attempt) => Value): Row {
  return { label, cells: attempts.map((attempt) => ({ value: of(attempt) })) };
}

export function sessionRows(attempts: Attempt[]): Row[] {
  return [
    row("Directive", attempts, ({ directive }) => words(directive.id)),
    row("Status", attempts, ({ status, stale }) => ({ kind: "status", status, stale })),
    row("Type", attempts, ({ type }) => words(typeWord(type))),
    row("Speaks against it", attempts, ({ concerns }) => ({ kind: "list", items: concerns })),
  ];
}

type Ranked = {
  values: (number | null)[];
  best: "most" | "fewest";
  show: (value: number | null) => Value;
};

/** Numbers, each with how far it is from the first, and the best of those that there are. */
function ranked({ values, best, show }: Ranked): Cell[] {
  const known = values.filter((value) => value !== null);
  const top = best === "most" ? Math.max(...known) : Math.min(...known);
  const isRace = new Set(known).size > 1;
  return values.map((value, index) => ({
    value: show(value),
    note: index === 0 ? undefined : distance(values[0] ?? null, value),
    best: isRace && value === top,
  }));
}

function distance(first: number | null, value: number | null): string | undefined {
  if (first === null || value === null) return undefined;
  if (value === first) return "same as A";
  return `${value > first ? "+" : "−"}${Math.abs(value - first)} against A`;
}

export function measureRows(attempts: Attempt[]): Row[] {
  return measures.map(({ label, unit, absent, of }) => ({
    label,
    cells: ranked({
      values: attempts.map(of),
      best: "most",
      show: (value) =>
        unit === ""
          ? { kind: "score", score: value }
          : words(value === null ? absent : `${value}${unit}`),
    }),
  }));
}

export function gateRows(attempts: Attempt[]): Row[] {
  const byName = attempts.map(({ gates }) => new Map(gates.map((gate) => [gate.name, gate])));
  const names = new Set(byName.flatMap((gates) => [...gates.keys()]));
  return [
    row("Gates met", attempts, ({ gates }) => words(metWords(gates))),
    {
      label: "Required checkpoints open",
      cells: ranked({
        values: attempts.map(({ gates }) => openRequired(gates).length),
        best: "fewest",
        show: (value) => words(String(value)),
      }),
    },
    ...[...names].map((name) => ({
      label: name || "(no name)",
      cells: byName.map((gates) => {
        const gate = gates.get(name);
        const score = gate?.checkpoint?.score ?? null;
        return { value: { kind: "gate" as const, state: gate?.state ?? ("none" as const), score } };
      }),
    })),
  ];
}

export function subAgentRows(attempts: Attempt[]): Row[] {
  const byType = attempts.map(({ subAgents }) => resultsByType(subAgents));
  const types = new Set(byType.flatMap((results) => [...results.keys()]));
  return [...types].map((type) => ({
    label: type,
    cells: byType.map((results) => ({ value: words(outcomeWords(results.get(type))) })),
  }));
}

export function evidenceRows(attempts: Attempt[]): Row[] {
  return [
    {
      label: "Screenshots",
      cells: files(
        attempts,
        ({ pictures: { before, after } }) => ({
          kind: "files",
          words: `${before.length} before, ${after.length} after`,
          urls: [...before.toSorted(), "", ...after.toSorted()],
        }),
        (first, other) => pictureChanges(first.pictures, other.pictures),
      ),
    },
    {
      label: "Demos",
      cells: files(
        attempts,
        ({ demos }) => ({
          kind: "files",
          words: count(demos.length, "demo"),
          urls: demos.toSorted(),
        }),
        (first, other) => demoChanges(first.demos, other.demos),
      ),
    },
  ];
}

function files(
  attempts: Attempt[],
  show: (attempt: Attempt) => Value,
  compare: (first: Attempt, other: Attempt) => Change[],
): Cell[] {
  return attempts.map((attempt, index) => {
    const [first] = attempts;
    if (!first || index === 0) return { value: show(attempt) };
    const told = compare(first, attempt).map((change) => change.words);
    return {
      value: show(attempt),
      note: told.length > 0 ? `${told.join(", ")} against A` : "same as A",
    };
  });
}

export function timeRows(attempts: Attempt[]): Row[] {
  const [first] = attempts;
  return [
    row("Started", attempts, ({ startedAt }) => ({ kind: "time", at: startedAt })),
    row("Ended", attempts, ({ endedAt, status }) =>
      goesOn(status) ? words("goes on") : { kind: "time", at: endedAt },
    ),
    {
      label: "Duration",
      cells: attempts.map((attempt, index) => ({
        value: words(tookWords(attempt)),
        note: index === 0 ? undefined : longer(first?.took ?? null, attempt.took),
      })),
    },
  ];
}

function longer(first: number | null, took: number | null): string | undefined {
  if (first === null || took === null) return undefined;
  const difference = Math.abs(took - first);
  // Less than a minute is nothing that a duration shows.
  if (difference < 60_000) return "as long as A";
  return `${formatDuration(difference)} ${took > first ? "longer" : "shorter"} than A`;
}
