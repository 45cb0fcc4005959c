import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Role } from "../../lib/domain/roles.ts";
import { addMember, adminClient } from "../../scripts/accounts.ts";
import { databaseUrl, ownerConnection } from "../../scripts/backend/database.ts";
import { freePort, readSecrets } from "../../supabase/tests/support/backend.ts";
import { startExhibit } from "./instance.ts";

export const password = "a long password";

let counter = 0;
export const newEmail = () =>
  `person-${process.pid}-${Date.now().toString(36)}-${counter++}@exhibit.test`;

/** An instance without demo data and without mail, whose team is that one admin. */
export async function startTeam(admin: string) {
  const folder = mkdtempSync(join(tmpdir(), "exhibit-team-"));
  const port = await freePort();
  const exhibit = await startExhibit({
    EXHIBIT_DATA: folder,
    EXHIBIT_API_PORT: String(await freePort()),
    EXHIBIT_DB_PORT: String(port),
    EXHIBIT_SEED: "off",
  });
  const keys = parseEnv(readFileSync(join(folder, "keys.env"), "utf8"));
  const service = adminClient(
    keys.NEXT_PUBLIC_SUPABASE_URL ?? "",
    keys.SUPABASE_SERVICE_ROLE_KEY ?? "",
  );
  const sql = ownerConnection(databaseUrl("postgres", readSecrets(folder).databasePassword, port));
  const add = async (name: string, role: Role) => {
    const email = newEmail();
    await addMember(service, { email, name, role, password });
    return email;
  };
  const adminEmail = await add(admin, "admin");
  await sql`delete from auth.users where email <> ${adminEmail}`;
  return {
    url: exhibit.url,
    service,
    sql,
    admin: adminEmail,
    add,
    stop: async () => {
      await sql.end();
      await exhibit.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
