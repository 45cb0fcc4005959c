// Errors as PostgREST gives them.
import { beforeAll, describe, expect, test } from "vitest";
import { type Client, person, service, stranger } from "./support/clients.ts";
import { call } from "./support/http.ts";
import { ownBackend } from "./support/own-backend.ts";
import { directiveRow, makeDirective, makeSession } from "./support/rows.ts";

const own = ownBackend(`
  create function public.wait() returns void language sql set search_path = ''
    as 'select pg_catalog.pg_sleep(20)';
  create function public.wait_a_moment() returns void language sql set search_path = ''
    set statement_timeout = '200ms' as 'select pg_catalog.pg_sleep(20)';
  create function public.caller() returns text language sql set search_path = ''
    as $$ select pg_catalog.concat(session_user, ' ', current_user, ' ', pg_catalog.current_setting('statement_timeout')) $$;
  create function public.fail() returns void language plpgsql set search_path = ''
    as $$ begin raise exception 'Not like this' using detail = 'a detail', hint = 'a hint'; end $$;
  select exhibit.protect_function(oid) from pg_proc where proname in ('wait', 'wait_a_moment', 'caller', 'fail');
`);
let client: Client;
beforeAll(() => {
  client = service(own.backend);
});

describe("errors", () => {
  const status = async (query: PromiseLike<{ status: number; error: unknown }>) => {
    const { status: code, error } = await query;
    return {
      status: code,
      ...(error as { code: string; message: string; details: string; hint: string }),
    };
  };
  const sessions = () => client.from("exec_implementation_sessions");

  test("have PostgREST's status, code and shape", async () => {
    const sd_id = await makeDirective(own.sql);
    const { id } = await makeSession(own.sql, { sd_id });
    const row = { sd_id, implementation_type: "GENERAL_FEATURE" };
    const table = client.from("strategic_directives_v2");
    const one = directiveRow();
    await table.insert(one);
    const answers = {
      check: await status(sessions().update({ quality_score: 101 }).eq("id", id)),
      raised: await status(client.rpc("fail")),
      unique: await status(table.insert(one)),
      deferred: await status(sessions().insert({ ...row, status: "active" })),
      foreign: await status(sessions().insert({ ...row, sd_id: "SD-NOWHERE" })),
      missing: await status(sessions().insert({ sd_id })),
      invalid: await status(sessions().select().eq("id", "no-uuid")),
      "no column": await status(sessions().select("nothing")),
      "no row": await status(sessions().select().eq("id", id).eq("status", "failed").single()),
      "no table": await status(client.from("nothing").select()),
      "no function": await status(client.rpc("nothing")),
    };
    const said = Object.entries(answers).map(([name, { status: code, ...error }]) => [
      name,
      code,
      error.code,
    ]);
    expect(said).toEqual([
      ["check", 400, "23514"],
      ["raised", 400, "P0001"],
      ["unique", 409, "23505"],
      ["deferred", 409, "23505"],
      ["foreign", 409, "23503"],
      ["missing", 400, "23502"],
      ["invalid", 400, "22P02"],
      ["no column", 400, "42703"],
      ["no row", 406, "PGRST116"],
      ["no table", 404, "PGRST205"],
      ["no function", 404, "PGRST202"],
    ]);
    expect(answers.unique.details).toBe(`Key (id)=(${one.id}) already exists.`);
    expect(answers.raised).toMatchObject({
      message: "Not like this",
      details: "a detail",
      hint: "a hint",
    });
    expect(answers.check.message).toContain("exec_implementation_sessions_quality_score_check");
  });

  test("the pair is named when a directive has a session of that status", async () => {
    const { sd_id, id } = await makeSession(own.sql, { status: "failed" });
    await makeSession(own.sql, { sd_id });
    const second = sessions().update({ status: "failed" }).eq("sd_id", sd_id).neq("id", id);
    expect(await status(second)).toMatchObject({
      status: 409,
      code: "23505",
      details: `Key (sd_id, status)=(${sd_id}, failed) already exists.`,
    });
  });

  test("a refused write is 401 for a stranger and 403 for a member", async () => {
    const { client: member } = await person("viewer", own.backend);
    const insert = (who: Client) => who.from("strategic_directives_v2").insert(directiveRow());
    expect(await status(insert(stranger(own.backend)))).toMatchObject({
      status: 401,
      code: "42501",
    });
    expect(await status(insert(member))).toMatchObject({ status: 403, code: "42501" });
  });

  test("come from a role of the API's own, which may not take long", async () => {
    expect((await client.rpc("caller")).data).toBe("exhibit_api service_role 15s");
  });

  test("a statement that takes too long is ended", async () => {
    const waiting = status(client.rpc("wait"));
    let cancelled = 0;
    while (cancelled === 0) {
      const found = await own.sql`
        select pg_cancel_backend(pid) from pg_stat_activity
        where query like '%wait%' and state = 'active' and pid <> pg_backend_pid()`;
      cancelled = found.length;
    }
    expect(await waiting).toMatchObject({ status: 500, code: "57014" });
  });

  test("a function may take as long as it says itself, and the next call as long as any", async () => {
    const all = Array.from({ length: 12 }, () => status(client.rpc("wait_a_moment")));
    for (const answer of await Promise.all(all)) {
      expect(answer).toMatchObject({ status: 500, code: "57014" });
    }
    const after = await Promise.all(Array.from({ length: 12 }, () => client.rpc("caller")));
    expect(new Set(after.map(({ data }) => data))).toEqual(
      new Set(["exhibit_api service_role 15s"]),
    );
  });

  test("no error tells where the database is", async () => {
    for (const path of [
      "nothing",
      "rpc/fail",
      "exec_implementation_sessions?id=eq.x",
      "exec_implementation_sessions?order=;drop",
    ]) {
      const answer = await call(
        { path: `/rest/v1/${path}`, key: own.backend.secrets.secretKey },
        own.backend.url,
      );
      expect(answer.status, `${path}: ${answer.text}`).toBeGreaterThanOrEqual(400);
      expect(answer.text).not.toMatch(/127\.0\.0\.1|exhibit_api|node_modules|postgres:/);
    }
  });
});
