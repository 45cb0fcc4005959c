import { count, cutText, formatNumber } from "@/lib/format";
import type { Json } from "@/lib/supabase/database.types";

export type Node =
  | { kind: "value"; text: string; plain: boolean; more: string | null }
  | {
      kind: "branch";
      entries: { key: string; child: Node }[];
      words: string;
      more: string | null;
    };

const limits = { entries: 100, depth: 6, text: 2000 } as const;
/** Of one tree among a few, and of one among hundreds. */
const sizes = {
  large: { nodes: 2000, text: 100_000 },
  small: { nodes: 100, text: 5_000 },
} as const;

/** What of a value is shown, and whether anything of it is left out. */
export function plan(
  value: Json,
  size: keyof typeof sizes = "large",
): {
  root: Node;
  cut: boolean;
  /** Little enough to stand there unfolded. */
  short: boolean;
} {
  let room: number = sizes[size].nodes;
  let letters: number = sizes[size].text;
  let cut = false;

  function text(full: string, plain: boolean): Node {
    const { head, more } = cutText(full, Math.min(limits.text, Math.max(letters, 0)));
    letters -= head.length;
    if (more) cut = true;
    return { kind: "value", text: head, plain, more };
  }

  function visit(item: Json | undefined, depth: number): Node {
    room -= 1;
    if (typeof item === "string") return text(item === "" ? "(empty text)" : item, true);
    if (item === null || typeof item !== "object") return text(word(item), false);
    const isList = Array.isArray(item);
    const length = isList ? item.length : Object.keys(item).length;
    const words = isList ? count(length, "entry", "entries") : count(length, "field");
    if (length === 0) return text(isList ? "(empty list)" : "(empty)", true);
    if (depth >= limits.depth) {
      cut = true;
      return text(`(${words}, too deep to show)`, true);
    }
    const entries: { key: string; child: Node }[] = [];
    for (const [key, child] of Object.entries(item)) {
      if (entries.length >= limits.entries || room <= 0) break;
      entries.push({ key: key.slice(0, 200), child: visit(child, depth + 1) });
    }
    const left = length - entries.length;
    if (left > 0) cut = true;
    const more = left > 0 ? `… ${formatNumber(left)} more` : null;
    return { kind: "branch", entries, words, more };
  }

  const root = visit(value, 0);
  const { nodes, text: most } = sizes[size];
  return { root, cut, short: nodes - room <= 60 && most - letters <= 1500 };
}

function word(value: number | boolean | null | undefined): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}

/** Null, {}, [] and "" say nothing; writers put them where they have nothing to say. */
export function isBlank(value: Json | undefined): boolean {
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
