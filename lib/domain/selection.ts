import { count } from "@/lib/format";

/** As many reviews as are given to somebody at once. */
export const CHOSEN = 100;

/** Those from one to another, in the order of all of them; where there is no such one, the other. */
export function between(ids: readonly string[], from: string, to: string): string[] {
  const ends = [ids.indexOf(from), ids.indexOf(to)];
  if (ends.includes(-1)) return [to];
  return ids.slice(Math.min(...ends), Math.max(...ends) + 1);
}

/** "3 chosen, 1 on other pages" */
export function chosenWords(chosen: readonly string[], page: readonly string[]): string {
  if (chosen.length === 0) return "";
  const others = chosen.filter((id) => !page.includes(id)).length;
  return others > 0
    ? `${chosen.length} chosen, ${others} on other pages`
    : `${chosen.length} chosen`;
}

const leftWords = [
  ["had", "theirs already"],
  ["taken", "in somebody else’s hands"],
  ["not_waiting", "not waiting for review"],
  ["gone", "deleted meanwhile"],
] as const;

/** What became of reviews that were given to somebody at once, in a sentence or two. */
export function assignedWords(outcomes: readonly string[], toOneself: boolean): string {
  const number = (word: string) => outcomes.filter((outcome) => outcome === word).length;
  const given = number("assigned");
  const done =
    given === 0
      ? "None was assigned."
      : `${count(given, "review")} ${given === 1 ? "is" : "are"} ${toOneself ? "yours for 30 minutes" : "assigned"}.`;
  const left = leftWords.flatMap(([word, words]) =>
    number(word) > 0
      ? [`${number(word)} ${word === "had" && toOneself ? "yours already" : words}`]
      : [],
  );
  return left.length > 0 ? `${done} Left as they are: ${left.join(", ")}.` : done;
}
