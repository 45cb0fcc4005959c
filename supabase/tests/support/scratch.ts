// Databases of a test's own, in the cluster of the shared backend; dropped with the test, or by who asks.
import { randomBytes } from "node:crypto";
import { onTestFinished } from "vitest";
import { ownerConnection, prepare, type Sql } from "../../../scripts/backend/database.ts";
import { shared } from "./clients.ts";

export type Scratch = { url: string; sql: Sql };

/**
 * A database as a hosted project is before its first migration: the API roles and `auth` are
 * there, and what is made in `public` is open to everybody unless it is closed.
 */
export async function scratchDatabase(
  whenDone: (drop: () => Promise<void>) => void = onTestFinished,
): Promise<Scratch> {
  const { databaseUrl, secrets } = shared();
  const name = `scratch_${randomBytes(6).toString("hex")}`;
  const cluster = ownerConnection(databaseUrl);
  await cluster.unsafe(`create database ${name}`);
  const url = databaseUrl.replace(/\/postgres$/, `/${name}`);
  const sql = ownerConnection(url, 2);
  whenDone(async () => {
    await sql.end();
    await cluster.unsafe(`drop database ${name} with (force)`);
    await cluster.end();
  });
  await prepare(sql, url, secrets);
  await sql.unsafe(
    ["tables", "functions", "sequences"]
      .map(
        (kind) => `alter default privileges in schema public
          grant all on ${kind} to anon, authenticated, service_role`,
      )
      .join(";"),
  );
  return { url, sql };
}

/** What a role gets from a query: its rows, or the code of the error. */
export async function as(sql: Sql, role: string, query: string): Promise<unknown> {
  try {
    return await sql.begin(async (tx) => {
      await tx.unsafe(`set local role ${role}`);
      return [...(await tx.unsafe(query))].map((row) => ({ ...row }));
    });
  } catch (error) {
    return (error as { code?: string }).code;
  }
}

/** Everything that a stranger, or somebody signed in, may do and should not; in words. */
export async function openings(sql: Sql): Promise<string[]> {
  const found = await sql`
    select format('row level security of %s is off', relname) as said from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
    union all
    select format('%s acts with the rights of its owner', relname) from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce('security_invoker=true' = any (reloptions), false)
    union all
    select format('%s may %s %s', role, privilege, relname)
    from pg_class,
      (values ('anon', 'select,insert,update,delete,truncate'), ('authenticated', 'insert,update,delete,truncate'))
        as r (role, privileges),
      regexp_split_to_table(privileges, ',') as privilege
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v')
      and has_table_privilege(role, pg_class.oid, privilege)
    union all
    select format('%s may execute %s', role, p.oid::regprocedure)
    from pg_proc p, unnest(array['anon', 'authenticated']) as role
    where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'exhibit'))
      and has_function_privilege(role, p.oid, 'execute')
      -- Members ask these, with their own rights but for one that estimates.
      and not (role = 'authenticated' and p.prosecdef = (p.proname = 'way_to_sessions')
        and p.proname ~ '^(overview_|(evidence_file|file_hash|gallery|list_sessions|newest_change|orchestrators|review_queue|session_evidence|session_facets|session_history|target_applications|team_list|waiting_count|way_to_sessions|counted|implied_by|quality_is_between|is_between|is_one_of|quality_bands|quantile|session_condition)$)')
    union all
    select format('%s may move %s', role, pg_class.oid::regclass)
    from pg_class, unnest(array['anon', 'authenticated', 'service_role']) as role
    where relnamespace = 'public'::regnamespace and relkind = 'S'
      and has_sequence_privilege(role, pg_class.oid, 'usage, update')
    union all
    select format('%s takes the search path of its caller', p.oid::regprocedure) from pg_proc p
    where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'exhibit'))
      and not coalesce(array_to_string(proconfig, ' ') like '%search_path=%', false)`;
  return found.map(({ said }) => String(said));
}
