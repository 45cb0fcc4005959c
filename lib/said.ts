import "server-only";
import { cookies } from "next/headers";
import { env } from "@/lib/env";

const name = "exhibit-said";

/** A warning: it was done, but not all of it. */
export type Said = { id: string; text: string; warning?: boolean };

/**
 * Says what was done on whatever page comes next, also where no script has loaded. In a cookie,
 * because the form that was sent is often gone by then.
 */
export async function say(text: string, warning?: boolean): Promise<void> {
  const value = JSON.stringify({ id: crypto.randomUUID(), text: text.slice(0, 500), warning });
  (await cookies()).set(name, Buffer.from(value).toString("base64url"), {
    maxAge: 5,
    httpOnly: true,
    sameSite: "lax",
    secure: env().appUrl.startsWith("https:"),
  });
}

export async function readSaid(): Promise<Said | null> {
  const value = (await cookies()).get(name)?.value;
  if (!value) return null;
  try {
    const said = JSON.parse(Buffer.from(value, "base64url").toString());
    return typeof said.id === "string" && typeof said.text === "string" ? said : null;
  } catch {
    return null;
  }
}
