import { type KeyboardEvent, useState } from "react";
import type { Role } from "@/lib/domain/roles";
import { type Entry, foundGroups, matching, standing } from "./entries";
import { useFind } from "./use-find";

/** What is listed for what was typed, and which of it is the one that Enter takes. */
export function usePalette(role: Role, begun: string, take: (entry: Entry) => void) {
  const [typed, setTyped] = useState(begun);
  const [always] = useState(() => standing(role));
  const [activeId, setActiveId] = useState("");
  const q = typed.trim();
  const { finding, again } = useFind(q);
  const found = finding !== null && typeof finding === "object" && "found" in finding;
  const groups = [
    ...(q === "" ? always : matching(always, q)),
    ...(found ? foundGroups(finding.found) : []),
  ].filter(({ entries }) => entries.length > 0);
  const entries = groups.flatMap((group) => group.entries);
  const active = entries.find(({ id }) => id === activeId) ?? entries[0];

  const type = (text: string) => {
    setTyped(text);
    setActiveId("");
  };
  const step = (by: number) => {
    const at = active ? entries.indexOf(active) : 0;
    setActiveId(entries.at((at + by) % entries.length)?.id ?? "");
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, nativeEvent } = event;
    if (nativeEvent.isComposing || !/^(ArrowDown|ArrowUp|Enter)$/.test(key)) return;
    event.preventDefault();
    if (key !== "Enter") step(key === "ArrowDown" ? 1 : -1);
    else if (active) take(active);
  };
  return { typed, type, groups, active, point: setActiveId, onKeyDown, finding, again };
}
