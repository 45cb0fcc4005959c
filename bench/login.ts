import { createChunks, stringToBase64URL } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { apiOf, home, secrets } from "./instance.ts";

export type Login = {
  /** As the app would have stored it. */
  cookie: string;
  /** What the backend wants to see of the same person. */
  headers: Record<string, string>;
};

/** Signs a demo account in, for a quarter of an hour. */
export async function login(place = home): Promise<Login> {
  const { publishableKey, demoPassword } = secrets(place);
  const { auth } = createClient(apiOf(place), publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  const { data, error } = await auth.signInWithPassword({
    email: "reviewer@exhibit.test",
    password: demoPassword,
  });
  if (error) throw error;
  const value = `base64-${stringToBase64URL(JSON.stringify(data.session))}`;
  return {
    cookie: createChunks("exhibit-login", value)
      .map((part) => `${part.name}=${part.value}`)
      .join("; "),
    headers: { apikey: publishableKey, authorization: `Bearer ${data.session.access_token}` },
  };
}

/** For what takes longer: a login that is never older than ten minutes. */
export function stayIn(place = home): () => Promise<Login> {
  let last = login(place);
  let since = performance.now();
  return () => {
    if (performance.now() - since > 600_000) {
      last = login(place);
      since = performance.now();
    }
    return last;
  };
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
