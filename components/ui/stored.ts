/** What this tab keeps until it is closed; the fallback where there is nothing that can be read. */
export function readStored<T>(name: string, fallback: T): T {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "") ?? fallback;
  } catch {
    return fallback;
  }
}

export const store = (name: string, value: unknown) =>
  sessionStorage.setItem(name, JSON.stringify(value));
