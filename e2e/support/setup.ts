import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../supabase/tests/support/backend.ts";
import { startExhibit } from "./instance.ts";
import { startMailbox } from "./mailbox.ts";

/** One instance with the demo data for all specs. */
export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), "exhibit-e2e-"));
  const mailbox = await startMailbox(join(folder, "mails"));
  const cleanups: (() => unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
    mailbox.stop,
  ];
  const teardown = async () => {
    for (const cleanup of cleanups.reverse()) await cleanup();
  };
  try {
    process.env.EXHIBIT_DATA = folder;
    const exhibit = await startExhibit({
      EXHIBIT_DATA: folder,
      EXHIBIT_API_PORT: String(await freePort()),
      EXHIBIT_DB_PORT: String(await freePort()),
      EXHIBIT_SMTP: `smtp://127.0.0.1:${mailbox.port}?from=exhibit@exhibit.test`,
      EXHIBIT_CONTACT: "the platform team",
      EXHIBIT_FRAME_HOSTS: "loom.com, demo.example.com",
    });
    cleanups.push(exhibit.stop);
    process.env.E2E_URL = exhibit.url;
    process.env.E2E_OUTPUT = exhibit.output();
  } catch (error) {
    await teardown();
    throw error;
  }
  return teardown;
}
