import type { Role } from "../lib/domain/roles.ts";
import { addMember, passwordLink } from "../scripts/accounts.ts";
import {
  agent,
  endAccessToken,
  expect,
  keys,
  mails,
  newSession,
  signIn,
  test,
} from "./support/world.ts";

test.use({ role: null });

const unique = () => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;

async function newMember(role: Role = "viewer") {
  const email = `person-${unique()}@exhibit.test`;
  await addMember(agent(), { email, name: "A person", role, password: "a long password" });
  return email;
}

async function newAccount(password: string) {
  const email = `person-${unique()}@exhibit.test`;
  const { error } = await agent().auth.admin.createUser({ email, password, email_confirm: true });
  expect(error).toBeNull();
  return email;
}

test("somebody outside the team is told whom to ask, and sees no data", async ({ page }) => {
  const marker = "Nothing for outsiders";
  const { id } = await newSession({ performance_metrics: { marker } }, marker);
  const email = await newAccount("a long password");
  await signIn(page, email, "a long password", "/sessions");
  await expect(page.getByRole("heading", { name: "You are not in this team yet" })).toBeVisible();
  await expect(page.getByText(email)).toBeVisible();
  await expect(page.getByText("the platform team")).toBeVisible();
  const json = `/sessions/${id}/json/performance_metrics`;
  for (const path of ["/", "/sessions", `/sessions/${id}`, json]) {
    for (const headers of [{}, { rsc: "1" }] as Record<string, string>[]) {
      const response = await page.request.get(path, { headers });
      expect(await response.text()).not.toContain(marker);
    }
  }
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("somebody who was removed is out with the next click", async ({ page }) => {
  const email = await newMember();
  await signIn(page, email, "a long password");
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  const { data } = await agent().from("team_members").select("user_id").eq("email", email).single();
  await agent().auth.admin.deleteUser(data?.user_id ?? "");
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a new member sets a password by the link of an admin, once", async ({ page, baseURL }) => {
  const email = `person-${unique()}@exhibit.test`;
  await addMember(agent(), { email, name: "A person", role: "reviewer" });
  const link = await passwordLink(agent(), email, baseURL ?? "");
  // Whatever looks at links on their way does not use them up.
  await page.request.get(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText(email)).toBeVisible();

  await page.getByLabel("New password").fill("short");
  await page.getByLabel("The same again").fill("other");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Use 10 characters or more.")).toBeVisible();
  await expect(page.getByLabel("New password")).toBeFocused();

  await page.getByLabel("New password").fill("one that is long");
  await page.getByLabel("The same again").fill("one that is long");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.goto(link);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByText("This link was used or has ended.")).toBeVisible();
  await signIn(page, email, "one that is long", "/sign-in");
  await expect(page.getByText("reviewer", { exact: true })).toBeVisible();
});

test("a new password ends every other login", async ({ page, browser, baseURL }) => {
  const email = await newMember();
  const thief = await browser.newContext({ baseURL });
  const elsewhere = await thief.newPage();
  await signIn(elsewhere, email, "a long password");
  await page.goto(await passwordLink(agent(), email, baseURL ?? ""));
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("New password").fill("one that is long");
  await page.getByLabel("The same again").fill("one that is long");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await endAccessToken(thief);
  await elsewhere.goto("/sessions");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await thief.close();
});

test("a forgotten password is reset by mail, and nothing tells who has an account", async ({
  page,
  baseURL,
}) => {
  const email = await newMember();
  for (const address of [`nobody-${unique()}@exhibit.test`, email]) {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgot your password?" }).click();
    await expect(page.getByRole("heading", { name: "Forgotten password" })).toBeVisible();
    await page.getByLabel("Email").fill(address);
    await page.getByRole("button", { name: "Send a link" }).click();
    await expect(page.getByText("If this address belongs to an account")).toBeVisible();
  }
  const linkFor = () => {
    // Long lines are broken with "=" in a mail, and "=" itself is written "=3D".
    const text = mails().replace(/=\n/g, "").replace(/=3D/g, "=").replace(/&amp;/g, "&");
    const mine = text.slice(Math.max(0, text.lastIndexOf(email)));
    return new RegExp(`${baseURL}/auth/callback\\?token_hash=[0-9a-f]+&type=recovery`).exec(
      mine,
    )?.[0];
  };
  await expect.poll(linkFor).toBeTruthy();
  expect(mails()).not.toContain("nobody-");
  await page.goto(linkFor() ?? "");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByLabel("New password").fill("another long one");
  await page.getByLabel("The same again").fill("another long one");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("nobody makes an account for themselves", async ({ request }) => {
  const { url, publishableKey } = keys();
  for (const path of ["signup", "otp", "magiclink"]) {
    const response = await request.post(`${url}/auth/v1/${path}`, {
      headers: { apikey: publishableKey },
      data: {
        email: `new-${unique()}@exhibit.test`,
        password: "a long password",
        create_user: true,
      },
    });
    expect(response.status()).toBe(404);
  }
});
