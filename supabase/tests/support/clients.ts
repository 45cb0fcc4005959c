import { createClient } from "@supabase/supabase-js";
import { afterAll, inject } from "vitest";
import type { Role } from "../../../lib/domain/roles.ts";
import { adminClient } from "../../../scripts/accounts.ts";
import { ownerConnection, type Sql } from "../../../scripts/backend/database.ts";
import type { Connection } from "./backend.ts";
import { directiveRow } from "./rows.ts";
import { unique } from "./unique.ts";

/** This worker's, which no other uses meanwhile; workers count from 1. */
export function shared(): Connection {
  const backend = inject("backends")[Number(process.env.VITEST_POOL_ID) - 1];
  if (!backend) throw new Error("There is no backend for this worker.");
  return backend;
}

/** As the database's owner, closed after the file. */
export function owner(url = shared().databaseUrl, max = 4): Sql {
  const sql = ownerConnection(url, max);
  afterAll(() => sql.end());
  return sql;
}

/** Tables are named in variables here, so the generated types would be in the way. */
export const client = (url: string, key: string) =>
  createClient(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
export type Client = ReturnType<typeof client>;

export const stranger = ({ url, secrets } = shared()) => client(url, secrets.publishableKey);
export const service = ({ url, secrets } = shared()) => client(url, secrets.secretKey);

export const password = "long enough to be taken";

/** An account without a place in the team. */
export async function makeAccount(backend: Connection = shared()) {
  const email = `${unique("person")}@exhibit.test`;
  const admin = adminClient(backend.url, backend.secrets.secretKey);
  const { data, error } = await admin.auth.admin.createUser({
    email,
    password,
    email_confirm: true,
  });
  if (error) throw error;
  return { id: data.user.id, email };
}

export async function signIn(email: string, backend: Connection = shared()): Promise<Client> {
  const person = stranger(backend);
  const { error } = await person.auth.signInWithPassword({ email, password });
  if (error) throw error;
  return person;
}

/** Somebody signed in; a member where a role is named. */
export async function person(role?: Role, backend: Connection = shared()) {
  const account = await makeAccount(backend);
  if (role) {
    const { error } = await service(backend)
      .from("team_members")
      .insert({ user_id: account.id, email: account.email, name: `A ${role}`, role });
    if (error) throw error;
  }
  return { ...account, client: await signIn(account.email, backend) };
}

export async function allDirectives(backend: Connection): Promise<string[]> {
  const { data, error } = await service(backend).from("strategic_directives_v2").select("id");
  if (error) throw error;
  return data.map(({ id }) => id).sort();
}

export const insertDirective = (backend: Connection, id: string) =>
  service(backend).from("strategic_directives_v2").insert(directiveRow(id));
