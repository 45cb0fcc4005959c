// The part of auth.admin that Exhibit uses, through supabase-js as on a hosted project.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { addMember, passwordLink, signUpIsOpen } from "../../scripts/accounts.ts";
import {
  makeAccount,
  owner,
  password,
  person,
  service,
  shared,
  stranger,
} from "./support/clients.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
const admin = service().auth.admin;
const address = () => `${unique("person")}@exhibit.test`;
const tries = async (email: string, word = password) =>
  (await stranger().auth.signInWithPassword({ email, password: word })).error?.code ?? "signed in";

describe("an account", () => {
  test("is made, found, listed and signs in", async () => {
    const email = address();
    const { data, error } = await admin.createUser({
      email: email.toUpperCase(),
      password,
      email_confirm: true,
      user_metadata: { name: 'A "name" {with} JSON' },
    });
    expect(error).toBeNull();
    const id = data.user?.id ?? "";
    expect(data.user).toMatchObject({
      email,
      role: "authenticated",
      aud: "authenticated",
      user_metadata: { name: 'A "name" {with} JSON' },
    });
    expect((await admin.getUserById(id)).data.user).toMatchObject({ id, email });
    const all = [];
    for (let page = 1; ; page++) {
      const { data: listed } = await admin.listUsers({ page, perPage: 2 });
      all.push(...listed.users.map((user) => user.id));
      if (listed.users.length < 2) break;
    }
    const rows = await sql`select id from auth.users order by created_at, id`;
    expect(all).toEqual(rows.map((row) => row.id));
    expect(all).toContain(id);
    const { data: login } = await stranger().auth.signInWithPassword({ email, password });
    expect(login.user).toMatchObject({ id, user_metadata: { name: 'A "name" {with} JSON' } });
  });

  test("is not made twice, nor with a weak password, nor without an address", async () => {
    const { email } = await makeAccount();
    const before = await sql`select count(*) from auth.users`;
    const codes = [];
    for (const body of [
      { email, password },
      { email: email.toUpperCase(), password },
      { email: address(), password: "short" },
      { email: address(), password: "x".repeat(73) },
      { email: "nobody", password },
      { password },
    ]) {
      const { error } = await admin.createUser(body);
      codes.push([error?.status, error?.code]);
    }
    expect(codes).toEqual([
      [422, "email_exists"],
      [422, "email_exists"],
      [422, "weak_password"],
      [422, "weak_password"],
      [422, "validation_failed"],
      [422, "validation_failed"],
    ]);
    expect(await sql`select count(*) from auth.users`).toEqual(before);
  });

  test("gets another password, and whoever had the old one is signed out", async () => {
    const { id, email, client } = await person();
    expect(
      (await admin.updateUserById(id, { password: "another long password" })).error,
    ).toBeNull();
    expect(await tries(email)).toBe("invalid_credentials");
    expect(await tries(email, "another long password")).toBe("signed in");
    expect((await client.auth.refreshSession()).error).not.toBeNull();
    expect((await client.auth.getUser()).error).not.toBeNull();
  });

  test("gets another address", async () => {
    const { id, email } = await makeAccount();
    const other = address();
    const { data } = await admin.updateUserById(id, { email: other, user_metadata: { a: [1] } });
    expect(data.user).toMatchObject({ id, email: other, user_metadata: { a: [1] } });
    expect(await tries(email)).toBe("invalid_credentials");
    expect(await tries(other)).toBe("signed in");
  });

  test("cannot take the address of another", async () => {
    const [one, other] = [await makeAccount(), await makeAccount()];
    expect((await admin.updateUserById(one.id, { email: other.email })).error).not.toBeNull();
    expect((await admin.getUserById(one.id)).data.user?.email).toBe(one.email);
  });

  test("is deleted with its place in the team and its logins", async () => {
    // An admin who stays: the last one's place is kept.
    await person("admin");
    const { id, email, client } = await person("admin");
    expect(await sql`select from public.team_members where user_id = ${id}`).toHaveLength(1);
    expect((await admin.deleteUser(id)).error).toBeNull();
    expect(await sql`select from public.team_members where user_id = ${id}`).toHaveLength(0);
    for (const table of ["identities", "sessions"]) {
      expect(await sql`select from ${sql(`auth.${table}`)} where user_id = ${id}`).toHaveLength(0);
    }
    expect(await tries(email)).toBe("invalid_credentials");
    expect((await client.auth.getUser()).error).not.toBeNull();
    expect((await client.auth.refreshSession()).error).not.toBeNull();
  });

  test.each([randomUUID(), "no-id"])("that does not exist is not found: %s", async (id) => {
    const url = `${shared().url}/auth/v1/admin/users/${id}`;
    const headers = { apikey: shared().secrets.secretKey, "content-type": "application/json" };
    for (const method of ["GET", "PUT", "DELETE"]) {
      const body = method === "PUT" ? "{}" : null;
      const answer = await fetch(url, { method, headers, body });
      expect([answer.status, (await answer.json()).error_code]).toEqual([404, "user_not_found"]);
    }
  });
});

describe("a link to set a password", () => {
  const tokenOf = async (email: string) => {
    const link = new URL(await passwordLink(service(), email, "http://localhost:3000"));
    expect(link.pathname).toBe("/auth/callback");
    return link.searchParams.get("token_hash") ?? "";
  };

  test("works once", async () => {
    const { email } = await makeAccount();
    const token_hash = await tokenOf(email);
    const reader = stranger();
    const { data, error } = await reader.auth.verifyOtp({ type: "recovery", token_hash });
    expect(error).toBeNull();
    expect(data.user?.email).toBe(email);
    expect((await reader.auth.updateUser({ password: "another long password" })).error).toBeNull();
    expect(await tries(email, "another long password")).toBe("signed in");
    const again = await stranger().auth.verifyOtp({ type: "recovery", token_hash });
    expect(again.error?.status).toBe(403);
  });

  test("is replaced by a newer one, and ends after an hour", async () => {
    const { id, email } = await makeAccount();
    const [older, newer] = [await tokenOf(email), await tokenOf(email)];
    const use = async (token_hash: string) =>
      (await stranger().auth.verifyOtp({ type: "recovery", token_hash })).error?.status ?? 200;
    expect(await use(older)).toBe(403);
    await sql`
      update auth.users set recovery_sent_at = recovery_sent_at - interval '61 minutes' where id = ${id}`;
    expect(await use(newer)).toBe(403);
    expect(await use("")).toBeGreaterThanOrEqual(400);
  });

  test("is not made for nobody", async () => {
    const { error } = await admin.generateLink({ type: "recovery", email: address() });
    expect(error).toMatchObject({ status: 404, code: "user_not_found" });
  });
});

describe("a login", () => {
  test("is renewed by a token that works once", async () => {
    const { client } = await person();
    const tokens = [(await client.auth.getSession()).data.session?.refresh_token ?? ""];
    for (let round = 0; round < 2; round++) {
      tokens.push((await client.auth.refreshSession()).data.session?.refresh_token ?? "");
    }
    expect(new Set(tokens.filter(Boolean)).size).toBe(3);
    const renew = async (refresh_token = "") =>
      (await stranger().auth.refreshSession({ refresh_token })).error?.status ?? 200;
    expect(await renew(tokens[0]), "used before").toBe(400);
    expect(await renew(tokens[2]), "of a login whose token was stolen").toBe(400);
    expect(await renew("unknown")).toBe(400);
  });

  test("is renewed for each of several tabs that ask at once", async () => {
    const { client } = await person();
    let token = (await client.auth.getSession()).data.session?.refresh_token ?? "";
    for (let round = 0; round < 3; round++) {
      const renewed = await Promise.all(
        Array.from({ length: 6 }, () => stranger().auth.refreshSession({ refresh_token: token })),
      );
      expect(renewed.map(({ error }) => error)).toEqual(renewed.map(() => null));
      const tokens = new Set(renewed.map(({ data }) => data.session?.refresh_token ?? ""));
      expect(tokens.size).toBe(1);
      [token = ""] = tokens;
    }
  });

  test("ends with signing out", async () => {
    const { client } = await person();
    const refresh_token = (await client.auth.getSession()).data.session?.refresh_token ?? "";
    expect((await client.auth.signOut()).error).toBeNull();
    expect((await stranger().auth.refreshSession({ refresh_token })).error).not.toBeNull();
  });

  test("says no more than who it is, for a quarter of an hour", async () => {
    const { client, id, email } = await person("admin");
    const token = (await client.auth.getSession()).data.session?.access_token ?? "";
    const claims = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString());
    expect(claims).toMatchObject({ sub: id, email, role: "authenticated", aud: "authenticated" });
    expect(claims.exp - claims.iat).toBe(900);
  });
});

describe("a member", () => {
  test("is added with an account, and given another role without a second one", async () => {
    const email = address();
    const add = (role: "viewer" | "admin") => addMember(service(), { email, name: "A", role });
    expect(await add("viewer")).toEqual({ existed: false });
    expect(await add("admin")).toEqual({ existed: true });
    const found = await sql`select role from public.team_members where email = ${email}`;
    expect([...found]).toEqual([{ role: "admin" }]);
    expect(await sql`select from auth.users where email = ${email}`).toHaveLength(1);
  });

  test("of a role that does not exist is not added, and leaves no account", async () => {
    const email = address();
    const wrong = { email, name: "A", role: "owner" as "admin" };
    await expect(addMember(service(), wrong)).rejects.toMatchObject({ code: "23514" });
    expect(await sql`select from auth.users where email = ${email}`).toHaveLength(0);
  });
});

test("sign-up is known to be closed", async () => {
  expect(await signUpIsOpen(shared().url, shared().secrets.publishableKey)).toBe(false);
});
