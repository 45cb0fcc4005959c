// Files are served on the app's own site, to members alone, and run nothing.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { addMember } from "../scripts/accounts.ts";
import { strangersPage } from "./support/people.ts";
import {
  asRole,
  filesFolder,
  type Headers,
  picture,
  read,
  upload,
  webm,
} from "./support/uploads.ts";
import { agent, expect, newSession, signIn, test } from "./support/world.ts";

let pictureUrl = "";
let filmUrl = "";
const film = webm(100_000);

test.beforeAll(async () => {
  const { id } = await newSession();
  const bytes = await picture({ width: 1440, height: 4000 }).png().toBuffer();
  const { json } = await upload(id, [
    { list: "after", name: "long page.png", bytes },
    { list: "demo", name: "tour.webm", bytes: film },
  ]);
  pictureUrl = json.after[0];
  filmUrl = json.demo[0];
});

const hashOf = (url: string) => url.split("/").at(-2) ?? "";
const thumbOf = (url: string) => `/files/${hashOf(url)}?thumb`;
const absolute = (path: string) => `http://any${path}`;

test("a member reads a picture and its thumbnail, and keeps them", async () => {
  for (const role of ["viewer", "reviewer", "admin"] as const) {
    const answer = await read(pictureUrl, await asRole(role));
    expect(answer.status).toBe(200);
    const stored = readFileSync(join(filesFolder(), hashOf(pictureUrl)));
    expect(Buffer.from(await answer.arrayBuffer()).equals(stored)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/png",
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'self'",
      "cross-origin-resource-policy": "same-origin",
      "content-disposition": "inline",
      etag: `"${hashOf(pictureUrl)}"`,
    });
  }
  const thumb = await read(absolute(thumbOf(pictureUrl)), await asRole("viewer"));
  expect(thumb.headers.get("content-type")).toBe("image/webp");
  const { width, height } = await sharp(Buffer.from(await thumb.arrayBuffer())).metadata();
  expect({ width, height }).toEqual({ width: 480, height: 1333 });
});

test("what somebody has already is not sent again", async () => {
  const etag = `"${hashOf(pictureUrl)}"`;
  const known = await read(pictureUrl, { ...(await asRole("viewer")), "if-none-match": etag });
  expect(known.status).toBe(304);
  expect(known.headers.get("etag")).toBe(etag);
  const other = await read(pictureUrl, { ...(await asRole("viewer")), "if-none-match": '"x"' });
  expect(other.status).toBe(200);
  const head = await read(pictureUrl, await asRole("viewer"), "HEAD");
  expect(head.status).toBe(200);
  expect(head.headers.get("content-type")).toBe("image/png");
  expect(await head.text()).toBe("");
});

test("parts of a film are read as a player asks for them", async () => {
  const part = async (range: string, more = {}) => {
    const answer = await read(filmUrl, { ...(await asRole("viewer")), range, ...more });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { status, headers } = answer;
    return { status, bytes, range: headers.get("content-range") };
  };
  const whole = await read(filmUrl, await asRole("viewer"));
  expect(whole.headers.get("accept-ranges")).toBe("bytes");
  expect(whole.headers.get("content-type")).toBe("video/webm");
  expect(Buffer.from(await whole.arrayBuffer()).equals(film)).toBe(true);
  const middle = { status: 206, range: "bytes 1000-1999/100000" };
  expect(await part("bytes=1000-1999")).toEqual({ ...middle, bytes: film.subarray(1000, 2000) });
  expect((await part("bytes=-10")).bytes).toEqual(film.subarray(-10));
  expect((await part("bytes=99990-")).bytes).toEqual(film.subarray(-10));
  expect(await part("bytes=100000-")).toMatchObject({ status: 416, range: "bytes */100000" });
  expect(await part("bytes=0-1,5-6")).toMatchObject({ status: 200, bytes: film });
  expect(await part("bytes=0-9", { "if-range": '"old"' })).toMatchObject({ status: 200 });
  const etag = `"${hashOf(filmUrl)}"`;
  expect(await part("bytes=0-9", { "if-range": etag })).toMatchObject({ status: 206 });
});

test("nobody but a member reads one byte", async ({ browser }) => {
  const outside = async (headers: Record<string, string>, status: number) => {
    for (const url of [pictureUrl, filmUrl, absolute(thumbOf(pictureUrl))]) {
      for (const method of ["GET", "HEAD"]) {
        const ways: Headers[] = [{}, { "if-none-match": "*" }, { range: "bytes=0-9" }];
        for (const more of ways) {
          const answer = await read(url, { ...headers, ...more }, method);
          expect(answer.status, `${method} ${url}`).toBe(status);
          expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
          expect(answer.headers.get("cache-control")).toBe("no-store");
          expect((await answer.text()).length).toBeLessThan(100);
        }
      }
    }
  };
  await outside({}, 401);
  await outside({ cookie: "exhibit-login=nonsense" }, 401);
  const login = { access_token: "x.y.z", refresh_token: "x", expires_at: 9_999_999_999 };
  const forged = Buffer.from(JSON.stringify(login)).toString("base64url");
  await outside({ cookie: `exhibit-login=base64-${forged}` }, 401);

  const email = `gone-${Date.now()}@exhibit.test`;
  const password = "a long password";
  await addMember(agent(), { email, name: "Gone", role: "viewer", password });
  const page = await strangersPage(browser);
  await signIn(page, email, password);
  const jar = await page.context().cookies();
  const cookie = jar.map(({ name, value }) => `${name}=${value}`).join("; ");
  await page.close();
  expect((await read(pictureUrl, { cookie })).status).toBe(200);
  await agent().from("team_members").delete().eq("email", email);
  await outside({ cookie }, 403);
});

test("there is nothing where there is no file", async () => {
  const hash = "0".repeat(64);
  for (const path of [
    `/files/${hash}`,
    "/files/nonsense",
    "/files/..%2f..%2fsecrets.json",
    `/files/${hashOf(pictureUrl)}.thumb`,
    `/files/${hashOf(filmUrl)}?thumb`,
    `/files/${hashOf(pictureUrl).toUpperCase()}`,
  ]) {
    expect((await read(absolute(path), await asRole("viewer"))).status, path).toBe(404);
  }
});

test("a file that the store has lost is missing, and sent again it is there", async () => {
  const { id } = await newSession();
  const file = { list: "after", name: "a.png", bytes: await picture().png().toBuffer() };
  const url = (await upload(id, [file])).json.after[0];
  rmSync(join(filesFolder(), hashOf(url)));
  expect((await read(url, await asRole("viewer"))).status).toBe(404);
  await upload(id, [file]);
  expect((await read(url, await asRole("viewer"))).status).toBe(200);
});

test("a browser shows a picture, and runs nothing of what is opened as a page", async ({
  page,
}) => {
  await page.goto("/sessions");
  const shown = await page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    return image.naturalWidth;
  }, thumbOf(pictureUrl));
  expect(shown).toBe(480);
});
