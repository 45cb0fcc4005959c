// Sessions with few pictures, with thousands, and with two of the size of a long page.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import sharp from "sharp";
import { someSessions } from "./generate.ts";
import { ownerUrl, type Running, secrets } from "./instance.ts";

export const FEW = 20;
export const MANY = 2800;
export const TALL = { width: 1440, height: 4000 };
const FILES = 50;

/** A page with boxes and lines of text, of which `seed` moves some. */
async function screenshot(path: string, { width, height }: typeof TALL, seed: number) {
  const lines = Array.from({ length: Math.floor(height / 40) }, (_, line) => {
    const moved = line % 17 === seed % 17 ? 6 : 0;
    const hue = (line * 47 + (line % 13 === seed % 13 ? 90 : 0)) % 360;
    return `<rect x="${20 + moved}" y="${line * 40 + 4}" width="${200 + ((line * 97) % (width - 260))}" height="30" rx="6" fill="hsl(${hue} 45% 85%)"/>
      <text x="${32 + moved}" y="${line * 40 + 24}" font-size="16" font-family="sans-serif">Line ${line} of the page, ${(line * 7919) % 1000} orders</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="white"/>${lines.join("")}</svg>`;
  await sharp(Buffer.from(svg)).png().toFile(path);
}

/** Sends files into a session as an agent does. Returns their URLs by list. */
async function upload(app: Running, session: string, files: [list: string, path: string][]) {
  const form = new FormData();
  for (const [list, path] of files) {
    form.append(list, new Blob([await readFile(path)]), path.slice(path.lastIndexOf("/") + 1));
  }
  const response = await fetch(`${app.url}/api/evidence/${session}`, {
    method: "POST",
    headers: { authorization: `Bearer ${secrets().secretKey}` },
    body: form,
  });
  if (!response.ok)
    throw new Error(`The upload answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Record<"before" | "after", string[]>;
}

export type Sessions = { few: string; many: string; tall: string; before: string; after: string };

/** Their ids, and the paths of the two large pictures, which are in the folder. */
export async function prepareSessions(app: Running, folder: string): Promise<Sessions> {
  const [few, many, tall] = (await someSessions(3, "can be paused")).map(({ id }) => id) as [
    string,
    string,
    string,
  ];
  const [before, after] = [join(folder, "page-before.png"), join(folder, "page-after.png")];
  await screenshot(before, TALL, 1);
  await screenshot(after, TALL, 2);
  const sql = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
  try {
    await sql`
      update public.exec_implementation_sessions
      set before_screenshots = '{}', after_screenshots = '{}', demo_urls = '{}'
      where id in ${sql([few, many, tall])}`;
    await upload(app, tall, [
      ["before", before],
      ["after", after],
    ]);
    const small: [string, string][] = [];
    for (let i = 0; i < FILES; i++) {
      const path = join(folder, `small-${i}.png`);
      await screenshot(path, { width: 1280, height: 800 }, i);
      small.push([i % 2 === 0 ? "before" : "after", path]);
    }
    const kept = await upload(app, few, small);
    // The same files under many names, as thousands of screenshots of one site are mostly alike.
    const named = (urls: string[], times: number) =>
      Array.from({ length: times }, (_, i) =>
        (urls[i % urls.length] ?? "").replace(/[^/]+$/, `screen-${i}.png`),
      );
    for (const [id, pictures] of [
      [few, FEW],
      [many, MANY],
    ] as const) {
      await sql`
        update public.exec_implementation_sessions
        set before_screenshots = ${named(kept.before, pictures / 2)},
          after_screenshots = ${named(kept.after, pictures / 2)}
        where id = ${id}`;
    }
  } finally {
    await sql.end();
  }
  return { few, many, tall, before, after };
}
