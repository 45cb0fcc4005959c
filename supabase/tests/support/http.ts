import { createHmac } from "node:crypto";
import { request } from "node:http";
import { shared } from "./clients.ts";

type Call = {
  method?: string;
  path: string;
  key?: string;
  token?: string;
  body?: unknown;
  headers?: Record<string, string>;
};
export type Answer = { status: number; text: string; json: Record<string, unknown> };

/** A request whose path goes out as it is written, which fetch would tidy up. */
export function call(
  { method = "GET", path, key, token, body, headers }: Call,
  url = shared().url,
) {
  const { hostname, port } = new URL(url);
  const sent = body === undefined || typeof body === "string" ? body : JSON.stringify(body);
  return new Promise<Answer>((done, failed) => {
    const outgoing = request({
      hostname,
      // A connection of its own: a kept one may be closing after a body that was refused.
      agent: false,
      port,
      method,
      path,
      headers: {
        ...(key && { apikey: key, authorization: `Bearer ${token ?? key}` }),
        ...(!key && token && { authorization: `Bearer ${token}` }),
        ...(sent !== undefined && {
          "content-type": "application/json",
          "content-length": String(Buffer.byteLength(sent)),
        }),
        ...headers,
      },
    });
    outgoing.once("error", failed);
    outgoing.once("response", (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.once("end", () => done({ status: answer.statusCode ?? 0, text, json: parsed(text) }));
    });
    outgoing.end(sent);
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token as the backend would sign it, with whatever secret and algorithm. */
export function forge(claims: object, secret: string, algorithm = "HS256") {
  const now = Math.floor(Date.now() / 1000);
  const text = `${encoded({ alg: algorithm, typ: "JWT" })}.${encoded({
    aud: "authenticated",
    iat: now,
    exp: now + 3600,
    ...claims,
  })}`;
  if (algorithm === "none") return `${text}.`;
  return `${text}.${createHmac("sha256", secret).update(text).digest("base64url")}`;
}
