import "server-only";
import { currentMember, currentUser } from "@/lib/auth";
import { isAtLeast, whoMay } from "@/lib/domain/roles";
import { env } from "@/lib/env";
import { isOwnOrigin } from "@/lib/origin";
import { sameSecret } from "@/lib/same-secret";
import { Rejection } from "./rejection";

/** Whether the request brings the service key; null where it brings none. */
function bringsKey(headers: Headers): boolean | null {
  const given =
    headers.get("apikey") ?? /^Bearer (.+)$/i.exec(headers.get("authorization") ?? "")?.[1];
  return given ? sameSecret(given, env().secretKey) : null;
}

/** The signed-in member who may upload. @throws {Rejection} @throws {BackendError} */
export async function requireUploader(): Promise<string> {
  const member = await currentMember();
  if (!member) {
    throw (await currentUser())
      ? new Rejection(403, "You are signed in, but not a member of the team.")
      : new Rejection(401, "Your login has ended. Sign in, then send the files again.");
  }
  if (!isAtLeast(member.role, "reviewer")) {
    throw new Rejection(403, `${whoMay.reviewer} can do this; you are a ${member.role}.`);
  }
  return member.userId;
}

/** Who sends files: a member from a page of ours, or null for an agent with the service key. @throws {Rejection} */
export async function requireSender(headers: Headers): Promise<string | null> {
  const key = bringsKey(headers);
  if (key === true) return null;
  if (key === false) throw new Rejection(401, "This is not the service key.");
  if (!(await isOwnOrigin())) {
    throw new Rejection(
      401,
      "Send the service key with it, as “Authorization: Bearer …”, or upload from a page of Exhibit.",
    );
  }
  return requireUploader();
}
