// What the backend lets through, to whom, and what it never does. See scripts/backend/api.ts.
import { beforeAll, describe, expect, test } from "vitest";
import { owner, person, service, shared, stranger } from "./support/clients.ts";
import { call } from "./support/http.ts";
import { countRows, directiveRow, makeDirective } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
const { secrets } = shared();
const rest = "/rest/v1/strategic_directives_v2?select=id&limit=1";

beforeAll(async () => {
  await makeDirective(sql);
});

describe("paths", () => {
  const closed = [
    ["GET", "/"],
    ["GET", "/_system/info"],
    ["GET", "/_system/introspect"],
    ["GET", "/_system/config"],
    ["POST", "/_system/query"],
    ["GET", "/_/"],
    ["GET", "/studio"],
    ["GET", "/storage/v1/bucket"],
    ["POST", "/storage/v1/bucket"],
    ["GET", "/storage/v1/object/public/a/b"],
    ["GET", "/realtime/v1/websocket"],
    ["POST", "/graphql/v1"],
    ["GET", "/functions/v1/any"],
    ["GET", "/rest/v1"],
    ["GET", "/rest/v1/"],
    ["GET", "/rest/v1/a/b"],
    ["GET", "/rest/v1/rpc/a/b"],
    ["GET", "/rest/v1/../../_system/info"],
    ["GET", "/rest/v1/%2e%2e/%2e%2e/_system/info"],
    ["GET", "/auth/v1/%2e%2e/%2e%2e/_system/info"],
    ["GET", "/rest/v1/x/%2E./%2e%2E/../_system/info"],
    ["GET", "//_system/info"],
    ["GET", "/rest/v1//_system/info"],
    ["GET", "/auth/v1//admin/users"],
    ["GET", "/auth//v1/settings"],
    ["GET", "/AUTH/V1/settings"],
    ["GET", "/auth/v1/authorize?provider=github"],
    ["GET", "/auth/v1/callback"],
    ["GET", "/auth/v1/verify?token=a&type=recovery"],
    ["GET", "/auth/v1/reauthenticate"],
    ["GET", "/auth/v1/.well-known/openid-configuration"],
    ["POST", "/auth/v1/signup"],
    ["POST", "/auth/v1/otp"],
    ["POST", "/auth/v1/magiclink"],
    ["POST", "/auth/v1/invite"],
    ["POST", "/auth/v1/resend"],
    ["POST", "/auth/v1/sso"],
    ["POST", "/auth/v1/factors"],
    ["POST", "/auth/v1/token"],
    ["POST", "/auth/v1/token?grant_type=id_token"],
    ["POST", "/auth/v1/token?grant_type=pkce"],
    ["GET", "/auth/v1/admin/audit"],
    ["POST", "/auth/v1/admin/sso/providers"],
  ] as const;

  test.each(closed)("%s %s is not there, for no key", async (method, path) => {
    for (const key of [undefined, secrets.publishableKey, secrets.secretKey]) {
      const body = method === "POST" ? {} : undefined;
      const answer = await call({ method, path, key, body });
      // Below /auth/v1 a key is asked for before anything else, below its /admin the secret one.
      const { pathname } = new URL(path, "http://x");
      const isAdmin = pathname.startsWith("/auth/v1/admin/");
      const refused = isAdmin
        ? key !== secrets.secretKey
        : pathname.startsWith("/auth/v1/") && !key;
      expect(answer.status, answer.text).toBe(refused ? 401 : 404);
      expect(answer.text).not.toMatch(/postgres|sb_secret/);
    }
  });

  // These stay one segment, so they reach the server as the name of a table.
  test.each([
    "/rest/v1/..%2f..%2f_system%2finfo",
    "/rest/v1/%252e%252e%252f_system%252finfo",
    "/rest/v1/rpc/..%2f..%2f_system%2finfo",
    "/rest/v1/_system%2finfo",
    "/rest/v1/..;%2f_system",
    "/rest/v1/%00",
  ])("%s leads nowhere", async (path) => {
    for (const key of [undefined, secrets.publishableKey, secrets.secretKey]) {
      const answer = await call({ path, key });
      expect([400, 401, 404, 406], answer.text).toContain(answer.status);
      expect(answer.text).not.toMatch(/postgresql:|127\.0\.0\.1|sb_secret/);
    }
  });

  test("what Exhibit and its agents need is there", async () => {
    const key = secrets.secretKey;
    expect((await call({ path: rest, key })).status).toBe(200);
    expect((await call({ path: "/auth/v1/settings", key })).json.disable_signup).toBe(true);
    expect((await call({ path: "/auth/v1/health", key })).status).toBe(200);
    expect((await call({ path: "/auth/v1/admin/users", key })).status).toBe(200);
  });
});

describe("accounts", () => {
  test("nobody makes one by signing up", async () => {
    const before = await countRows(sql, "auth.users");
    const { auth } = stranger();
    const email = `${unique("new")}@exhibit.test`;
    const tried = [
      await auth.signUp({ email, password: "long enough to be taken" }),
      await auth.signInWithOtp({ email, options: { shouldCreateUser: true } }),
      await auth.signInAnonymously(),
      await auth.signInWithIdToken({ provider: "google", token: "a.b.c" }),
      await auth.resend({ type: "signup", email }),
    ];
    for (const { error } of tried) expect(error).not.toBeNull();
    const body = { email, password: "long enough to be taken", create_user: true };
    for (const path of ["signup", "otp", "magiclink"]) {
      for (const key of [secrets.publishableKey, secrets.secretKey]) {
        await call({ method: "POST", path: `/auth/v1/${path}`, key, body });
      }
    }
    expect(await countRows(sql, "auth.users")).toBe(before);
  });

  test("calls of an admin are refused without the secret key", async () => {
    const { id, client } = await person("admin");
    const { data } = await client.auth.getSession();
    const token = data.session?.access_token;
    const key = secrets.publishableKey;
    const before = await sql`select to_jsonb(u)::text from auth.users u order by 1`;
    const body = {
      email: "new@exhibit.test",
      password: "long enough to be taken",
      type: "recovery",
    };
    const calls = [
      ["GET", "users"],
      ["POST", "users"],
      ["GET", `users/${id}`],
      ["PUT", `users/${id}`],
      ["DELETE", `users/${id}`],
      ["POST", "generate_link"],
    ];
    for (const headers of [
      {},
      { key },
      { key, token },
      { token },
      { key: `${secrets.secretKey} x` },
    ]) {
      for (const [method = "", path] of calls) {
        const answer = await call({
          method,
          path: `/auth/v1/admin/${path}`,
          ...headers,
          ...(method.startsWith("P") && { body }),
        });
        expect(answer.status, `${method} ${path}`).toBe(401);
      }
    }
    expect(await sql`select to_jsonb(u)::text from auth.users u order by 1`).toEqual(before);
  });

  test("a person changes the password alone, not the address and not the name", async () => {
    const { id, email, client } = await person("viewer");
    for (const change of [
      { email: "other@exhibit.test" },
      { phone: "+15550100" },
      { data: { role: "admin" } },
      { password: "another long password", email: "other@exhibit.test" },
    ]) {
      expect((await client.auth.updateUser(change)).error?.status).toBe(400);
    }
    const [row] =
      await sql`select email, phone, raw_user_meta_data as data from auth.users where id = ${id}`;
    expect({ ...row }).toEqual({ email, phone: null, data: {} });
    expect((await client.auth.updateUser({ password: "another long password" })).error).toBeNull();
  });
});

describe("a body", () => {
  const write = async (megabytes: number, headers = {}) => {
    const id = unique("SD-BIG");
    const body = JSON.stringify({
      ...directiveRow(id),
      description: "x".repeat(megabytes * 1024 * 1024),
    });
    const path = "/rest/v1/strategic_directives_v2";
    const answer = await call({ method: "POST", path, key: secrets.secretKey, body, headers });
    const found = await sql`select from public.strategic_directives_v2 where id = ${id}`;
    return [answer.status, found.length];
  };

  test("of 4 MB is written", async () => expect(await write(4)).toEqual([201, 1]));
  test("of more than 5 MB is not", async () => expect(await write(5)).toEqual([413, 0]));
  test("of more than 5 MB and an untold length is not", async () => {
    const { url } = shared();
    const id = unique("SD-BIG");
    const text = JSON.stringify({ ...directiveRow(id), description: "x".repeat(6 * 1024 * 1024) });
    const answer = await fetch(`${url}/rest/v1/strategic_directives_v2`, {
      method: "POST",
      headers: { apikey: secrets.secretKey, "content-type": "application/json" },
      body: new Blob([text]).stream(),
      duplex: "half",
    } as RequestInit).catch(() => null);
    expect(answer?.status ?? 413).toBe(413);
    expect(await sql`select from public.strategic_directives_v2 where id = ${id}`).toHaveLength(0);
    expect(
      (await service().from("strategic_directives_v2").select("id").limit(1)).error,
    ).toBeNull();
  });
});
