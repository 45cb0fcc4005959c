/** What the page's own controls do on a key: those that name one in `aria-keyshortcuts`. */

const keysOf = (control: HTMLElement) => (control.ariaKeyShortcuts ?? "").split(" ");

const shown = () =>
  [...document.querySelectorAll<HTMLElement>("[aria-keyshortcuts]:not([hidden])")].filter(
    (control) => control.checkVisibility(),
  );

/** Without what is only to be seen. */
const wordsOf = (control: HTMLElement) =>
  [...control.childNodes]
    .filter((node) => !(node instanceof Element && node.ariaHidden === "true"))
    .map((node) => node.textContent)
    .join("");

function nameOf(control: HTMLElement): string {
  const label = "labels" in control ? (control as HTMLInputElement).labels?.[0] : null;
  return (control.ariaLabel ?? label?.textContent ?? wordsOf(control)).trim();
}

export const offered = () =>
  shown().map((control) => ({ key: keysOf(control)[0] ?? "", does: nameOf(control) }));

/** Where a key is a letter that somebody types. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement)
    return !/^(radio|checkbox|submit|button|range)$/.test(target.type);
  return target.matches("textarea, select, [contenteditable]");
}

/** Where a key does already what it does everywhere: an arrow draws a range, Space presses a button. */
export function takesKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (key.startsWith("Arrow")) return target.matches("[type=range], [type=radio]");
  return key === "Space" && target.matches(":is(button, summary, [type=checkbox]):focus-visible");
}

/** As `aria-keyshortcuts` names it. */
export function nameOfKey({ ctrlKey, metaKey, key }: KeyboardEvent): string {
  return `${ctrlKey ? "Control+" : ""}${metaKey ? "Meta+" : ""}${key === " " ? "Space" : key}`;
}

export const controlOf = (key: string) => shown().find((control) => keysOf(control).includes(key));

export function act(control: HTMLElement) {
  // A control that is pressed again and again leaves the focus where it is.
  if (takesText(control) || !("keepsFocus" in control.dataset)) control.focus();
  if (!takesText(control)) control.click();
}
