// `npm run member -- add | list | role | remove`: the people of the team, on any backend.
import "./load-env.ts";
import { parseArgs } from "node:util";
import { type Role, roles } from "../lib/domain/roles.ts";
import {
  type AdminClient,
  addMember,
  adminClient,
  passwordLink,
  signUpIsOpen,
  signUpWarning,
} from "./accounts.ts";
import { StartError } from "./backend/folder.ts";
import { environment } from "./environment.ts";
import { report, yellow } from "./say.ts";

const usage = `npm run member -- list
npm run member -- add EMAIL --role viewer|reviewer|admin [--name "Their name"]
npm run member -- role EMAIL viewer|reviewer|admin
npm run member -- link EMAIL      a new link to set a password
npm run member -- remove EMAIL    the account too`;

function asRole(text: string | undefined): Role {
  const role = roles.find((each) => each === text);
  if (!role) throw new StartError(`"${text ?? ""}" is no role. There are ${roles.join(", ")}.`);
  return role;
}

/** @throws {StartError} where nobody of the team has this address. */
async function find(client: AdminClient, email: string | undefined) {
  const { data, error } = await client
    .from("team_members")
    .select("user_id, email, name, role")
    .eq("email", (email ?? "").toLowerCase())
    .maybeSingle();
  if (error) throw new Error(error.message);
  if (!data) throw new StartError(`Nobody in the team has the address "${email ?? ""}".`);
  return data;
}

/** What the database answered. @throws {StartError} where the team would be left without an admin. */
function failure(error: { message: string }): Error {
  return error.message === "last_admin"
    ? new StartError("This is the last admin. Make another one first.")
    : new Error(error.message, { cause: error });
}

/** Out of the team first: from then on they see nothing, whatever becomes of the account. */
async function remove(client: AdminClient, { user_id, email }: { user_id: string; email: string }) {
  const { error } = await client.from("team_members").delete().eq("user_id", user_id);
  if (error) throw failure(error);
  const deleted = await client.auth.admin.deleteUser(user_id);
  if (!deleted.error) return console.log(`${email} is gone, and so is the account.`);
  process.exitCode = 1;
  console.error(`${email} is out of the team, but the account is still there: ${deleted.error.message}.
To delete it too, add ${email} to the team and remove it again.`);
}

async function main() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { role: { type: "string" }, name: { type: "string" } },
  });
  const [command, email, third] = positionals;
  if (!["list", "add", "role", "link", "remove"].includes(command ?? "")) {
    console.log(usage);
    process.exitCode = 1;
    return;
  }
  const env = environment();
  const client = adminClient(env.url, env.secretKey);
  if (await signUpIsOpen(env.url, env.publishableKey)) {
    console.warn(yellow(signUpWarning));
  }

  if (command === "list") {
    const { data, error } = await client
      .from("team_members")
      .select("email, name, role")
      .order("email")
      .limit(1000);
    if (error) throw new Error(error.message);
    for (const each of data) console.log(`${each.role.padEnd(10)}${each.email}  ${each.name}`);
    if (data.length === 0) console.log("Nobody yet. Add an admin first.");
  }

  if (command === "add") {
    if (!email || !/^[^\s@]+@[^\s@]+$/.test(email)) {
      throw new StartError(`"${email ?? ""}" is no email address.`);
    }
    const role = asRole(values.role);
    const adding = addMember(client, { email, role, name: values.name ?? email });
    const { existed } = await adding.catch((error) => {
      throw failure(error);
    });
    console.log(`${email} is ${role} now.`);
    if (existed) console.log("The account was there already and keeps its password.");
    else
      console.log(
        `To set a password, once and within an hour:\n${await passwordLink(client, email, env.appUrl)}`,
      );
  }

  if (command === "role") {
    const member = await find(client, email);
    const role = asRole(third);
    const { error } = await client
      .from("team_members")
      .update({ role })
      .eq("user_id", member.user_id);
    if (error) throw failure(error);
    console.log(`${member.email} is ${role} now.`);
  }

  if (command === "link") {
    const member = await find(client, email);
    console.log(await passwordLink(client, member.email, env.appUrl));
  }

  if (command === "remove") {
    await remove(client, await find(client, email));
  }
}

main().catch((error) => {
  report(error, "Nothing was done.");
  process.exit(1);
});
