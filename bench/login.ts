import { createChunks, stringToBase64URL } from "@supabase/ssr";
import { createClient } from "@supabase/supabase-js";
import { apiUrl, secrets } from "./instance.ts";

/** Signs a demo account in; the cookie header holds the login as the app would have stored it. */
export async function login(): Promise<string> {
  const { publishableKey, demoPassword } = secrets();
  const { auth } = createClient(apiUrl, publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
  const { data, error } = await auth.signInWithPassword({
    email: "reviewer@exhibit.test",
    password: demoPassword,
  });
  if (error) throw error;
  const value = `base64-${stringToBase64URL(JSON.stringify(data.session))}`;
  return createChunks("exhibit-login", value)
    .map((part) => `${part.name}=${part.value}`)
    .join("; ");
}

/** The whole body of a page that must be there. */
export async function view(url: string, cookie: string): Promise<string> {
  const response = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`);
  return body;
}
