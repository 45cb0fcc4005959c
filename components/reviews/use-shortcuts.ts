import { useEffect, useRef, useSyncExternalStore } from "react";

export type Shortcut = { key: string; does: string };

const STORED = "exhibit-single-keys";
const CHANGED = "exhibit-single-keys-changed";

const controls = () => [
  ...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]:not([hidden])"),
];
const keysOf = (control: HTMLElement) => (control.ariaKeyShortcuts ?? "").split(" ");
const isSeen = (control: HTMLElement) => control.checkVisibility();

function nameOf(control: HTMLElement): string {
  const label = "labels" in control ? (control as HTMLInputElement).labels?.[0] : null;
  return (control.ariaLabel ?? label?.textContent ?? control.textContent ?? "").trim();
}

/** What the page offers now, and what is always there. */
export function listShortcuts(): Shortcut[] {
  const offered = controls()
    .filter(isSeen)
    .map((control) => ({ key: keysOf(control)[0] ?? "", does: nameOf(control) }));
  return [
    ...offered,
    { key: "Escape", does: "Leave a field, so that keys act again" },
    { key: "?", does: "This list" },
  ];
}

/** Where a key is a letter that somebody types. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(radio|checkbox|submit|button|range)$/.test(target.type);
  return target.matches("textarea, select, [contenteditable]");
}

/** Where a key does already what it does everywhere: an arrow draws a range, Space presses a button. */
function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key.startsWith("Arrow")) return target.matches("[type=range], [type=radio]");
  return key === "Space" && target.matches(":is(button, summary, [type=checkbox]):focus-visible");
}

function act(control: HTMLElement) {
  // A control that is pressed again and again leaves the focus where it is.
  if (takesText(control) || !("keepsFocus" in control.dataset)) control.focus();
  if (!takesText(control)) control.click();
}

/** As `aria-keyshortcuts` names it. */
function nameOfKey({ ctrlKey, metaKey, key }: KeyboardEvent): string {
  return `${ctrlKey ? "Control+" : ""}${metaKey ? "Meta+" : ""}${key === " " ? "Space" : key}`;
}

const subscribe = (heard: () => void) => {
  window.addEventListener(CHANGED, heard);
  return () => window.removeEventListener(CHANGED, heard);
};

/** Listens for keys, and says whether single ones act, which is each person's choice (WCAG 2.1.4). */
export function useShortcuts(help: () => void): [boolean, (on: boolean) => void] {
  const singleKeys = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(STORED) !== "off",
    () => true,
  );
  const latest = useRef({ help, singleKeys });
  useEffect(() => {
    latest.current = { help, singleKeys };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
      const isCombined = event.ctrlKey || event.metaKey;
      const typing = takesText(event.target);
      if (event.key === "Escape" && typing) return (event.target as HTMLElement).blur();
      if (!isCombined && (typing || !latest.current.singleKeys)) return;
      const key = nameOfKey(event);
      if (takesKey(event.target, key)) return;
      if (key === "?") return latest.current.help();
      const control = controls().find((each) => isSeen(each) && keysOf(each).includes(key));
      if (!control) return;
      event.preventDefault();
      // Held down it would flash.
      if (key !== "Space" || !event.repeat) act(control);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return [
    singleKeys,
    (on) => {
      localStorage.setItem(STORED, on ? "on" : "off");
      window.dispatchEvent(new Event(CHANGED));
    },
  ];
}
