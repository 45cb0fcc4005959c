import type { Browser } from "@playwright/test";
import { addMember } from "../../scripts/accounts.ts";
import { agent } from "./world.ts";

const password = "a long password";

/** A reviewer of the test's own, so that specs do not meet in one login. */
export async function newReviewer(name: string) {
  const unique = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const email = `reviewer-${unique}@exhibit.test`;
  await addMember(agent(), { email, name, role: "reviewer", password });
  const { data } = await agent().from("team_members").select("user_id").eq("email", email).single();
  return { id: data?.user_id ?? "", email, password };
}

/** A page where nobody is signed in, whatever the role of the test's own. */
export const strangersPage = (browser: Browser) =>
  browser.newPage({
    baseURL: process.env.E2E_URL,
    storageState: { cookies: [], origins: [] },
  });
