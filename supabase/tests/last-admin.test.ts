// An admin is always left, whoever goes, by whatever way, and however many go at once.
import { expect, test } from "vitest";
import { service } from "./support/clients.ts";
import { ownBackend } from "./support/own-backend.ts";
import { outcome, teamOf } from "./support/team.ts";

// Here it is counted how many admins there are.
const own = ownBackend();
const { make, call, memberOf, admins, alone } = teamOf(own);

const LAST = "PT422 last_admin";

test("the last admin stays, whoever asks and by whatever way", async () => {
  const { id } = await make("admin");
  await alone(id);
  const table = () => service(own.backend).from("team_members");
  const given = { p_actor: id, p_user_id: id, p_was: "admin" };
  expect(await call("remove_member", given)).toBe(LAST);
  expect(await call("change_member_role", { ...given, p_role: "viewer" })).toBe(LAST);
  expect(outcome(await table().delete().eq("user_id", id))).toBe(LAST);
  expect(outcome(await table().update({ role: "reviewer" }).eq("user_id", id))).toBe(LAST);
  // All at once, too.
  expect(outcome(await table().delete().neq("name", ""))).toBe(LAST);
  expect(outcome(await table().update({ role: "viewer" }).neq("name", ""))).toBe(LAST);
  const { email, name } = { name: "x", ...(await memberOf(id)) } as Record<string, string>;
  const upserted = await table().upsert({ user_id: id, email, name, role: "viewer" });
  expect(outcome(upserted)).toBe(LAST);
  expect((await service(own.backend).auth.admin.deleteUser(id)).error?.status).toBe(500);
  await expect(own.sql`delete from auth.users where id = ${id}`).rejects.toMatchObject({
    code: "PT422",
    message: "last_admin",
  });
  expect(await memberOf(id)).toMatchObject({ role: "admin" });
  expect(await admins()).toEqual([id]);
  expect(await call("rename_member", { p_actor: id, p_name: "Still here" })).toBe("done");
});

test("an admin goes once there is another one", async () => {
  const [first, second] = [await make("admin"), await make("viewer")];
  await alone(first.id);
  const promoted = { p_user_id: second.id, p_was: "viewer", p_role: "admin" };
  expect(await call("change_member_role", { p_actor: first.id, ...promoted })).toBe("done");
  const given = { p_actor: first.id, p_user_id: first.id, p_was: "admin" };
  expect(await call("remove_member", given)).toBe("done");
  expect(await admins()).toEqual([second.id]);
});

test("one is left of two who go for each other in the same moment, in 50 rounds", async () => {
  const [one, other] = [await make("admin"), await make("admin")];
  const members = own.sql`
    select user_id, email, name from public.team_members where user_id in (${one.id}, ${other.id})`;
  const rows = (await members).map((row) => ({ ...row, role: "admin" }));
  const act =
    (name: string, more = {}) =>
    (actor: string, user: string) =>
      call(name, { p_actor: actor, p_user_id: user, p_was: "admin", ...more });
  const ways = [
    act("change_member_role", { p_role: "viewer" }),
    act("remove_member"),
    async (_: string, user: string) =>
      outcome(await service(own.backend).from("team_members").delete().eq("user_id", user)),
    async (_: string, user: string) => {
      const change = { role: "reviewer" };
      const table = service(own.backend).from("team_members");
      return outcome(await table.update(change).eq("user_id", user));
    },
  ];
  const seen = new Set<string>();
  for (let round = 0; round < 50; round++) {
    await own.sql`
      insert into public.team_members ${own.sql(rows)}
      on conflict (user_id) do update set role = 'admin'`;
    await alone(one.id, other.id);
    const [mine, theirs] = [ways[round % 4], ways[Math.floor(round / 4) % 4]];
    const outcomes = await Promise.all([mine?.(one.id, other.id), theirs?.(other.id, one.id)]);
    expect(outcomes, `round ${round}`).toContain("done");
    for (const each of outcomes) seen.add(each ?? "");
    expect(await admins(), `round ${round}`).toHaveLength(1);
  }
  expect([...seen].sort()).toEqual(["PT403 not_allowed", LAST, "done"]);
});

test("one is left of two whose accounts are deleted in the same moment", async () => {
  for (let round = 0; round < 10; round++) {
    const two = [await make("admin"), await make("admin")];
    await alone(...two.map(({ id }) => id));
    const deleted = await Promise.all(
      two.map(({ id }) => service(own.backend).auth.admin.deleteUser(id)),
    );
    expect(
      deleted.filter(({ error }) => error),
      `round ${round}`,
    ).toHaveLength(1);
    expect(await admins()).toHaveLength(1);
  }
});
