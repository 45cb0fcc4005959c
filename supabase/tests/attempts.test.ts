// Guessing is limited, and nothing that a guesser sees tells which accounts exist. On a backend of
// its own: what is counted here would be missing elsewhere.
import { describe, expect, test } from "vitest";
import { makeAccount, password, service } from "./support/clients.ts";
import { type Answer, call } from "./support/http.ts";
import { ownBackend } from "./support/own-backend.ts";
import { unique } from "./support/unique.ts";

const own = ownBackend();

const post = (path: string, body: unknown, headers?: Record<string, string>) =>
  call(
    {
      method: "POST",
      path: `/auth/v1/${path}`,
      key: own.backend.secrets.publishableKey,
      body,
      headers,
    },
    own.backend.url,
  );
const signIn = (email: string, word = password) =>
  post("token?grant_type=password", { email, password: word });
const nobody = () => `${unique("nobody")}@exhibit.test`;
const member = async () => (await makeAccount(own.backend)).email;
const seen = ({ status, text }: Answer) => ({ status, text });

describe("signing in", () => {
  test("is refused after ten wrong passwords, with the right one too, in the same words for nobody's account", async () => {
    const outcome = async (email: string) => {
      const answers = [];
      for (let attempt = 0; attempt < 12; attempt++)
        answers.push(seen(await signIn(email, "wrong password")));
      return [...answers, seen(await signIn(email))];
    };
    const known = await outcome(await member());
    expect(known.map(({ status }) => status)).toEqual([...Array(10).fill(400), 429, 429, 429]);
    expect(await outcome(nobody())).toEqual(known);
  });

  test("says when to come back, and stays open to others", async () => {
    const email = await member();
    for (let attempt = 0; attempt < 10; attempt++) await signIn(email, "wrong password");
    const answer = await fetch(`${own.backend.url}/auth/v1/token?grant_type=password`, {
      method: "POST",
      headers: { apikey: own.backend.secrets.publishableKey, "content-type": "application/json" },
      body: JSON.stringify({ email, password }),
    });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(60);
    expect((await signIn(await member())).status).toBe(200);
  });

  test("is counted before the answer: thirty at once get no more", async () => {
    const email = await member();
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => signIn(email, "wrong password")),
    );
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(10);
  });

  test("is counted for the account however its address is written", async () => {
    const email = await member();
    for (let attempt = 0; attempt < 10; attempt++) await signIn(email, "wrong password");
    const spellings = [
      email.toUpperCase(),
      ` ${email}`,
      `${email} `,
      `${email}\t`,
      `\u00a0${email}`,
    ];
    for (const spelling of spellings) {
      expect((await signIn(spelling)).json.access_token, JSON.stringify(spelling)).toBeUndefined();
    }
    const form = new URLSearchParams({ email, password }).toString();
    const type = { "content-type": "application/x-www-form-urlencoded" };
    expect((await post("token?grant_type=password", form, type)).json.access_token).toBeUndefined();
    const twice = `{"email":"${nobody()}","email":"${email}","password":"${password}"}`;
    expect((await post("token?grant_type=password", twice)).json.access_token).toBeUndefined();
  });

  test("with the right password forgets what was wrong before", async () => {
    const email = await member();
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 6; attempt++) await signIn(email, "wrong password");
      expect((await signIn(email)).status).toBe(200);
    }
  });

  test("takes as long for nobody's account, and for one without a password, as for a wrong one", async () => {
    const { data } = await service(own.backend).auth.admin.createUser({ email: nobody() });
    const emails = { known: await member(), nobody: nobody(), bare: data.user?.email ?? "" };
    const times: Record<string, number[]> = { known: [], nobody: [], bare: [] };
    const bodies = new Set<string>();
    for (let attempt = 0; attempt < 9; attempt++) {
      for (const [who, email] of Object.entries(emails)) {
        const start = performance.now();
        const { text, status } = await signIn(email, "wrong password");
        times[who]?.push(performance.now() - start);
        bodies.add(`${status} ${text}`);
      }
    }
    expect([...bodies]).toHaveLength(1);
    // What disturbs only adds.
    const known = Math.min(...(times.known ?? []));
    for (const who of ["nobody", "bare"]) {
      const ratio = Math.min(...(times[who] ?? [])) / known;
      expect(ratio, `${who} against a known account`).toBeGreaterThan(0.5);
      expect(ratio, `${who} against a known account`).toBeLessThan(2);
    }
  });

  test("without a body, or with another, is answered and no more", async () => {
    for (const body of ["", "null", "[]", '"text"', "{", '{"email":{"a":1},"password":[]}', "{}"]) {
      const { status, text } = await post("token?grant_type=password", body);
      expect([400, 422, 429], text).toContain(status);
    }
  });
});

describe("a forgotten password", () => {
  test("is answered alike whether or not there is an account, and however often", async () => {
    const [known, unknown] = [await member(), nobody()];
    const times: Record<string, number[]> = { [known]: [], [unknown]: [] };
    for (let attempt = 0; attempt < 6; attempt++) {
      for (const email of [known, unknown]) {
        const start = performance.now();
        expect(seen(await post("recover", { email }))).toEqual({ status: 200, text: "{}" });
        times[email]?.push(performance.now() - start);
      }
    }
    const ratio = Math.min(...(times[known] ?? [])) / Math.min(...(times[unknown] ?? []));
    expect(ratio).toBeGreaterThan(0.2);
    expect(ratio).toBeLessThan(5);
  });
});

describe("a code", () => {
  const verify = (token_hash: string, type = "recovery") => post("verify", { type, token_hash });

  test("is taken as the hash of a link alone, and wrong ones lock nobody out", async () => {
    const email = await member();
    const { data } = await service(own.backend).auth.admin.generateLink({
      type: "recovery",
      email,
    });
    expect((await post("verify", { type: "recovery", email, token: "0".repeat(32) })).status).toBe(
      400,
    );
    for (let attempt = 0; attempt < 40; attempt++) {
      expect((await verify(`wrong${attempt}`)).status).toBe(403);
    }
    const hash = data.properties?.hashed_token ?? "";
    expect(hash).toMatch(/^[0-9a-f]{56}$/);
    expect((await verify(hash)).status).toBe(200);
  });

  test("is not even counted without a key", async () => {
    const email = await member();
    for (let attempt = 0; attempt < 15; attempt++) {
      const response = await fetch(`${own.backend.url}/auth/v1/token?grant_type=password`, {
        method: "POST",
        headers: { "content-type": "text/plain" },
        body: JSON.stringify({ email, password: "wrong" }),
      });
      expect(response.status).toBe(401);
    }
    expect((await signIn(email, password)).status).toBe(200);
  });
});
