import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { act, controlOf, nameOfKey, offered, takesKey, takesText } from "./controls";
import { rowAct, rowKeys } from "./rows";

export type Key = { key: string; does: string };

const STORED = "exhibit-single-keys";
const CHANGED = "exhibit-single-keys-changed";

/** What the page offers now, and what is always there. */
export const listKeys = (): Key[] => [
  ...rowKeys(),
  ...offered(),
  { key: "Escape", does: "Leave a field, so that keys act again" },
  { key: "?", does: "This list" },
];

const subscribe = (heard: () => void) => {
  window.addEventListener(CHANGED, heard);
  return () => window.removeEventListener(CHANGED, heard);
};

/**
 * Listens for keys. Says whether it does already, and whether single ones act, which is each
 * person's choice (WCAG 2.1.4).
 */
export function useKeys(help: () => void) {
  const [listening, setListening] = useState(false);
  const singleKeys = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(STORED) !== "off",
    () => true,
  );
  const latest = useRef({ help, singleKeys });
  useEffect(() => {
    latest.current = { help, singleKeys };
  });
  // Before it is seen that they act.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.isComposing ||
        event.altKey ||
        document.querySelector("dialog[open]")
      )
        return;
      const { target } = event;
      const isCombined = event.ctrlKey || event.metaKey;
      if (event.key === "Escape" && takesText(target)) {
        // A search field would lose what was typed.
        event.preventDefault();
        return (target as HTMLElement).blur();
      }
      if (!isCombined && (takesText(target) || !latest.current.singleKeys)) return;
      const key = nameOfKey(event);
      if (takesKey(target, key)) return;
      if (key === "?") return latest.current.help();
      const control = controlOf(key);
      const inRows = control ? undefined : rowAct(key, target);
      if (!control && !inRows) return;
      event.preventDefault();
      // Held down it would flash.
      if (control && (key !== "Space" || !event.repeat)) act(control);
      inRows?.();
    };
    document.addEventListener("keydown", onKey);
    setListening(true);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  const setSingleKeys = (on: boolean) => {
    localStorage.setItem(STORED, on ? "on" : "off");
    window.dispatchEvent(new Event(CHANGED));
  };
  return { listening, singleKeys, setSingleKeys };
}
