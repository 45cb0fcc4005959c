export type Input = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export const isChoice = (input: Input): input is HTMLInputElement =>
  input.type === "radio" || input.type === "checkbox";

export const enteredIn = (input: Input) => (isChoice(input) ? input.checked : input.value);

/** What the page itself put there, whatever was typed since. */
export function givenTo(input: Input): string | boolean {
  if (isChoice(input)) return input.defaultChecked;
  if (!(input instanceof HTMLSelectElement)) return input.defaultValue;
  const options = [...input.options];
  return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? "";
}
