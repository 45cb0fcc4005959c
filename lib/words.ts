/** What is looked for by such a text: all of these, as parts of words, whatever their case. */
export const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Whether an index of parts of words can find it: by three characters at least. */
export const isFindable = (text: string) => wordsOf(text).some((word) => [...word].length >= 3);
