import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import postgres from "postgres";
import { root, type Secrets, StartError } from "./folder.ts";

export type Sql = postgres.Sql;

export const databaseUrl = (user: string, password: string, port: number) =>
  `postgresql://${user}:${password}@127.0.0.1:${port}/postgres`;

/** As the database's owner: for migrations, seed and the few account calls. */
export function ownerConnection(url: string, max = 1, onclose = () => {}): Sql {
  return postgres(url, {
    max,
    onclose,
    onnotice: () => {},
    max_lifetime: null,
    connection: { TimeZone: "UTC" },
  });
}

/**
 * What a hosted project has before our first migration: the three API roles and the schema
 * `auth`; and the role that the API connects as, which can become one of the three and no more.
 */
export async function prepare(sql: Sql, url: string, { apiPassword }: Secrets) {
  await sql.unsafe(`
    do $$
    declare
      r text;
    begin
      foreach r in array array['anon', 'authenticated', 'service_role', 'exhibit_api'] loop
        if not exists (select from pg_roles where rolname = r) then
          execute format('create role %I', r);
        end if;
      end loop;
    end $$;
    alter role anon nologin;
    alter role authenticated nologin;
    alter role service_role nologin bypassrls;
    alter role exhibit_api login nosuperuser nobypassrls password '${apiPassword}';
    alter role exhibit_api set statement_timeout = '15s';
    alter role exhibit_api set idle_in_transaction_session_timeout = '30s';
    grant anon, authenticated, service_role to exhibit_api with inherit false, set true;
    grant usage on schema public to anon, authenticated, service_role;
    create schema if not exists extensions;
    create extension if not exists pgcrypto schema extensions;
  `);
  const connection = createPostgresConnection({ url, postgresOptions: { onnotice: () => {} } });
  try {
    await new App({ connection, auth: { enabled: true } }).ensureSystemSchema();
  } finally {
    await connection.close();
  }
  await sql.unsafe(`
    grant usage on schema extensions to exhibit_api;
    grant usage on schema auth to anon, authenticated, service_role, exhibit_api;
    grant all on all tables in schema auth to exhibit_api;
    revoke all on all tables in schema auth from anon, authenticated, service_role;
  `);
}

/**
 * The server reads from the catalog what tables there are, and a role sees those on which it has
 * some right. This one lets it see them and read nothing.
 */
export async function showTablesToApi(sql: Sql) {
  await sql.unsafe("grant references on all tables in schema public to exhibit_api");
}

type Migration = { version: string; name: string; file: string };

const migrationsFolder = join(root, "supabase/migrations");

export function listMigrations(): Migration[] {
  return readdirSync(migrationsFolder)
    .filter((file) => /^\d+_.*\.sql$/.test(file))
    .sort()
    .map((file) => {
      const [, version = "", name = ""] = /^(\d+)_(.*)\.sql$/.exec(file) ?? [];
      return { version, name, file };
    });
}

/** The history table is the Supabase CLI's own, so that its commands see the same. */
export async function pendingMigrations(sql: Sql): Promise<Migration[]> {
  await sql.unsafe(`
    create schema if not exists supabase_migrations;
    create table if not exists supabase_migrations.schema_migrations (
      version text primary key, statements text[], name text
    );
  `);
  const rows = await sql`select version from supabase_migrations.schema_migrations`;
  const applied = new Set(rows.map((row) => row.version));
  return listMigrations().filter(({ version }) => !applied.has(version));
}

/** Applies what is pending, each migration whole or not at all. */
export async function migrate(sql: Sql, progress: (name: string) => void): Promise<number> {
  const pending = await pendingMigrations(sql);
  for (const { version, name, file } of pending) {
    progress(name);
    const text = readFileSync(join(migrationsFolder, file), "utf8");
    try {
      await sql.begin(async (tx) => {
        await tx.unsafe(text);
        await tx`
          insert into supabase_migrations.schema_migrations (version, name, statements)
          values (${version}, ${name}, ${[text]})`;
      });
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new StartError(`The migration ${file} failed and left nothing behind: ${reason}`);
    }
  }
  return pending.length;
}

export async function isEmpty(sql: Sql): Promise<boolean> {
  const [row] = await sql`
    select not exists (select from public.strategic_directives_v2)
       and not exists (select from public.product_requirements_v2)
       and not exists (select from public.exec_implementation_sessions) as empty`;
  return row?.empty === true;
}

/** Loads the demo data, whole or not at all. */
export async function seed(sql: Sql) {
  const text = readFileSync(join(root, "supabase/seed.sql"), "utf8");
  await sql.begin((tx) => tx.unsafe(text));
}
