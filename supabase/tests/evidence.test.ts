// Which session uses which file, and uploads and removals of the same file that meet.
import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { act, makeMember } from "./support/acting.ts";
import { change, staleCards } from "./support/cards.ts";
import { owner, service } from "./support/clients.ts";
import { makeSession, rows } from "./support/rows.ts";
import { open, untilWaiting } from "./support/transactions.ts";

const sql = owner();
let reviewer = "";
let viewer = "";
const directives: string[] = [];

beforeAll(async () => {
  reviewer = await makeMember(sql, "reviewer");
  viewer = await makeMember(sql, "viewer");
});
afterEach(async () => expect(await staleCards(sql, directives)).toEqual([]));

const session = async (values: Record<string, unknown> = {}) => {
  const made = await makeSession(sql, values);
  directives.push(made.sd_id);
  return made;
};
const hash = () => randomUUID().replaceAll("-", "").repeat(2);
const urlOf = (of: string, name = "a.png") => `https://exhibit.example.com/files/${of}/${name}`;
const film = (of: string) => ({ hash: of, media_type: "video/mp4", bytes: 5 });
const picture = (of: string, pixels = of) => ({
  hash: of,
  media_type: "image/png",
  bytes: 5,
  width: 4,
  height: 3,
  pixels,
});

type Row = Record<string, unknown>;
const claim = (upload: string, files: Row[], actor?: string) =>
  act("claim_files", { p_upload: upload, p_files: files, ...(actor && { p_actor: actor }) });
const attach = (upload: string, id: string, lists: Row, actor?: string) =>
  act("attach_evidence", {
    p_upload: upload,
    p_session_id: id,
    p_before: [],
    p_after: [],
    p_demos: [],
    ...lists,
    ...(actor && { p_actor: actor }),
  });
const release = async (hashes: string[], upload?: string) => {
  const { data, error } = await service().rpc("release_files", {
    p_hashes: hashes,
    p_upload: upload,
  });
  expect(error).toBeNull();
  return data;
};
const forget = (hashes: string[]) => act("forget_files", { p_hashes: hashes });
const unused = async () => {
  const found = await sql`select hash from public.unused_files('', 500)`;
  return found.map((row) => String(row.hash));
};
const fileOf = async (of: string) => {
  const [row] = await sql`select * from public.exec_evidence_files where hash = ${of}`;
  return row;
};
const usersOf = (of: string) =>
  rows(sql`select session_id from public.exec_evidence_uses where hash = ${of} order by 1`);
const listsOf = async (id: string) => {
  const [row] = await sql`
    select to_jsonb(before_screenshots) as before, to_jsonb(after_screenshots) as after,
      to_jsonb(demo_urls) as demos
    from public.exec_implementation_sessions where id = ${id}`;
  return { ...row };
};

describe("uses", () => {
  test("follow the lists, whoever writes them and on whatever host", async () => {
    const [a, b, c] = [hash(), hash(), hash()];
    const lists = { before_screenshots: [urlOf(a), null], demo_urls: [`/files/${b}?thumb`] };
    const { id } = await session(lists);
    expect(await usersOf(a)).toEqual([{ session_id: id }]);
    expect(await usersOf(b)).toEqual([{ session_id: id }]);
    const { error } = await service()
      .from("exec_implementation_sessions")
      .update({ before_screenshots: null, after_screenshots: [`http://10.0.0.1/x/files/${c}`] })
      .eq("id", id);
    expect(error).toBeNull();
    expect(await usersOf(a)).toEqual([]);
    expect(await usersOf(c)).toEqual([{ session_id: id }]);
    await change(sql, id, { after_screenshots: [`/files/${c}0/x`, `/files/${c.slice(1)}`, "x"] });
    expect(await usersOf(c)).toEqual([]);
    await sql`delete from public.exec_implementation_sessions where id = ${id}`;
    expect(await usersOf(b)).toEqual([]);
  });
});

describe("an upload", () => {
  test("appends in order what is not there yet, and gives back its claims", async () => {
    const [a, b] = [hash(), hash()];
    const { id } = await session();
    await sql`
      update public.exec_implementation_sessions
      set after_screenshots = array[null, 'old.png'] where id = ${id}`;
    const upload = randomUUID();
    expect(await claim(upload, [picture(a), picture(a), film(b)], reviewer)).toBe("done");
    expect((await fileOf(a))?.claims).toEqual([upload]);
    const lists = {
      p_after: [urlOf(a, "z.png"), urlOf(a, "y.png"), urlOf(a, "z.png")],
      p_demos: [urlOf(b)],
    };
    for (let times = 0; times < 2; times++) {
      expect(await attach(upload, id, lists, reviewer)).toBe("done");
      expect(await listsOf(id)).toEqual({
        before: null,
        after: [null, "old.png", urlOf(a, "z.png"), urlOf(a, "y.png")],
        demos: [urlOf(b)],
      });
    }
    expect(await fileOf(a)).toMatchObject({ claims: [], animated: false, retired_at: null });
    expect(await release([a, b], upload)).toEqual([]);
    const events = await sql`
      select actor from public.exec_session_events where session_id = ${id} and actor is not null`;
    expect([...events].map(({ actor }) => actor)).toEqual([reviewer]);
  });

  test("is a reviewer's, or the service key's", async () => {
    const { id } = await session();
    for (const actor of [viewer, randomUUID()]) {
      expect(await claim(randomUUID(), [film(hash())], actor)).toBe("PT403 not_allowed");
      expect(await attach(randomUUID(), id, {}, actor)).toBe("PT403 not_allowed");
    }
    expect(await attach(randomUUID(), randomUUID(), {})).toBe("PT404 gone");
    expect(await attach(randomUUID(), id, { p_demos: [urlOf(hash())] })).toBe(
      "PT409 file_retiring",
    );
  });

  test("that failed leaves what another one claims", async () => {
    const [a, b] = [hash(), hash()];
    const [one, other] = [randomUUID(), randomUUID()];
    await claim(one, [film(a), film(b)]);
    await claim(other, [film(a)]);
    expect(await release([a, b], one)).toEqual([b]);
    expect(await forget([a, b])).toBe("done");
    expect(await fileOf(b)).toBeUndefined();
    expect((await fileOf(a))?.claims).toEqual([other]);
    expect(await unused()).not.toContain(a);
    expect(await release([a], other)).toEqual([a]);
    expect(await unused()).toContain(a);
    await forget([a]);
  });

  test("of the same files as many others, in whatever order, waits for nobody for ever", async () => {
    const files = Array.from({ length: 6 }, hash);
    const sent = await Promise.all(
      Array.from({ length: 12 }, async (_, n) => {
        const { id } = await session();
        const mine = n % 2 ? files : files.toReversed();
        const upload = randomUUID();
        const said = [await claim(upload, mine.map(film))];
        // Every third fails and takes back what it can, while the others go on.
        if (n % 3 === 0) await release(mine, upload);
        else said.push(await attach(upload, id, { p_demos: mine.map((each) => urlOf(each)) }));
        return said;
      }),
    );
    expect(new Set(sent.flat())).toEqual(new Set(["done"]));
    for (const each of files) {
      expect(await fileOf(each)).toMatchObject({ claims: [], retired_at: null });
      expect(await usersOf(each)).toHaveLength(8);
    }
  });
});

describe("a removal", () => {
  const stored = async () => {
    const [a, upload] = [hash(), randomUUID()];
    const { id } = await session();
    await claim(upload, [film(a)]);
    await attach(upload, id, { p_demos: [urlOf(a)] });
    return { a, id };
  };
  const remove = (id: string, a: string) =>
    act("remove_evidence", {
      p_actor: reviewer,
      p_session_id: id,
      p_list: "demo",
      p_url: urlOf(a),
    });

  test("frees the file when nothing else uses it", async () => {
    const { a, id } = await stored();
    const other = await session({ demo_urls: [urlOf(a)] });
    expect(await remove(id, a)).toBe("done");
    expect(await release([a])).toEqual([]);
    expect(await remove(other.id, a)).toBe("done");
    expect(await unused()).toContain(a);
    expect(await release([a])).toEqual([a]);
    // Until it is forgotten it may be told again.
    expect(await release([a])).toEqual([a]);
    expect(await remove(other.id, a)).toBe("done");
    await forget([a]);
    expect(await fileOf(a)).toBeUndefined();
  });

  test("before an upload's claim: the upload is told to try again", async () => {
    const { a, id } = await stored();
    await remove(id, a);
    await release([a]);
    expect(await claim(randomUUID(), [film(a), film(hash())])).toBe("PT409 file_retiring");
    await forget([a]);
    expect(await claim(randomUUID(), [film(a)])).toBe("done");
  });

  test("given up half way is taken over after an hour", async () => {
    const { a, id } = await stored();
    await remove(id, a);
    await release([a]);
    await sql`
      update public.exec_evidence_files set retired_at = now() - interval '61 minutes' where hash = ${a}`;
    const upload = randomUUID();
    expect(await claim(upload, [film(a)])).toBe("done");
    expect(await forget([a])).toBe("done");
    expect(await fileOf(a)).toMatchObject({ claims: [upload], retired_at: null });
  });

  test("after an upload's claim leaves the file", async () => {
    const { a, id } = await stored();
    const upload = randomUUID();
    await claim(upload, [film(a)]);
    await remove(id, a);
    expect(await release([a])).toEqual([]);
    expect(await attach(upload, id, { p_demos: [urlOf(a)] })).toBe("done");
    expect(await release([a])).toEqual([]);
  });

  test("leaves what an agent is just writing into a session", async () => {
    const { a, id } = await stored();
    await remove(id, a);
    const { id: other } = await session();
    const writing = await open(sql, (tx) => change(tx, other, { demo_urls: [urlOf(a)] }));
    expect(await release([a])).toEqual([]);
    await writing.commit();
    expect(await release([a])).toEqual([]);
    expect(await usersOf(a)).toEqual([{ session_id: other }]);
  });

  test("makes an agent wait who names the file too late, and is still forgotten", async () => {
    const { a, id } = await stored();
    await remove(id, a);
    const { id: other } = await session();
    const retiring = await open(sql, (tx) => tx`select public.release_files(${[a]})`);
    const writing = change(sql, other, { demo_urls: [urlOf(a)] }).then(() => "done");
    await untilWaiting(sql, retiring.pid);
    await retiring.commit();
    expect(await writing).toBe("done");
    expect(await unused()).toContain(a);
    expect(await release([a])).toEqual([a]);
    await forget([a]);
    expect(await fileOf(a)).toBeUndefined();
  });

  test("a claim of a day ago holds nothing", async () => {
    const a = hash();
    await claim(randomUUID(), [film(a)]);
    expect(await unused()).not.toContain(a);
    await sql`
      update public.exec_evidence_files set claimed_at = now() - interval '25 hours' where hash = ${a}`;
    expect(await unused()).toContain(a);
    expect(await release([a])).toEqual([a]);
    await forget([a]);
  });
});
