import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { App, SmtpEmailDriver } from "@supabase/lite";
import { compare } from "bcryptjs";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { Attempts } from "../../lib/attempts.ts";
import { sameSecret } from "../../lib/same-secret.ts";
import { adminRoutes } from "./admin.ts";
import { apiConnection } from "./connection.ts";
import { databaseUrl, ownerConnection } from "./database.ts";
import { root, type Secrets, StartError } from "./folder.ts";
import type { Ports } from "./ports.ts";

/** What an answer to a request for an unknown account costs, so that it takes as long. */
const nobodysPassword = "$2b$10$eb8IsR5Oa0prKW1kF0hU0.lrrosoIBNqwPeOaIyVufC.rAs73QOW6";

const MEGABYTE = 1024 * 1024;

/** Outlives each API: one that is made anew must not forget who tried how often. */
export const newLimits = () => ({
  signIns: new Attempts({ limit: 10 }),
  mails: new Attempts({ limit: 3 }),
});

type Options = {
  secrets: Secrets;
  ports: Ports;
  appUrl: string;
  smtp?: string;
  limits: ReturnType<typeof newLimits>;
};

function mailDriver(smtp: string | undefined) {
  if (!smtp) return undefined;
  const url = new URL(smtp);
  const from = url.searchParams.get("from");
  if (!from) {
    throw new StartError("EXHIBIT_SMTP needs a sender: smtp://user:password@host:587?from=name@…");
  }
  return new SmtpEmailDriver({
    host: url.hostname,
    port: Number(url.port || 587),
    secure: url.protocol === "smtps:",
    from: { address: from },
    ...(url.username && {
      user: decodeURIComponent(url.username),
      pass: decodeURIComponent(url.password),
    }),
  });
}

function supabase({ secrets, ports, appUrl, smtp }: Options, lost: () => void) {
  const email = mailDriver(smtp);
  return new App({
    connection: apiConnection(
      databaseUrl("exhibit_api", secrets.apiPassword, ports.database),
      lost,
    ),
    api: { enabled: true, schemas: ["public"], max_rows: 1000, aggregates_enabled: false },
    auth: {
      enabled: true,
      jwt_secret: secrets.jwtSecret,
      publishable_key: secrets.publishableKey,
      secret_key: secrets.secretKey,
      // A signed-out token is good for reads until it ends.
      jwt_expiry: 900,
      site_url: appUrl,
      enable_signup: false,
      enable_anonymous_sign_ins: false,
      enable_refresh_token_rotation: true,
      refresh_token_reuse_interval: 10,
      minimum_password_length: 10,
      email: {
        enable_signup: false,
        // Nobody types it: it is part of a link.
        otp_length: 32,
        otp_expiry: 3600,
        template: {
          recovery: {
            subject: "Set a new password for Exhibit",
            content_path: join(root, "supabase/templates/recovery.html"),
          },
        },
      },
    },
    options: {
      server: {
        admin: false,
        disableStudio: true,
        apiKeys: {
          resolver: async (key) => {
            if (sameSecret(key, secrets.publishableKey)) {
              return { type: "publishable", claims: { role: "anon" } };
            }
            return sameSecret(key, secrets.secretKey)
              ? { type: "secret", claims: { role: "service_role" } }
              : null;
          },
        },
      },
      ...(email && { drivers: { email } }),
    },
  });
}

const refuse = (c: Context, status: 400 | 401 | 404 | 413 | 429, error_code: string, msg: string) =>
  c.json({ code: status, error_code, msg, message: msg }, status);

/** Reads and drops a body, within reason: its sender hears the answer only when it is sent. */
async function drain(body: ReadableStream<Uint8Array> | null) {
  if (!body || body.locked) return;
  let left = 50 * MEGABYTE;
  for await (const part of body) {
    left -= part.byteLength;
    if (left < 0) return;
  }
}

/**
 * The fence around the server: lets through the REST and Auth calls that Exhibit and its agents
 * need, and nothing else. `lost` is called when a connection to Postgres ends.
 */
export function createApi(options: Options, lost: () => void) {
  const app = supabase(options, lost);
  const sql = ownerConnection(
    databaseUrl("exhibit_api", options.secrets.apiPassword, options.ports.database),
    2,
    lost,
  );
  const forward = async (c: Context) => app.fetch(c.req.raw);
  const { publishableKey, secretKey } = options.secrets;
  const { signIns, mails } = options.limits;
  const bodyOf = async (c: Context) =>
    z
      .record(z.string(), z.unknown())
      .catch({})
      .parse(
        await c.req.raw
          .clone()
          .json()
          .catch(() => null),
      );
  const tooMany = (c: Context, seconds: number) => {
    c.header("retry-after", String(seconds));
    return refuse(c, 429, "over_request_rate_limit", "Too many attempts. Try again later.");
  };

  /** One answer, and one price, for a wrong password and for an account that does not exist. */
  const signIn = async (c: Context) => {
    const body = await bodyOf(c);
    if (typeof body.email !== "string" || typeof body.password !== "string") {
      return refuse(c, 400, "validation_failed", "An email and a password are needed");
    }
    const account = body.email.toLowerCase();
    const seconds = signIns.wait(account);
    if (seconds > 0) return tooMany(c, seconds);
    signIns.begin(account);
    const [known] = await sql`
      select from auth.users
      where email = ${account} and encrypted_password is not null and confirmed_at is not null`;
    if (!known) {
      await compare(body.password, nobodysPassword);
      // An account without a password, or not confirmed yet, is answered like none at all.
      return app.fetch(
        new Request(c.req.url, {
          method: "POST",
          headers: { apikey: publishableKey, "content-type": "application/json" },
          body: JSON.stringify({ email: "nobody@exhibit.invalid", password: body.password }),
        }),
      );
    }
    const response = await forward(c);
    if (response.ok) signIns.succeed(account);
    return response;
  };

  const lastRefreshes = new Map<string, Promise<Response>>();
  /** The server takes a token in several steps: of two tabs at once the second would find it used and no other yet. */
  const refresh = async (c: Context) => {
    const token = String((await bodyOf(c)).refresh_token);
    const go = () => forward(c);
    const answer = (lastRefreshes.get(token) ?? Promise.resolve()).then(go, go);
    lastRefreshes.set(token, answer);
    return answer.finally(() => {
      if (lastRefreshes.get(token) === answer) lastRefreshes.delete(token);
    });
  };

  const auth = new Hono()
    .use(async (c, next) => {
      // Before anything is counted: a web page may post here, but it knows no key.
      const key = c.req.header("apikey");
      if (sameSecret(key, publishableKey) || sameSecret(key, secretKey)) return next();
      return refuse(c, 401, "no_authorization", "Invalid API key");
    })
    .route("/admin", adminRoutes(sql, secretKey))
    .post("/token", async (c): Promise<Response> => {
      const grant = c.req.query("grant_type");
      if (grant === "password") return signIn(c);
      return grant === "refresh_token" ? refresh(c) : refuse(c, 404, "not_found", "Not found");
    })
    .post("/verify", async (c) => {
      // The hash of a link, too long to be guessed, and no code with an address.
      const { type, email } = await bodyOf(c);
      return type === "recovery" && email === undefined
        ? forward(c)
        : refuse(c, 400, "validation_failed", "Only the token_hash of a recovery is taken");
    })
    .post("/recover", async (c) => {
      const { email } = await bodyOf(c);
      const account = String(email ?? "").toLowerCase();
      if (mails.wait(account) === 0) {
        mails.begin(account);
        // Answered before it is known whether anybody has this address.
        void forward(c).catch((error) => console.error("recover:", error));
      }
      return c.json({});
    })
    .get("/user", forward)
    .put("/user", async (c) => {
      // A name or an address is changed by an admin.
      const allowed = ["password", "nonce", "code_challenge", "code_challenge_method"];
      const other = Object.keys(await bodyOf(c)).find((key) => !allowed.includes(key));
      return other
        ? refuse(c, 400, "validation_failed", `"${other}" cannot be changed here`)
        : forward(c);
    })
    .post("/logout", forward)
    .get("/settings", forward)
    .get("/health", forward);

  /** All of several alternatives must hold, as in PostgREST; the server takes them for one long one. */
  const rest = (c: Context) => {
    const url = new URL(c.req.url);
    const alternatives = url.searchParams.getAll("or");
    if (alternatives.length < 2) return forward(c);
    url.searchParams.set("or", `(and(${alternatives.map((each) => `or${each}`).join()}))`);
    return app.fetch(new Request(url, c.req.raw));
  };

  const fence = new Hono()
    .use(
      bodyLimit({
        maxSize: 5 * MEGABYTE,
        onError: async (c) => {
          await drain(c.req.raw.body);
          return refuse(c, 413, "body_too_large", "The body is larger than 5 MB");
        },
      }),
    )
    .route("/auth/v1", auth)
    .all("/rest/v1/rpc/:name", rest)
    .all("/rest/v1/:table", rest)
    .notFound((c) => refuse(c, 404, "not_found", "Not found"))
    .onError((error, c) => {
      console.error("api:", error.message);
      return c.json({ code: "PGRST001", message: "The backend failed" }, 503);
    });

  return {
    fetch: fence.fetch,
    close: async () => {
      const closed = Promise.allSettled([app.connection.close(), sql.end({ timeout: 1 })]);
      // Where Postgres went first, the driver would wait for it without end.
      await Promise.race([closed, sleep(2000)]);
    },
  };
}
