// Which keys and tokens open something.
import { beforeAll, describe, expect, test } from "vitest";
import { owner, shared } from "./support/clients.ts";
import { call, forge } from "./support/http.ts";
import { countRows, directiveRow, makeDirective } from "./support/rows.ts";

const sql = owner();
const { secrets } = shared();
const rest = "/rest/v1/strategic_directives_v2?select=id&limit=1";

beforeAll(async () => {
  await makeDirective(sql);
});

describe("keys and tokens", () => {
  const rowsOf = async (headers: { key?: string; token?: string }) => {
    const answer = await call({ path: rest, ...headers });
    return Array.isArray(answer.json) ? answer.json.length : 0;
  };
  const claims = { sub: "00000000-0000-4000-8000-000000000000", role: "service_role" };
  const key = secrets.publishableKey;

  test("the secret key and a token of the backend's own are taken", async () => {
    expect(await rowsOf({ key: secrets.secretKey })).toBe(1);
    const token = forge({ ...claims, role: "authenticated" }, secrets.jwtSecret);
    expect(await rowsOf({ key, token })).toBe(1);
  });

  test("without a key nothing is read and nothing written", async () => {
    const before = await countRows(sql, "public.strategic_directives_v2");
    const path = "/rest/v1/strategic_directives_v2";
    const answers = [
      await call({ path: rest }),
      await call({ method: "POST", path, body: directiveRow() }),
      await call({ method: "DELETE", path: `${path}?id=neq.x` }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(await countRows(sql, "public.strategic_directives_v2")).toBe(before);
  });

  test.each([
    ["another key", { key: "sb_secret_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }],
    ["a prefix", { key: secrets.secretKey.slice(0, -1) }],
    ["more than the key", { key: `${secrets.secretKey}A` }],
    ["the JWT secret", { key: secrets.jwtSecret }],
    ["a word", { key: "service_role" }],
    ["a token alone", { token: forge(claims, secrets.publishableKey) }],
    ["no token", { key, token: "undefined" }],
    ["the server's default secret", { key, token: forge(claims, "unsafe-secret-change-me") }],
    [
      "the well-known local secret",
      { key, token: forge(claims, "super-secret-jwt-token-with-at-least-32-characters-long") },
    ],
    ["an empty secret", { key, token: forge(claims, "") }],
    ["the publishable key as secret", { key, token: forge(claims, key) }],
    ["no algorithm", { key, token: forge(claims, "", "none") }],
    [
      "no algorithm, in capitals",
      { key, token: `${forge(claims, "", "none")}`.replace(/^[^.]+/, "eyJhbGciOiJOT05FIn0") },
    ],
    ["an ended token", { key, token: forge({ ...claims, exp: 1_700_000_000 }, secrets.jwtSecret) }],
    ["a forged token as key", { key: forge(claims, "unsafe-secret-change-me") }],
  ])("%s opens nothing", async (_, headers: { key?: string; token?: string }) => {
    expect(await rowsOf(headers)).toBe(0);
    expect((await call({ path: "/auth/v1/admin/users", ...headers })).status).toBe(401);
    const token = headers.token ?? headers.key;
    expect((await call({ path: "/auth/v1/user", key, token })).status).toBeGreaterThanOrEqual(400);
  });
});
