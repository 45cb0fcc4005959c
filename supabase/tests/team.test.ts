// Who is in the team: what its functions do, by role.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { person, service, stranger } from "./support/clients.ts";
import { ownBackend } from "./support/own-backend.ts";
import { teamOf } from "./support/team.ts";
import { open, untilWaiting } from "./support/transactions.ts";

const own = ownBackend();
const { make, call, memberOf, eventsOf, hold, held } = teamOf(own);

describe("an admin", () => {
  test("adds somebody, once", async () => {
    const [admin, { id, email }] = [await make("admin"), await make()];
    const given = {
      p_actor: admin.id,
      p_user_id: id,
      p_email: email,
      p_name: "Ana",
      p_role: "reviewer",
    };
    expect(await call("add_member", given)).toBe("done");
    expect(await memberOf(id)).toEqual({ email, name: "Ana", role: "reviewer" });
    expect(await call("add_member", { ...given, p_name: "Ben" })).toMatch(
      /^23505 .*"team_members_pkey"/,
    );
    const nobody = randomUUID();
    expect(await call("add_member", { ...given, p_user_id: nobody })).toMatch(/^23503 /);
    expect(await call("add_member", { ...given, p_user_id: nobody, p_role: "owner" })).toMatch(
      /^23514 /,
    );
    expect(await eventsOf(id)).toEqual([
      {
        action: "created",
        actor: admin.id,
        label: "Ana",
        old: null,
        new: expect.objectContaining({ name: "Ana", role: "reviewer", email }),
      },
    ]);
  });

  test("gives another role, from the one that was seen", async () => {
    const [admin, { id }] = [await make("admin"), await make("viewer", "Ana")];
    const change = (p_was: string, p_role: string, p_user_id = id) =>
      call("change_member_role", { p_actor: admin.id, p_user_id, p_was, p_role });
    expect(await change("viewer", "reviewer")).toBe("done");
    expect(await change("viewer", "admin")).toBe("PT409 moved");
    expect(await memberOf(id)).toMatchObject({ role: "reviewer" });
    expect(await change("reviewer", "viewer", randomUUID())).toBe("PT404 gone");
    expect((await eventsOf(id)).slice(1)).toEqual([
      {
        action: "changed",
        actor: admin.id,
        label: "Ana",
        old: { role: "viewer" },
        new: { role: "reviewer" },
      },
    ]);
  });

  test("removes somebody with what they hold, and leaves what they decided", async () => {
    const [admin, { id }] = [await make("admin"), await make("reviewer", "Ana")];
    const session = await hold(id);
    await own.sql`
      insert into public.exec_session_reviews (session_id, sd_id, reviewer_id, verdict, body, seen_event_id)
      values (${session.id}, ${session.sd_id}, ${id}, 'comment', 'Seen', 1)`;
    const remove = (p_was: string) =>
      call("remove_member", { p_actor: admin.id, p_user_id: id, p_was });
    expect(await remove("viewer")).toBe("PT409 moved");
    expect(await remove("reviewer")).toBe("done");
    expect(await memberOf(id)).toBeUndefined();
    expect(await held(id)).toBe(0);
    expect(await remove("reviewer")).toBe("PT404 gone");
    expect((await service(own.backend).auth.admin.deleteUser(id)).error).toBeNull();
    const [review] = await own.sql`
      select reviewer_id, reviewer_name, body from public.exec_session_reviews
      where session_id = ${session.id}`;
    expect(review).toEqual({ reviewer_id: null, reviewer_name: "Ana", body: "Seen" });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      action: "deleted",
      actor: admin.id,
      label: "Ana",
      old: { name: "Ana", role: "reviewer" },
    });
  });

  test("takes the reviews of somebody who becomes a viewer, and of nobody else", async () => {
    const [admin, { id }] = [await make("admin"), await make("reviewer")];
    await hold(id);
    const change = (p_was: string, p_role: string) =>
      call("change_member_role", { p_actor: admin.id, p_user_id: id, p_was, p_role });
    expect(await change("reviewer", "admin")).toBe("done");
    expect(await held(id)).toBe(1);
    expect(await change("admin", "viewer")).toBe("done");
    expect(await held(id)).toBe(0);
  });

  test("waits with a removal for what the member is just doing, and locks nothing before", async () => {
    const [admin, { id }] = [await make("admin"), await make("reviewer")];
    await hold(id);
    const doing = await open(own.sql, (tx) => tx`select exhibit.act(${id}::uuid, 'reviewer')`);
    const given = { p_actor: admin.id, p_user_id: id, p_was: "reviewer" };
    const removal = call("remove_member", given);
    await untilWaiting(own.sql, doing.pid);
    const free = await own.sql`
      select from public.exec_review_assignments where reviewer_id = ${id} for update nowait`;
    expect(free).toHaveLength(1);
    await doing.commit();
    expect(await removal).toBe("done");
    expect(await held(id)).toBe(0);
  });
});

describe("others", () => {
  const given = (actor: string, user: string) => ({
    add_member: {
      p_actor: actor,
      p_user_id: user,
      p_email: "x@exhibit.test",
      p_name: "x",
      p_role: "admin",
    },
    change_member_role: { p_actor: actor, p_user_id: user, p_was: "viewer", p_role: "admin" },
    remove_member: { p_actor: actor, p_user_id: user, p_was: "viewer" },
  });

  test.each(["viewer", "reviewer"] as const)("a %s manages nobody", async (role) => {
    const [actor, user] = [(await make(role)).id, (await make("viewer")).id];
    for (const [name, values] of Object.entries(given(actor, user))) {
      expect(await call(name, values), name).toBe("PT403 not_allowed");
    }
    expect(await memberOf(user)).toMatchObject({ role: "viewer" });
    expect(await call("remove_member", given(user, user).remove_member)).toBe("PT403 not_allowed");
  });

  test("nobody calls them with a login, not even an admin", async () => {
    const { id, client } = await person("admin", own.backend);
    const user = (await make("viewer")).id;
    const all = {
      ...given(id, user),
      rename_member: { p_actor: user, p_name: "x" },
      note_sign_in: { p_actor: user },
    };
    for (const [name, values] of Object.entries(all)) {
      expect(await call(name, values, client), name).toMatch(/^42501 /);
      expect(await call(name, values, stranger(own.backend)), name).toMatch(/^42501 /);
    }
    expect(await memberOf(user)).toMatchObject({ role: "viewer", name: "A viewer" });
  });

  test("each renames themselves, and somebody outside the team nobody", async () => {
    const { id } = await make("viewer", "Anna");
    expect(await call("rename_member", { p_actor: id, p_name: "Ana" })).toBe("done");
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      action: "changed",
      actor: id,
      label: "Ana",
      old: { name: "Anna" },
      new: { name: "Ana" },
    });
    const { id: outsider } = await make();
    expect(await call("rename_member", { p_actor: outsider, p_name: "x" })).toBe(
      "PT403 not_allowed",
    );
  });

  test("a sign-in is noted, and is no event", async () => {
    const { id } = await make("viewer");
    expect(await call("note_sign_in", { p_actor: id })).toBe("done");
    const [row] = await own.sql`
      select last_sign_in_at > now() - interval '1 minute' as just_now from public.team_members
      where user_id = ${id}`;
    expect(row?.just_now).toBe(true);
    expect(await eventsOf(id)).toHaveLength(1);
    expect(await call("note_sign_in", { p_actor: (await make()).id })).toBe("done");
  });

  test("the list says when each was last there, to members and not to strangers", async () => {
    const { client } = await person("viewer", own.backend);
    const { id, email } = await make("viewer", "Zoe");
    await call("rename_member", { p_actor: id, p_name: "Zoë" });
    const { data, error } = await client.rpc("team_list");
    expect(error).toBeNull();
    expect(data.find((row: { user_id: string }) => row.user_id === id)).toEqual({
      user_id: id,
      email,
      name: "Zoë",
      role: "viewer",
      created_at: expect.any(String),
      last_sign_in_at: null,
      last_action_at: expect.any(String),
    });
    const [{ count } = {}] = await own.sql`select count(*)::int from public.team_members`;
    expect(data).toHaveLength(count);
    expect(await call("team_list", {}, stranger(own.backend))).toMatch(/^42501 /);
  });
});
