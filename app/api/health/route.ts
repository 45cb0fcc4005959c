import { env } from "@/lib/env";

/** Whether a part answers as it does when it works. */
async function answers(path: string, expected: (response: Response) => Promise<boolean> | boolean) {
  try {
    const response = await fetch(env().url + path, {
      headers: { apikey: env().publishableKey },
      cache: "no-store",
      signal: AbortSignal.timeout(3000),
    });
    return await expected(response);
  } catch {
    return false;
  }
}

/** For load balancers and people: which part works. It says nothing else, so anybody may ask. */
export async function GET() {
  const [auth, data] = await Promise.all([
    answers("/auth/v1/health", (response) => response.ok),
    // A stranger is refused by the database itself, which shows that it is there.
    answers("/rest/v1/team_members?select=user_id&limit=1", async (response) => {
      return response.ok || (await response.json()).code === "42501";
    }),
  ]);
  const word = (works: boolean) => (works ? "ok" : "down");
  return Response.json(
    { app: "ok", auth: word(auth), data: word(data) },
    { status: auth && data ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
