import { someSessions } from "./generate.ts";

/** A page and, where it has an id in its address, several of them. */
export type Route = { name: string; paths: string[] };

const pairs = 10;

/** Every page that shows data, by the name that the figures give it. */
export async function routes(): Promise<Route[]> {
  const sessions = await someSessions(40);
  const compared = (count: number) =>
    Array.from({ length: pairs }, (_, i) => {
      const ids = sessions.slice(i * count, (i + 1) * count).map(({ id }) => id);
      return `/sessions/compare?ids=${ids.join(",")}`;
    });
  return [
    { name: "overview", paths: ["/"] },
    { name: "sessions", paths: ["/sessions"] },
    { name: "session", paths: sessions.slice(0, 20).map(({ id }) => `/sessions/${id}`) },
    { name: "compare two", paths: compared(2) },
    { name: "compare four", paths: compared(4) },
    { name: "gallery", paths: ["/gallery"] },
    { name: "viewer", paths: sessions.slice(0, 20).map(({ id }) => `/sessions/${id}/evidence`) },
    { name: "reviews", paths: sessions.slice(0, 20).map(({ id }) => `/reviews?session=${id}`) },
    { name: "directives", paths: ["/directives"] },
    { name: "directive", paths: sessions.slice(0, 20).map(({ sd_id }) => `/directives/${sd_id}`) },
  ];
}
