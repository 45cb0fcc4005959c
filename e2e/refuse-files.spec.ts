// What is no picture and no film, or only claims to be, is refused with a sentence, and nothing is kept.
import { request } from "node:http";
import sharp from "sharp";
import {
  appUrl,
  leftOf,
  listsOf,
  nothing,
  ownSize,
  png,
  pngHeader,
  type Sent,
  temporaryUploads,
  upload,
  webm,
  withKey,
} from "./support/uploads.ts";
import { expect, newSession, test } from "./support/world.ts";

const script = "<script>alert(1)</script>";

/** Sent after a good picture, which is not kept either. */
const refused = async (bad: Sent[], status: number, words: RegExp) => {
  const { id } = await newSession();
  const size = ownSize();
  const good = { list: "before", name: "good.png", bytes: await png(size) };
  const answer = await upload(id, [good, ...bad]);
  expect(answer.json.error).toMatch(words);
  expect(answer.status).toBe(status);
  expect(await leftOf(size)).toEqual(nothing);
  expect(await listsOf(id)).toEqual({ before: [], after: [], demo: [] });
};
const pngNamed = (name: string, bytes: Buffer): Sent => ({
  list: "after",
  name,
  bytes,
  type: "image/png",
});
const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)">${script}</svg>`;

test("what is no picture, whatever it is called", async () => {
  await refused([pngNamed("a.png", Buffer.from(script))], 415, /“a.png” is no picture/);
  await refused(
    [pngNamed("a.png", Buffer.from(`<!doctype html>${script}`))],
    415,
    /“a.png” is no picture/,
  );
  await refused([pngNamed("a.svg", Buffer.from(svg))], 415, /“a.svg” is no picture/);
  await refused(
    [pngNamed("a.png", Buffer.from(`<?xml version="1.0"?>${svg}`))],
    415,
    /“a.png” is no picture/,
  );
  await refused([pngNamed("x.png", Buffer.from("%PDF-1.7 x"))], 415, /“x.png” is no picture/);
});

test("a picture that is broken, empty or a bomb", async () => {
  const whole = await sharp({
    create: {
      width: 400,
      height: 400,
      channels: 3,
      background: "#fff",
      noise: { type: "gaussian", mean: 128, sigma: 50 },
    },
  })
    .png()
    .toBuffer();
  await refused(
    [pngNamed("cut.png", whole.subarray(0, whole.length / 2))],
    422,
    /“cut.png” is damaged or cut off/,
  );
  await refused(
    [pngNamed("bomb.png", pngHeader(50_000, 50_000))],
    413,
    /“bomb.png” has 50000 × 50000 pixels. A picture may have 50 million/,
  );
  await refused([pngNamed("lie.png", pngHeader(2_000_000_000, 1))], 422, /“lie.png”/);
  await refused([pngNamed("head.png", pngHeader(800, 800))], 422, /“head.png” is damaged/);
  await refused([pngNamed("none.png", Buffer.alloc(0))], 422, /“none.png” is empty/);
});

test("a film among pictures, and a picture among films", async () => {
  await refused([{ list: "after", name: "f.webm", bytes: webm(2000) }], 422, /“f.webm” is a film/);
  await refused([{ list: "demo", name: "p.png", bytes: await png() }], 422, /“p.png” is a picture/);
  await refused([{ list: "report", name: "p.png", bytes: await png() }], 400, /not “report”/);
});

test("too much", async () => {
  const large = Buffer.concat([await png(), Buffer.alloc(21 * 1024 * 1024)]);
  await refused([pngNamed("large.png", large)], 413, /“large.png” is larger than 20 MB/);
  await refused(
    [{ list: "demo", name: "large.webm", bytes: webm(101 * 1024 * 1024) }],
    413,
    /“large.webm” is larger than 100 MB/,
  );
  const tiny = await png();
  const many = Array.from({ length: 100 }, (_, n) => pngNamed(`${n}.png`, tiny));
  await refused(many, 413, /100 files/);
  // All together: answered by what it says of itself, before it is sent.
  const { id } = await newSession();
  const answer = await new Promise<string>((done, failed) => {
    const outgoing = request(`${appUrl()}/api/evidence/${id}`, {
      method: "POST",
      headers: {
        ...withKey(),
        "content-type": "multipart/form-data; boundary=edge",
        "content-length": 600 * 1024 * 1024,
      },
    });
    outgoing.on("response", async (response) => {
      const parts = await response.toArray();
      done(`${response.statusCode} ${Buffer.concat(parts)}`);
      outgoing.destroy();
    });
    outgoing.on("error", failed);
    outgoing.flushHeaders();
  });
  expect(answer).toBe('413 {"error":"One upload may hold 500 MB in all."}');
});

test("what is in no session, or in no form", async () => {
  const file = { list: "after", name: "a.png", bytes: await png() };
  for (const session of [crypto.randomUUID(), "nonsense", "..%2f..%2fetc", "%00"]) {
    const { status, json } = await upload(session, [file]);
    expect([400, 404], session).toContain(status);
    if (status === 404) expect(json.error).toBe("There is no such session.");
  }
  const { id } = await newSession();
  const post = (body: string, type: string) =>
    fetch(`${appUrl()}/api/evidence/${id}`, {
      method: "POST",
      body,
      headers: { ...withKey(), "content-type": type },
    });
  expect((await post("{}", "application/json")).status).toBe(415);
  expect((await post("x", "multipart/form-data")).status).toBe(415);
  expect((await post("no parts at all", "multipart/form-data; boundary=x")).status).toBe(400);
});

test("an upload that is cut leaves nothing, not even for a while", async () => {
  const { id } = await newSession();
  const size = ownSize();
  const body = Buffer.from(await new Response(formBody(await png(size))).arrayBuffer());
  const boundary = "edge";
  const send = (part: Buffer, length: number, end: boolean) =>
    new Promise<number>((done) => {
      const outgoing = request(`${appUrl()}/api/evidence/${id}`, {
        method: "POST",
        headers: {
          ...withKey(),
          "content-type": `multipart/form-data; boundary=${boundary}`,
          "content-length": length,
        },
      });
      outgoing.on("response", (answer) => {
        answer.resume();
        done(answer.statusCode ?? 0);
      });
      outgoing.on("error", () => done(-1));
      outgoing.write(part);
      if (end) outgoing.end();
      else setTimeout(() => outgoing.destroy(), 300);
    });
  const before = temporaryUploads().length;
  // The connection breaks.
  expect(await send(body.subarray(0, body.length / 2), body.length, false)).toBe(-1);
  // It ends as a connection does, but not as a form does.
  const half = body.subarray(0, body.length - 200);
  expect(await send(half, half.length, true)).toBe(400);
  await expect.poll(() => temporaryUploads().length).toBeLessThanOrEqual(before);
  expect(await leftOf(size)).toEqual(nothing);
  expect(await listsOf(id)).toEqual({ before: [], after: [], demo: [] });
});

function formBody(bytes: Buffer): Blob {
  const head = `--edge\r\ncontent-disposition: form-data; name="after"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n`;
  return new Blob([head, bytes as unknown as BlobPart, "\r\n--edge--\r\n"]);
}
