// Where a crowd goes, and how each place is known to be what it should be.
import { someSessions } from "./generate.ts";

export type Visit = {
  path: string;
  holds: RegExp;
  /** So many sessions at least have to be linked. */
  rows?: number;
};

const literally = (text: string) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));

/** Half lists with their filters and orders, half details. */
export async function visits(): Promise<Visit[]> {
  const some = await someSessions(50);
  const list = (query: string, rows = 50) => ({
    path: `/sessions${query}`,
    holds: /<caption[^>]*>Implementation sessions/,
    rows,
  });
  const lists = [
    list(""),
    list("?status=completed"),
    list("?sort=quality-high"),
    list("?type=UI_COMPONENT&sort=oldest"),
    list("?status=active&status=paused&sort=progress-low"),
    list("?q=chromatic", 1),
    list("?q=invoices", 1),
    list("?waiting=1", 1),
    { path: "/", holds: />Overview<\/h1>/ },
    { path: "/directives", holds: /<tbody[\s\S]*href="\/directives\/SD-/ },
    { path: "/reviews", holds: /href="\/reviews\?session=/ },
    // An open page asks that again and again.
    { path: "/api/changes", holds: /"mark"/ },
    { path: "/gallery", holds: />Gallery<\/h1>/, rows: 1 },
  ];
  const details = some.flatMap(({ id, sd_id }, i): Visit[] => [
    lists[i % lists.length] as Visit,
    i % 4 === 0
      ? { path: `/directives/${sd_id}`, holds: literally(sd_id), rows: 1 }
      : { path: `/sessions/${id}`, holds: literally(sd_id) },
  ]);
  return details;
}
