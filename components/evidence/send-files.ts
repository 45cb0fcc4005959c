import type { Limits, List } from "@/lib/domain/upload";

export type Answer = { problem: string | null };
type Sending = {
  session: string;
  list: List;
  files: readonly File[];
  onSent: (share: number) => void;
  signal: AbortSignal;
};

const addressOf = (session: string) => `/api/evidence/${session}`;

const unreachable =
  "Exhibit did not answer. Try again when it is back; what is there already is not added twice.";

/** What an upload may hold. Asking also refreshes the login, which an upload by itself does not. */
export async function askLimits(session: string): Promise<Limits | Answer> {
  try {
    const response = await fetch(addressOf(session));
    const body = await response.json();
    return response.ok ? body.limits : { problem: body.error ?? unreachable };
  } catch {
    return { problem: unreachable };
  }
}

/** By the older way to send: it alone tells how much of it is sent. All of it or nothing. */
export function sendFiles({ session, list, files, onSent, signal }: Sending): Promise<Answer> {
  const form = new FormData();
  for (const file of files) form.append(list, file, file.name);
  const request = new XMLHttpRequest();
  const stopped = "You stopped it.";
  // While its limits were asked for.
  if (signal.aborted) return Promise.resolve({ problem: stopped });
  return new Promise((settle) => {
    const fail = (problem: string) => settle({ problem });
    request.upload.onprogress = ({ loaded, total }) => onSent(total ? loaded / total : 0);
    request.onload = () => {
      if (request.status < 400) return settle({ problem: null });
      fail(errorOf(request.responseText) ?? `Exhibit answered ${request.status}. Try again.`);
    };
    request.onerror = () => fail(unreachable);
    request.onabort = () => fail(stopped);
    signal.addEventListener("abort", () => request.abort());
    request.open("POST", addressOf(session));
    request.setRequestHeader("accept", "application/json");
    request.send(form);
  });
}

function errorOf(text: string): string | null {
  try {
    const { error } = JSON.parse(text);
    return typeof error === "string" ? error : null;
  } catch {
    return null;
  }
}
