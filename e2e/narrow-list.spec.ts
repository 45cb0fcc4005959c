import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { startExhibit } from "./support/instance.ts";
import { expectAccessible } from "./support/looks.ts";
import { demoPassword, expect, keys, signIn, test } from "./support/world.ts";

// The app in front of a backend that gives up what asks for failed sessions, and all counts.
test.describe.configure({ mode: "serial" });
test.use({ role: null });

let server: Server;
let app: Awaited<ReturnType<typeof startExhibit>>;

const gaveUp = {
  code: "57014",
  message: "canceling statement due to statement timeout",
  details: null,
  hint: null,
};

test.beforeAll(async () => {
  const backend = new URL(keys().url);
  server = createServer(async (incoming, answer) => {
    const { method, headers, url: path = "" } = incoming;
    const body = Buffer.concat(await Array.fromAsync(incoming).catch(() => []));
    const isSlow =
      path.includes("/rpc/session_facets") ||
      (path.includes("/rpc/list_sessions") && body.includes('"failed"'));
    if (isSlow) {
      answer.writeHead(500, { "content-type": "application/json" }).end(JSON.stringify(gaveUp));
      return;
    }
    const { hostname, port } = backend;
    request({ hostname, port, method, headers, path }, (theirs) => {
      answer.writeHead(theirs.statusCode ?? 502, theirs.headers);
      theirs.pipe(answer);
    })
      .on("error", () => answer.destroy())
      .end(body);
  });
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.address() as AddressInfo;
  app = await startExhibit({
    NEXT_PUBLIC_SUPABASE_URL: `http://127.0.0.1:${port}`,
    NEXT_PUBLIC_SUPABASE_ANON_KEY: keys().publishableKey,
    SUPABASE_SERVICE_ROLE_KEY: keys().secretKey,
  });
});
test.afterAll(async () => {
  await app?.stop();
  server?.close();
});

test("a list that takes too long says how to narrow it, and its filters go on working", async ({
  page,
}) => {
  const list = `${app.url}/sessions?status=failed&sort=quality-low`;
  await signIn(page, "viewer@exhibit.test", demoPassword(), list);
  await expect(page.getByText("This combination takes too long")).toBeVisible();
  await expect(page.getByText("Narrow it: add a directive, a status or dates.")).toBeVisible();
  await expect(page.locator("table")).toHaveCount(0);
  await expect(page.getByRole("combobox", { name: "Order" })).toHaveValue("quality-low");
  await expectAccessible(page);

  const narrower = page.getByRole("list", { name: "Narrower lists" });
  await expect(narrower.getByRole("link", { name: "Of the last 30 days" })).toHaveAttribute(
    "href",
    /status=failed&from=\d{4}-\d\d-\d\d&sort=quality-low/,
  );
  await narrower.getByRole("link", { name: "Active ones" }).click();
  await expect(page).toHaveURL(/status=active&sort=quality-low/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

test("counts that do not come leave nothing behind", async ({ page }) => {
  await signIn(page, "viewer@exhibit.test", demoPassword(), `${app.url}/sessions`);
  await page.locator("summary").filter({ hasText: "Status" }).click();
  await expect(page.getByRole("checkbox", { name: "failed", exact: true })).toBeVisible();
  await expect(page.locator(".facet").first()).toBeEmpty();
});
