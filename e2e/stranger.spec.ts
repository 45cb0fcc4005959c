import { expect, keys, newSession, test } from "./support/world.ts";

test.use({ role: null });

const marker = "A title that no stranger may read";

test("gets not one byte of data from any address", async ({ request }) => {
  const { id, sd_id } = await newSession({ status: "completed", quality_score: 91 }, marker);
  const paths = [
    "/",
    "/sessions",
    `/sessions?q=${sd_id}`,
    `/sessions/${id}`,
    "/gallery",
    `/directives/${sd_id}/screens`,
  ];
  const ways: Record<string, string>[] = [
    {},
    // What the framework asks for when it navigates and prefetches.
    { rsc: "1" },
    { rsc: "1", "next-router-prefetch": "1" },
    { rsc: "1", "next-router-segment-prefetch": "/_tree" },
    { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" },
    { "x-path": "/sessions", "x-nonce": "abc" },
    { cookie: "exhibit-login=base64-eyJhY2Nlc3NfdG9rZW4iOiJ4LnkueiJ9" },
    { cookie: "exhibit-login=nonsense" },
    { authorization: "Bearer x.y.z", apikey: keys().publishableKey },
  ];
  for (const path of paths) {
    for (const headers of ways) {
      const response = await request.get(path, { headers, maxRedirects: 0 });
      const text = await response.text();
      expect(text, `${path} ${JSON.stringify(headers)}`).not.toContain(marker);
      expect(text).not.toContain("Reviewer dashboard");
      if (Object.keys(headers).length === 0) {
        expect(response.status()).toBe(307);
        expect(response.headers().location).toContain("/sign-in");
      }
    }
  }
});

test("gets no file of a session's data", async ({ request }) => {
  const { id } = await newSession({ performance_metrics: { marker } });
  const response = await request.get(`/sessions/${id}/json/performance_metrics`);
  expect(response.status()).toBe(401);
  expect(await response.text()).not.toContain(marker);
});

test("sees whether Exhibit works, and nothing else of it", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ app: "ok", auth: "ok", data: "ok" });
});

test("finds no page where there is none", async ({ request }) => {
  const response = await request.get("/no-such-page");
  expect(response.status()).toBe(404);
});
