import { randomBytes, randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { z } from "zod";
import { sameSecret } from "../../lib/same-secret.ts";
import type { Sql } from "./database.ts";

const email = z.email().max(255).toLowerCase();
const password = z.string().min(10).max(72);
const metadata = z.record(z.string(), z.unknown());
const createBody = z.object({
  email,
  password: password.optional(),
  email_confirm: z.boolean().default(false),
  user_metadata: metadata.default({}),
});
const updateBody = z.object({
  email: email.optional(),
  password: password.optional(),
  user_metadata: metadata.optional(),
});
const linkBody = z.object({
  type: z.literal("recovery"),
  email,
  redirect_to: z.string().max(2000).optional(),
});
const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  per_page: z.coerce.number().int().min(1).max(1000).catch(50),
});

function fail(status: ContentfulStatusCode, error_code: string, msg: string): HTTPException {
  return new HTTPException(status, {
    res: Response.json({ code: status, error_code, msg }, { status }),
  });
}

async function parse<T>(schema: z.ZodType<T>, c: Context): Promise<T> {
  const result = schema.safeParse(await c.req.json().catch(() => null));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const weak = issue?.path[0] === "password";
  throw fail(
    422,
    weak ? "weak_password" : "validation_failed",
    `${issue?.path.join(".") || "body"}: ${issue?.message}`,
  );
}

/**
 * The calls of GoTrue's admin API that Exhibit uses, for `auth.admin` of supabase-js.
 * Source: the OpenAPI description of supabase/auth, paths below /admin.
 */
export function adminRoutes(sql: Sql, secretKey: string) {
  const columns = sql`
    id, aud, role, email, '' as phone, email_confirmed_at, confirmed_at, invited_at,
    last_sign_in_at, raw_app_meta_data as app_metadata, raw_user_meta_data as user_metadata,
    '[]'::jsonb as identities, created_at, updated_at, is_anonymous`;
  const hash = (plain: string) => sql`extensions.crypt(${plain}, extensions.gen_salt('bf', 10))`;
  const notFound = () => fail(404, "user_not_found", "User not found");
  const idOf = (c: Context) => {
    const id = z.uuid().safeParse(c.req.param("id"));
    if (!id.success) throw notFound();
    return id.data;
  };

  return new Hono()
    .use(async (c, next) => {
      if (!sameSecret(c.req.header("apikey"), secretKey)) {
        throw fail(401, "no_authorization", "This endpoint requires the secret key");
      }
      await next();
    })
    .get("/users", async (c) => {
      const { page, per_page } = pageQuery.parse(c.req.query());
      const users = await sql`
        select ${columns} from auth.users order by created_at, id
        limit ${per_page} offset ${(page - 1) * per_page}`;
      const [count] = await sql`select count(*)::int as total from auth.users`;
      c.header("x-total-count", String(count?.total));
      return c.json({ users, aud: "authenticated" });
    })
    .post("/users", async (c) => {
      const body = await parse(createBody, c);
      const id = randomUUID();
      const confirmed = body.email_confirm ? new Date() : null;
      const identity = { sub: id, email: body.email, email_verified: body.email_confirm };
      const [user] = await sql.begin(async (tx) => {
        const rows = await tx`
          insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at,
            raw_app_meta_data, raw_user_meta_data)
          values (${id}, 'authenticated', 'authenticated', ${body.email},
            ${body.password ? hash(body.password) : null}, ${confirmed},
            ${sql.json({ provider: "email", providers: ["email"] })},
            ${sql.json(body.user_metadata as never)})
          on conflict do nothing
          returning ${columns}`;
        if (rows.length === 0) {
          throw fail(
            422,
            "email_exists",
            "A user with this email address has already been registered",
          );
        }
        await tx`
          insert into auth.identities (id, user_id, provider, provider_id, identity_data)
          values (${randomUUID()}, ${id}, 'email', ${id}, ${sql.json(identity)})`;
        return rows;
      });
      return c.json(user);
    })
    .get("/users/:id", async (c) => {
      const [user] = await sql`select ${columns} from auth.users where id = ${idOf(c)}`;
      if (!user) throw notFound();
      return c.json(user);
    })
    .put("/users/:id", async (c) => {
      const id = idOf(c);
      const body = await parse(updateBody, c);
      const [user] = await sql`
        update auth.users set
          email = coalesce(${body.email ?? null}, email),
          encrypted_password = ${body.password ? hash(body.password) : sql`encrypted_password`},
          raw_user_meta_data = ${body.user_metadata ? sql.json(body.user_metadata as never) : sql`raw_user_meta_data`},
          updated_at = now()
        where id = ${id}
        returning ${columns}`;
      if (!user) throw notFound();
      // Whoever held the old password is signed out everywhere.
      if (body.password) await sql`delete from auth.sessions where user_id = ${id}`;
      return c.json(user);
    })
    .delete("/users/:id", async (c) => {
      const rows = await sql`delete from auth.users where id = ${idOf(c)} returning id`;
      if (rows.length === 0) throw notFound();
      return c.json({});
    })
    .post("/generate_link", async (c) => {
      const body = await parse(linkBody, c);
      const token = randomBytes(28).toString("hex");
      const [user] = await sql`
        update auth.users set recovery_token = ${token}, recovery_sent_at = now()
        where email = ${body.email}
        returning ${columns}`;
      if (!user) throw notFound();
      const query = new URLSearchParams({ token_hash: token, type: body.type });
      return c.json({
        ...user,
        action_link: `${body.redirect_to ?? ""}?${query}`,
        email_otp: "",
        hashed_token: token,
        verification_type: body.type,
        redirect_to: body.redirect_to ?? "",
      });
    })
    .onError((error, c) => {
      if (error instanceof HTTPException) return error.getResponse();
      console.error("admin:", error.message);
      return c.json({ code: 500, error_code: "unexpected_failure", msg: "Database error" }, 500);
    });
}
