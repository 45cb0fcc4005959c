// Agents and reviewers bring files into a session: all of them or none.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import {
  appUrl,
  asRole,
  filesFolder,
  leftOf,
  listsOf,
  mp4,
  nothing,
  ownSize,
  picture,
  png,
  read,
  upload,
  webm,
  withKey,
} from "./support/uploads.ts";
import { agent, expect, keys, newSession, test } from "./support/world.ts";

const script = "<script>alert(1)</script>";
const hashOf = (url: string) => /\/files\/([0-9a-f]{64})\//.exec(url)?.[1] ?? "";
const storedAt = (url: string) => readFileSync(join(filesFolder(), hashOf(url)));

test("an agent's files are appended in the order in which they were sent", async () => {
  const old = "https://example.com/old.png";
  const { id } = await newSession({ after_screenshots: [old] });
  const { status, json } = await upload(id, [
    { list: "after", name: "home.png", bytes: await png() },
    { list: "before", name: "home.png", bytes: await png() },
    { list: "after", name: "Größe 100%.PNG", bytes: await picture().webp().toBuffer() },
    // More than a proxy of the framework would let through.
    { list: "demo", name: "tour.webm", bytes: webm(12_000_000) },
    { list: "demo", name: "tour.mp4", bytes: mp4(1000) },
  ]);
  expect(status, JSON.stringify(json)).toBe(200);
  expect(json.after.map((url: string) => url.split("/").at(-1))).toEqual([
    "home.png",
    "Gr%C3%B6%C3%9Fe%20100%25.webp",
  ]);
  expect(json.after[0]).toMatch(new RegExp(`^${appUrl()}/files/[0-9a-f]{64}/home.png$`));
  expect(await listsOf(id)).toEqual({ ...json, after: [old, ...json.after] });
  expect(storedAt(json.demo[0])).toHaveLength(12_000_000);
  const { data: events } = await agent()
    .from("exec_session_events")
    .select("actor, kind")
    .eq("session_id", id)
    .order("id");
  expect(events?.at(-1)).toEqual({ actor: null, kind: "session" });
});

test("the same file is kept once, and sent twice it counts once", async () => {
  const size = ownSize();
  const file = { list: "before", name: "a.png", bytes: await png(size) };
  const [one, other] = [await newSession(), await newSession()];
  const answers = await Promise.all([
    upload(one.id, [file, { ...file, list: "after" }]),
    upload(one.id, [file, { ...file, list: "after" }]),
    upload(other.id, [{ ...file, name: "b.png" }]),
    upload(other.id, [{ ...file, name: "b.png" }]),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  const hashes = new Set(
    answers.flatMap(({ json }) => Object.values(json).flat().map(String).map(hashOf)),
  );
  expect(hashes.size).toBe(1);
  expect(await leftOf(size)).toEqual({ ...nothing, rows: 1 });
  expect((await listsOf(one.id)).before).toHaveLength(1);
  expect((await listsOf(other.id)).before).toHaveLength(1);
  const { data } = await agent()
    .from("exec_evidence_files")
    .select("claims")
    .eq("hash", [...hashes][0] ?? "");
  expect(data).toEqual([{ claims: [] }]);
});

test.describe("who may", () => {
  const send = async (headers: Record<string, string>) => {
    const { id } = await newSession();
    const size = ownSize();
    const { status, json } = await upload(
      id,
      [{ list: "after", name: "a.png", bytes: await png(size) }],
      headers,
    );
    if (status !== 200) expect(await leftOf(size)).toEqual(nothing);
    return {
      status,
      error: json.error,
      id,
      limits: await fetch(`${appUrl()}/api/evidence/${id}`, { headers }),
    };
  };

  test("reviewers and admins, and the history names them", async () => {
    for (const role of ["reviewer", "admin"] as const) {
      const { status, id, limits } = await send(await asRole(role));
      expect(status).toBe(200);
      expect((await limits.json()).limits).toMatchObject({ pictureBytes: 20_971_520, files: 100 });
      const { data } = await agent()
        .from("exec_session_events")
        .select("actor")
        .eq("session_id", id)
        .not("actor", "is", null);
      expect(data).toHaveLength(1);
    }
  });

  test("the service key, in either header", async () => {
    expect((await send(withKey())).status).toBe(200);
    expect((await send({ apikey: keys().secretKey })).status).toBe(200);
  });

  test("nobody else", async () => {
    const viewer = await send(await asRole("viewer"));
    expect(viewer).toMatchObject({ status: 403, error: expect.stringContaining("viewer") });
    expect(viewer.limits.status).toBe(403);
    const stranger = await send({});
    expect(stranger.status).toBe(401);
    expect(stranger.limits.status).toBe(401);
    expect(
      (await send({ ...(await asRole("reviewer")), origin: "https://evil.example" })).status,
    ).toBe(401);
    expect((await send({ cookie: (await asRole("reviewer")).cookie ?? "" })).status).toBe(401);
    for (const key of [keys().publishableKey, "x", `${keys().secretKey}x`]) {
      expect((await send({ authorization: `Bearer ${key}` })).status).toBe(401);
    }
    expect((await send({ ...(await asRole("reviewer")), authorization: "Bearer x" })).status).toBe(
      401,
    );
  });
});

test("a form without scripts comes back to the session and is told", async () => {
  const { id } = await newSession();
  const headers = { ...(await asRole("reviewer")), accept: "text/html,*/*" };
  const taken = await upload(id, [{ list: "after", name: "a.png", bytes: await png() }], headers);
  expect(taken.status).toBe(303);
  expect(taken.headers.get("location")).toBe(`/sessions/${id}`);
  const said = (answer: typeof taken) =>
    Buffer.from(
      /exhibit-said=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "",
      "base64url",
    ).toString();
  expect(said(taken)).toContain("The file is there.");
  const refused = await upload(
    id,
    [{ list: "after", name: "a.png", bytes: Buffer.from(script) }],
    headers,
  );
  expect(refused.status).toBe(303);
  expect(said(refused)).toContain("is no picture");
});

test("a picture loses what is not to be seen", async () => {
  const { id } = await newSession();
  const size = { width: 640, height: 320 };
  const photo = await picture(size)
    .withExif({
      IFD0: { Make: "Camera" },
      IFD3: { GPSLatitude: "52/1 31/1 0/1", GPSLatitudeRef: "N" },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(photo).metadata()).exif).toBeDefined();
  const polyglot = Buffer.concat([await png(), Buffer.from(`<html>${script}</html>`)]);
  const { json } = await upload(id, [
    { list: "before", name: "photo.jpg", bytes: photo },
    { list: "after", name: "page.html", bytes: polyglot, type: "text/html" },
  ]);
  const stored = storedAt(json.before[0]);
  const { exif, width, height, orientation } = await sharp(stored).metadata();
  expect({ exif, width, height, orientation }).toEqual({
    exif: undefined,
    width: 320,
    height: 640,
    orientation: undefined,
  });
  expect(stored.includes("Camera")).toBe(false);
  expect(json.after[0]).toMatch(/\/page\.png$/);
  expect(storedAt(json.after[0]).includes("<script>")).toBe(false);
  const answer = await read(json.after[0], await asRole("viewer"));
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(await answer.text()).not.toContain("<script>");
});

test("an animation stays one, and a PNG keeps every pixel", async () => {
  const { id } = await newSession();
  const frames = await Promise.all(
    ["#f00", "#0f0", "#00f"].map((color) => png({ width: 64, height: 64 }, color)),
  );
  const animation = (format: "gif" | "webp") =>
    sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
  const noise = sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  });
  const sent = await noise.png().toBuffer();
  const { json } = await upload(id, [
    { list: "before", name: "a.gif", bytes: await animation("gif") },
    { list: "before", name: "a.webp", bytes: await animation("webp") },
    { list: "after", name: "noise.png", bytes: sent },
  ]);
  for (const url of json.before) {
    const { pages, pageHeight } = await sharp(storedAt(url), { animated: true }).metadata();
    expect({ pages, pageHeight }).toEqual({ pages: 3, pageHeight: 64 });
  }
  const raw = (bytes: Buffer) => sharp(bytes).raw().toBuffer();
  expect(await raw(storedAt(json.after[0]))).toEqual(await raw(sent));
});

test("names are for show: none leads out of its place", async () => {
  const { id } = await newSession();
  const bytes = await png();
  const names = [
    "../../../etc/passwd",
    "..\\..\\boot.ini",
    "a\u202Egnp.exe",
    ".png",
    `${"n".repeat(400)}.png`,
  ];
  const { json } = await upload(
    id,
    names.map((name) => ({ list: "after", name, bytes })),
  );
  expect(json.after.map((url: string) => decodeURIComponent(url.split("/").at(-1) ?? ""))).toEqual([
    "passwd.png",
    "boot.ini.png",
    "agnp.exe.png",
    "file.png",
    `${"n".repeat(116)}.png`,
  ]);
});
