import { enteredIn, givenTo, type Input } from "@/components/forms/inputs";

/** Menus, what unfolds to be filled in (not what is only read), and a form that was refused. */
const open =
  "dialog[open], :popover-open, details[open]:is([name], :has(form, input, select, textarea)), main [data-problem]";

/** A button of a form that names a state is about to act on it. */
const held = "main :is(input, select, textarea, form:has([type=hidden]))";

const isTouched = (input: Input) => input.type !== "hidden" && enteredIn(input) !== givenTo(input);

/**
 * Whether a page that changes would take something from the person before it: what they type, tick
 * or mark, or a menu under their hand. A form carries the state that it was made of as well, and
 * must not come to name another one while somebody fills it in.
 */
export function isInUse(): boolean {
  return (
    getSelection()?.isCollapsed === false ||
    document.querySelector(open) !== null ||
    document.activeElement?.closest(held) != null ||
    [...document.querySelectorAll<Input>("main :is(input, select, textarea)")].some(isTouched)
  );
}
