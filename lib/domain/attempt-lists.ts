import { count } from "@/lib/format";
import type { Attempt, Change, Direction } from "./attempts";
import { type Gate, openRequired } from "./gates";
import { urlName } from "./links";

const NAMES = 5;
const NAME_LENGTH = 80;

/** A name that an agent wrote, so that it cannot turn the words around it. */
export function plain(name: string): string {
  const text = name.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim() || "(no name)";
  return text.length > NAME_LENGTH ? `${[...text].slice(0, NAME_LENGTH - 1).join("")}…` : text;
}

function list(names: string[]): string {
  const rest = names.length - NAMES;
  return names.slice(0, NAMES).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** Whether more is there now. What is not there tells nothing. */
export function rise(old: number | null, now: number | null): Direction {
  if (old === null || now === null || old === now) return "neutral";
  return now > old ? "better" : "worse";
}

export function metWords(gates: Gate[]): string {
  if (gates.length === 0) return "no gates";
  return `${gates.filter(({ state }) => state === "met").length} of ${gates.length} met`;
}

type State = Gate["state"] | undefined;

/** Each gate that fared differently belongs to exactly one of these. */
const fates: { verb: string; direction: Direction; is: (old: State, now: State) => boolean }[] = [
  { verb: "met", direction: "better", is: (old, now) => now === "met" && old !== "met" },
  { verb: "no longer met", direction: "worse", is: (old, now) => old === "met" && now !== "met" },
  {
    verb: "new and not met",
    direction: "neutral",
    is: (old, now) => !old && now !== undefined && now !== "met",
  },
  {
    verb: "no longer asked for",
    direction: "neutral",
    is: (old, now) => !now && old !== undefined && old !== "met",
  },
  { verb: "got a checkpoint", direction: "neutral", is: (o, n) => o === "missing" && n === "open" },
  {
    verb: "lost the checkpoint",
    direction: "neutral",
    is: (o, n) => o === "open" && n === "missing",
  },
];

export function gateChanges(before: Gate[], after: Gate[]): Change[] {
  const old = new Map(before.map(({ name, state }) => [name, state]));
  const now = new Map(after.map(({ name, state }) => [name, state]));
  const names = [...new Set([...now.keys(), ...old.keys()])];
  const [from, to] = [metWords(before), metWords(after)];
  return fates.flatMap(({ verb, direction, is }) => {
    const found = names.filter((name) => is(old.get(name), now.get(name)));
    if (found.length === 0) return [];
    const words = `${count(found.length, "gate")} ${verb}: ${list(found.map(plain))}`;
    return [{ what: "gates" as const, from, to, words, direction }];
  });
}

/** What the gates' states do not tell of their checkpoints: how many are in the way, and scores. */
export function checkpointChanges(before: Gate[], after: Gate[]): Change[] {
  const [old, now] = [openRequired(before).length, openRequired(after).length];
  const [from, to] = [`${old} required open`, `${now} required open`];
  const words = `required checkpoints open ${old} → ${now}`;
  return [
    ...(old === now
      ? []
      : [{ what: "checkpoints" as const, from, to, words, direction: rise(now, old) }]),
    ...checkpointScores(before, after),
  ];
}

/** Where the state changed as well, the score came or went with it: that is said once. */
function checkpointScores(before: Gate[], after: Gate[]): Change[] {
  const old = new Map(before.map((gate) => [gate.name, gate]));
  return after.flatMap(({ name, state, checkpoint }) => {
    const gate = old.get(name);
    const [was, is] = [gate?.checkpoint?.score ?? null, checkpoint?.score ?? null];
    if (gate?.state !== state || was === is) return [];
    const [from, to] = [String(was ?? "not scored"), String(is ?? "not scored")];
    const words = `checkpoint ${from} → ${to}: ${plain(name)}`;
    return [{ what: "checkpoints" as const, from, to, words, direction: rise(was, is) }];
  });
}

export function pictureChanges(before: Attempt["pictures"], after: Attempt["pictures"]): Change[] {
  const sides = [
    files(before.before, after.before, urlName),
    files(before.after, after.after, urlName),
  ];
  const sum = (fate: "replaced" | "added" | "removed") =>
    sides.reduce((total, side) => total + side[fate], 0);
  return fileChanges("pictures", "picture", before.before.length + before.after.length, {
    replaced: sum("replaced"),
    added: sum("added"),
    removed: sum("removed"),
  });
}

/** Demos have no file names to go by: most are pages. */
export function demoChanges(before: string[], after: string[]): Change[] {
  return fileChanges(
    "demos",
    "demo",
    before.length,
    files(before, after, (url) => url),
  );
}

type Files = { replaced: number; added: number; removed: number };

/** The same address is the same file; another address with the same name replaces it. */
function files(before: string[], after: string[], nameOf: (url: string) => string): Files {
  const gone = without(before, after);
  const come = without(after, before);
  const removed = without(gone.map(nameOf), come.map(nameOf)).length;
  const replaced = gone.length - removed;
  return { replaced, added: come.length - replaced, removed };
}

/** The first list less the second, each entry as often as it stands there. */
function without(all: string[], those: string[]): string[] {
  const left = new Map<string, number>();
  for (const each of those) left.set(each, (left.get(each) ?? 0) + 1);
  return all.filter((each) => {
    const times = left.get(each) ?? 0;
    left.set(each, times - 1);
    return times <= 0;
  });
}

function fileChanges(what: "pictures" | "demos", noun: string, old: number, files: Files) {
  const from = count(old, noun);
  const to = count(old + files.added - files.removed, noun);
  const fates = [
    [files.replaced, "changed"],
    [files.added, "added"],
    [files.removed, "removed"],
  ] as const;
  return fates
    .filter(([number]) => number > 0)
    .map(([number, verb]) => ({
      what,
      from,
      to,
      words: `${count(number, noun)} ${verb}`,
      direction: "neutral" as const,
    }));
}
