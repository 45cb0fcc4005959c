const MOST = 120;

const replaced = /\.(apng|png|jpe?g|jfif|webp|avif|gif|mp4|m4v|webm|mov|heic|svg|html?)$/i;

/** What a file was called, as one line of text: no folders, and nothing that cannot be seen. */
export function plainName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? "";
  const plain = last.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/gu, "").replace(/\s+/g, " ");
  return [...plain.trim()].slice(0, MOST).join("");
}

/** The same with the ending of what it really is. For show only: files are kept by their hash. */
export function shownName(given: string, ending: string): string {
  const base = plainName(given)
    .replace(replaced, "")
    .replace(/^[.\s]+|[.\s]+$/g, "");
  const room = MOST - ending.length - 1;
  return `${[...base].slice(0, room).join("").trim() || "file"}.${ending}`;
}
