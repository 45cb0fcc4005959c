// `npm run member -- …`, as somebody runs it beside a project.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { ownBackend } from "./support/own-backend.ts";

const own = ownBackend();
const script = fileURLToPath(new URL("../../scripts/member.ts", import.meta.url));

async function member(...args: string[]) {
  const { url, secrets } = own.backend;
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      NODE_ENV: "test",
      PATH: process.env.PATH,
      NEXT_PUBLIC_SUPABASE_URL: url,
      NEXT_PUBLIC_SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
      SUPABASE_SECRET_KEY: secrets.secretKey,
      EXHIBIT_URL: "https://exhibit.example.com",
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  expect(output).not.toContain(secrets.secretKey);
  return { code, output };
}

const last = "This is the last admin. Make another one first.";
const [ada, ben] = ["ada@exhibit.test", "ben@exhibit.test"];

test("members are added, changed and removed, and the last admin is kept", async () => {
  const added = await member("add", ada.toUpperCase(), "--role", "admin", "--name", "Ada");
  expect(added).toMatchObject({ code: 0 });
  expect(added.output).toMatch(
    /https:\/\/exhibit\.example\.com\/auth\/callback\?token_hash=[0-9a-f]+&type=recovery/,
  );
  expect((await member("list")).output).toMatch(/^admin +ada@exhibit\.test {2}Ada$/m);
  for (const args of [
    ["role", ada, "viewer"],
    ["add", ada, "--role", "reviewer"],
    ["remove", ada],
  ]) {
    const refused = await member(...args);
    expect(refused.code, args[0]).toBe(1);
    expect(refused.output, args[0]).toContain(last);
  }
  expect(await own.sql`select from auth.users where email = ${ada}`).toHaveLength(1);

  await member("add", ben, "--role", "viewer");
  expect(await member("role", ben, "admin")).toMatchObject({ code: 0 });
  const removed = await member("remove", ada);
  expect(removed).toMatchObject({ code: 0 });
  expect(removed.output).toContain("is gone, and so is the account");
  expect(await own.sql`select from auth.users where email = ${ada}`).toHaveLength(0);
  expect((await member("list")).output.trim()).toMatch(/^admin +ben@exhibit\.test {2}\S+$/);
});

test("an account that outlives its member is told of", async () => {
  await member("add", "stays@exhibit.test", "--role", "viewer");
  await own.sql.unsafe(`
    create function public.stay() returns trigger language plpgsql as
      $$ begin raise exception 'stays'; end $$;
    create trigger stay before delete on auth.users for each row execute function public.stay()`);
  const removed = await member("remove", "stays@exhibit.test");
  expect(removed.code).toBe(1);
  expect(removed.output).toContain("is out of the team, but the account is still there");
  expect((await member("list")).output).not.toContain("stays@");
});
