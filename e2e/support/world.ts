import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import {
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
  type PlaywrightTestOptions,
} from "@playwright/test";
import type { Role } from "../../lib/domain/roles.ts";
import { adminClient } from "../../scripts/accounts.ts";

const folder = () => process.env.EXHIBIT_DATA ?? "";

export const mails = () => {
  const file = join(folder(), "mails");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
};
export const demoPassword = (): string =>
  JSON.parse(readFileSync(join(folder(), "secrets.json"), "utf8")).demoPassword;

/** What an agent is given: the URL and the keys. */
export function keys() {
  const values = parseEnv(readFileSync(join(folder(), "keys.env"), "utf8"));
  return {
    url: values.NEXT_PUBLIC_SUPABASE_URL ?? "",
    publishableKey: values.NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY ?? "",
    secretKey: values.SUPABASE_SERVICE_ROLE_KEY ?? "",
  };
}

/** Acts as an agent does. */
export const agent = () => adminClient(keys().url, keys().secretKey);

export async function signIn(page: Page, email: string, password: string, path = "/") {
  await page.goto(path);
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).not.toHaveURL(/sign-in/);
}

/** Makes the cookie say that its token has ended, or ends so soon, so that it has to be refreshed. */
export async function endAccessToken(context: BrowserContext, secondsLeft?: number) {
  const [cookie] = (await context.cookies()).filter(({ name }) => name === "exhibit-login");
  if (!cookie) throw new Error("no login");
  const login = JSON.parse(Buffer.from(cookie.value.slice(7), "base64url").toString());
  login.expires_at = secondsLeft ? Math.floor(Date.now() / 1000) + secondsLeft : 1;
  const value = `base64-${Buffer.from(JSON.stringify(login)).toString("base64url")}`;
  await context.addCookies([{ ...cookie, value }]);
}

/** In milliseconds. After half of its time a login may be renewed, which uses up what others hold of it. */
const LOGIN_LASTS = 300_000;
type Login = Exclude<NonNullable<PlaywrightTestOptions["storageState"]>, string>;
const logins = new Map<Role, { at: number; login: Promise<Login> }>();

/** A login that nobody else holds, by default of one of the demo's people. */
async function newLogin(email: string, password = demoPassword()): Promise<Login> {
  const { url, publishableKey } = keys();
  const answer = await fetch(`${url}/auth/v1/token?grant_type=password`, {
    method: "POST",
    headers: { apikey: publishableKey, "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (!answer.ok) throw new Error(`No login for ${email}: ${answer.status}`);
  const value = `base64-${Buffer.from(await answer.text()).toString("base64url")}`;
  const { hostname: domain } = new URL(process.env.E2E_URL ?? "");
  const place = { domain, path: "/", expires: -1, httpOnly: true, secure: false } as const;
  return { cookies: [{ name: "exhibit-login", value, ...place, sameSite: "Lax" }], origins: [] };
}

/** A login of the role that this worker's tests share for a while. */
export function loginOf(role: Role): Promise<Login> {
  const known = logins.get(role);
  if (known && Date.now() - known.at < LOGIN_LASTS) return known.login;
  const login = newLogin(`${role}@exhibit.test`);
  logins.set(role, { at: Date.now(), login });
  return login;
}

/** The page of somebody who has signed in before. */
export async function enter(page: Page, email: string, password: string, path: string) {
  const { cookies } = await newLogin(email, password);
  await page.context().addCookies(cookies);
  await page.goto(path);
}

let counter = 0;

/** A directive of the test's own, so that specs do not meet in one row. */
export async function newDirective(title = "A directive of a test") {
  const id = `SD-TEST-${process.pid}-${Date.now().toString(36)}-${counter++}`.toUpperCase();
  const { error } = await agent().from("strategic_directives_v2").insert({
    id,
    title,
    status: "active",
    category: "quality",
    priority: "high",
    description: "Made by a test.",
    rationale: "To be read.",
    scope: "One session.",
  });
  expect(error).toBeNull();
  return id;
}

/** A session as an agent inserts it. Returns its id. */
export async function newSession(row: Record<string, unknown> = {}, title?: string) {
  const sd_id = await newDirective(title);
  const { data, error } = await agent()
    .from("exec_implementation_sessions")
    .insert({ sd_id, implementation_type: "GENERAL_FEATURE", ...row } as never)
    .select("id, sd_id")
    .single();
  expect(error).toBeNull();
  return data as { id: string; sd_id: string };
}

/** As a person, who does not type before the page's scripts have found its forms. */
async function untilReady(page: Page) {
  const isReady = () =>
    [document.body, ...document.querySelectorAll("form")].every((element) =>
      Object.keys(element).some((key) => key.startsWith("__react")),
    );
  // Where a page has no scripts, or lost them, that is what its test is about.
  await page.waitForFunction(isReady, undefined, { timeout: 15_000 }).catch(() => {});
}

type Options = { role: Role | null; ownLogin: boolean };

/** Pages open as one of the roles; a stranger without one. An export renews the login, and takes its own. */
export const test = base.extend<Options>({
  role: ["viewer", { option: true }],
  ownLogin: [false, { option: true }],
  storageState: async ({ role, ownLogin }, use) => {
    if (!role) return use(undefined);
    await use(ownLogin ? await newLogin(`${role}@exhibit.test`) : await loginOf(role));
  },
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled) {
      const { goto, reload } = page;
      page.goto = async (...given) => {
        const response = await goto.apply(page, given);
        await untilReady(page);
        return response;
      };
      page.reload = async (...given) => {
        const response = await reload.apply(page, given);
        await untilReady(page);
        return response;
      };
    }
    await use(page);
  },
});

export { expect, type Locator, type Page };
