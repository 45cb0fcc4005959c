// `npm run evidence -- …`, as an agent runs it beside Exhibit.
import { spawn } from "node:child_process";
import { readdirSync, utimesSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { filesFolder, listsOf, png, strayHash, upload, webm } from "./support/uploads.ts";
import { agent, expect, keys, newSession, test } from "./support/world.ts";

async function evidence(...args: string[]) {
  const script = resolve(import.meta.dirname, "../scripts/evidence.ts");
  const child = spawn(process.execPath, [script, ...args], { env: process.env });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (output += text));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  expect(output).not.toContain(keys().secretKey);
  return { code, output };
}

test("uploads all files, or says why none", async () => {
  const folder = await mkdtemp(join(tmpdir(), "exhibit-agent-"));
  const file = (name: string, bytes: Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const [a, b, film] = [
    file("a.png", await png()),
    file("b.png", await png()),
    file("c.webm", webm(500)),
  ];
  const { id } = await newSession();
  const sent = await evidence("upload", id, "--before", a, "--after", a, b, "--demo", film);
  expect(sent.code, sent.output).toBe(0);
  const { before, after, demo } = await listsOf(id);
  expect([before.length, after.length, demo.length]).toEqual([1, 2, 1]);
  for (const url of [...before, ...after, ...demo]) expect(sent.output).toContain(url);

  const refused = await evidence("upload", id, "--before", film);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain("“c.webm” is a film. Screenshots are pictures");
  const missing = await evidence("upload", id, "--after", join(folder, "none.png"));
  expect(missing.output).toContain("none.png cannot be read.");
  expect((await listsOf(id)).after).toEqual(after);
  expect((await evidence("nonsense")).output).toContain("npm run evidence -- upload");
  await rm(folder, { recursive: true });
});

test("lists what nothing uses, and removes only that", async () => {
  const { id } = await newSession();
  const files = [
    { list: "after", name: "kept.png", bytes: await png() },
    { list: "after", name: "free.png", bytes: await png() },
  ];
  const { json } = await upload(id, files);
  const [kept, free] = json.after.map((url: string) => url.split("/").at(-2));
  await agent()
    .from("exec_implementation_sessions")
    .update({ after_screenshots: [json.after[0]] })
    .eq("id", id);
  const [stray, young] = [strayHash(), strayHash()];
  for (const name of [stray, young]) writeFileSync(join(filesFolder(), name), "x");
  utimesSync(join(filesFolder(), stray), 0, 0);

  const listed = await evidence("unused");
  expect(listed.code, listed.output).toBe(0);
  expect(listed.output).toContain(`${free}  image/png`);
  expect(listed.output).toContain(`${stray}  in the store alone`);
  expect(listed.output).not.toContain(kept);
  expect(listed.output).not.toContain(young);
  expect(readdirSync(filesFolder())).toContain(free);

  const removed = await evidence("unused", "--remove");
  expect(removed.output).toMatch(/Removed \d+ files that nothing used/);
  const left = readdirSync(filesFolder());
  expect(left).toEqual(expect.arrayContaining([kept, `${kept}.thumb`, young]));
  for (const name of [free, `${free}.thumb`, stray]) expect(left).not.toContain(name);
  await rm(join(filesFolder(), young));
});
