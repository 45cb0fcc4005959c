import { createChunks, stringToBase64URL } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { apiOf, home, secrets } from "./instance.ts";

/** Signs a demo account in: the headers of the reads that the app would make for that person. */
async function signIn(place = home) {
  const { publishableKey, demoPassword } = secrets(place);
  const { auth } = createClient(apiOf(place), publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  const { data, error } = await auth.signInWithPassword({
    email: "reviewer@exhibit.test",
    password: demoPassword,
  });
  if (error) throw error;
  return { session: data.session, publishableKey };
}

/** The cookie header that holds the login as the app would have stored it. */
export async function login(place = home): Promise<string> {
  const { session } = await signIn(place);
  const value = `base64-${stringToBase64URL(JSON.stringify(session))}`;
  return createChunks("exhibit-login", value)
    .map((part) => `${part.name}=${part.value}`)
    .join("; ");
}

/** What the backend wants to see of the same person. */
export async function readerHeaders(place = home): Promise<Record<string, string>> {
  const { session, publishableKey } = await signIn(place);
  return { apikey: publishableKey, authorization: `Bearer ${session.access_token}` };
}

/** An error that a part of the page ended in comes with status 200. */
const failed = /\\"digest\\"|data-dgst=/;

/** The whole body of a page that must be there, and hold what it should. */
export async function view(url: string, cookie: string, holds = /<\/html>/): Promise<string> {
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  if (failed.test(body)) throw new Error(`A part of ${url} failed.`);
  if (!holds.test(body)) throw new Error(`${url} does not hold ${holds}.`);
  return body;
}
