import { expect, keys, newSession, test } from "./support/world.ts";

test("neither a page nor a script holds a secret, and every script has the nonce", async ({
  page,
}) => {
  const { id } = await newSession();
  const { secretKey, publishableKey, url } = keys();
  const bodies: string[] = [];
  const problems: string[] = [];
  page.on("response", async (response) => {
    const type = response.headers()["content-type"] ?? "";
    if (/html|javascript|json|x-component/.test(type)) {
      bodies.push(await response.text().catch(() => ""));
    }
  });
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  for (const path of ["/sessions", `/sessions/${id}`]) {
    const response = await page.goto(path, { waitUntil: "networkidle" });
    const policy = response?.headers()["content-security-policy"] ?? "";
    expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(response?.headers()["x-powered-by"]).toBeUndefined();
  }
  expect(problems).toEqual([]);
  expect(bodies.length).toBeGreaterThan(5);
  const text = bodies.join("\n");
  for (const secret of [secretKey, publishableKey, url, "exhibit-login", "service_role"]) {
    expect(text.includes(secret), secret.slice(0, 10)).toBe(false);
  }
});

test("the login is kept where scripts cannot read it, and the start prints no key", async ({
  page,
  context,
}) => {
  await page.goto("/sessions");
  expect(await page.evaluate(() => document.cookie)).not.toContain("exhibit-login");
  const [cookie] = (await context.cookies()).filter(({ name }) => name === "exhibit-login");
  expect(cookie?.httpOnly).toBe(true);
  expect(cookie?.sameSite).toBe("Lax");
  expect(process.env.E2E_OUTPUT).toContain("Exhibit is ready.");
  expect(process.env.E2E_OUTPUT).not.toContain(keys().secretKey);
});
