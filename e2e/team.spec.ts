import type { BrowserContext } from "@playwright/test";
import { newEmail, password, startTeam } from "./support/team.ts";
import { expect, type Page, signIn, test } from "./support/world.ts";

// One team for all of them, and its only admin: she stays throughout.
test.describe.configure({ mode: "default" });
test.use({ role: null });

const ADMIN = "Ada Admin";
let team: Awaited<ReturnType<typeof startTeam>>;
let ada: string;
let logins: Awaited<ReturnType<BrowserContext["storageState"]>>;

test.beforeAll(async ({ browser }) => {
  team = await startTeam(ADMIN);
  ada = team.admin;
  const context = await browser.newContext({ baseURL: team.url });
  await signIn(await context.newPage(), ada, password);
  logins = await context.storageState();
  await context.close();
});

test.afterAll(() => team?.stop());

type Open = (email?: string, options?: { javaScriptEnabled?: boolean }) => Promise<Page>;

/** Pages of the team's own instance, each with its own login: the admin's where nobody is named. */
const it = test.extend<{ open: Open }>({
  open: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email, options) => {
      const storageState = email ? undefined : logins;
      const context = await browser.newContext({ baseURL: team.url, storageState, ...options });
      contexts.push(context);
      const page = await context.newPage();
      if (email) await signIn(page, email, password);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

const rail = (page: Page) => page.getByRole("navigation", { name: "Main" });
const said = (page: Page) => page.getByRole("status");
const problem = (page: Page) => page.getByRole("main").getByRole("alert");
const rowOf = (page: Page, email: string) => page.getByRole("row").filter({ hasText: email });

async function invite(page: Page, name: string, email: string, role = "reviewer") {
  await page.goto("/team");
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByLabel("Email").fill(email);
  await roleIn(page).selectOption(role);
  await page.getByRole("button", { name: "Invite" }).click();
}

async function openMember(page: Page, email: string) {
  await page.goto("/team");
  await rowOf(page, email).getByRole("link").click();
  await expect(page).toHaveURL(/\/team\/./);
}

const roleIn = (page: Page) => page.getByRole("combobox", { name: "Role" });

const accountOf = async (email: string) =>
  (await team.sql`select id from auth.users where email = ${email}`)[0]?.id;

it("an admin invites somebody, who comes in by the link, once", async ({ open, browser }) => {
  const page = await open();
  const email = newEmail();
  await invite(page, "Bo Invited", email.toUpperCase());
  const link = await page.getByText(`${team.url}/auth/callback?token_hash=`).textContent();
  await expect(page.getByText("It works once, within an hour")).toBeVisible();
  await expect(said(page).filter({ hasText: "Bo Invited is in the team now" })).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue("");
  await expect(rowOf(page, email)).toContainText("reviewer");
  await expect(rowOf(page, email).getByText("never")).toHaveCount(2);
  await expect(page.getByRole("listitem").filter({ hasText: "Bo Invited" })).toContainText(
    `joined as reviewer by ${ADMIN}`,
  );

  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(link ?? "");
  await theirs.getByRole("button", { name: "Go on" }).click();
  await theirs.getByLabel("New password").fill(password);
  await theirs.getByLabel("The same again").fill(password);
  await theirs.getByRole("button", { name: "Save" }).click();
  await expect(theirs.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
  await expect(theirs.getByRole("link", { name: "Bo Invited" })).toBeVisible();
  await theirs.goto(link ?? "");
  await theirs.getByRole("button", { name: "Go on" }).click();
  await expect(theirs.getByText("This link was used or has ended.")).toBeVisible();
  await context.close();

  await page.reload();
  await expect(page.getByText("token_hash=")).toHaveCount(0);
  // Coming by the link was a sign-in too.
  await expect(rowOf(page, email).getByText("never")).toHaveCount(1);
});

it("an account that is there already is taken in and keeps its password", async ({ open }) => {
  const email = newEmail();
  await team.service.auth.admin.createUser({ email, password, email_confirm: true });
  const page = await open();
  await invite(page, "Cy Known", email, "viewer");
  await expect(said(page).filter({ hasText: "keeps its password" })).toBeVisible();
  const theirs = await open(email);
  await expect(theirs.getByText("viewer", { exact: true })).toBeVisible();

  await invite(page, "Cy Again", email);
  await expect(problem(page)).toHaveText(/This person is in the team already/);
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Cy Again");
  await expect(rowOf(page, email)).toContainText("Cy Known");
});

it("an invitation that fails says where, and leaves nothing behind", async ({ open }) => {
  const page = await open();
  await page.goto("/team");
  await page.getByRole("button", { name: "Invite" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await expect(page.getByText("Enter an email address")).toBeVisible();

  await team.sql`
    alter table public.team_members add constraint unwanted check (name <> 'Nobody Wanted')`;
  const email = newEmail();
  await invite(page, "Nobody Wanted", email);
  await expect(problem(page)).toContainText("The database does not take this value.");
  expect(await accountOf(email)).toBeUndefined();
  await invite(page, "Somebody Wanted", email);
  await expect(rowOf(page, email)).toContainText("Somebody Wanted");
  expect(await accountOf(email)).toBeTruthy();
});

it("a changed role counts from the next click", async ({ open }) => {
  const email = await team.add("Di Rising", "reviewer");
  const theirs = await open(email);
  await expect(rail(theirs).getByRole("link", { name: "Team" })).toHaveCount(0);
  const page = await open();
  await openMember(page, email);
  await roleIn(page).selectOption("admin");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(said(page).filter({ hasText: "Di Rising is admin now." })).toBeVisible();
  await expect(roleIn(page)).toHaveValue("admin");
  await theirs.reload();
  await rail(theirs).getByRole("link", { name: "Team" }).click();
  await expect(rowOf(theirs, email)).toContainText("admin");

  await roleIn(page).selectOption("viewer");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(said(page).filter({ hasText: "Di Rising is viewer now." })).toBeVisible();
  await theirs.getByRole("textbox", { name: "Name" }).fill("Too Late");
  await theirs.getByLabel("Email").fill(newEmail());
  await theirs.getByRole("button", { name: "Invite" }).click();
  await expect(problem(theirs)).toContainText("Admins can do this; you are a viewer.");
  await theirs.reload();
  await expect(theirs.getByText("Admins manage the team")).toBeVisible();
});

it("the last admin is told before the click, and shown it where others were faster", async ({
  open,
}) => {
  const page = await open();
  await page.goto("/team");
  await expect(rowOf(page, ada)).toContainText("the last one");
  await openMember(page, ada);
  await expect(page.getByText("is the last admin and stays one")).toBeVisible();
  await expect(page.getByText("The last admin cannot be removed.")).toBeVisible();
  await expect(page.getByRole("button", { name: /change the role|remove/i })).toHaveCount(0);

  const other = await team.add("Ed Passing", "admin");
  await page.reload();
  await roleIn(page).selectOption("viewer");
  await page.getByLabel(`Yes, remove ${ADMIN}`).check();
  await team.service.from("team_members").delete().eq("email", other);
  await page.getByRole("button", { name: "Remove yourself" }).click();
  await expect(page.getByText("The last admin cannot be removed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: ADMIN })).toBeVisible();
});

it("a reviewer and a viewer are told who can help", async ({ open }) => {
  for (const role of ["reviewer", "viewer"] as const) {
    const page = await open(await team.add("Flo Reader", role));
    for (const path of ["/team", `/team/${await accountOf(ada)}`]) {
      await page.goto(path);
      await expect(page.getByText(`You are a ${role}.`)).toContainText(`ask ${ADMIN}`);
      await expect(page.getByText(ada)).toHaveCount(0);
      await expect(page.locator("main form")).toHaveCount(0);
    }
  }
});

it("a member takes another name, which the history tells", async ({ open }) => {
  const page = await open(await team.add("Gil Before", "viewer"));
  await page.getByRole("link", { name: "Gil Before" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(" ");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await page.getByRole("textbox", { name: "Name" }).fill("Gil After");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("banner").getByText("Gil After")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("Gil After");
  const admin = await open();
  await admin.goto("/team");
  const event = admin.getByRole("listitem").filter({ hasText: "Gil After" });
  await expect(event).toContainText("Gil Before is called Gil After now by Gil After");
});

it("signing out everywhere ends the other login too", async ({ open }) => {
  const email = await team.add("Hal Careful", "reviewer");
  const [page, elsewhere] = [await open(email), await open(email)];
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await elsewhere.goto("/sessions");
  await expect(elsewhere).toHaveURL(/\/sign-in/);
  await signIn(elsewhere, email, password, elsewhere.url());
  await expect(elsewhere).toHaveURL(/\/sessions$/);
});

it("somebody who is removed is out at once, with their account", async ({ open }) => {
  const email = await team.add("Ida Leaving", "reviewer");
  const theirs = await open(email);
  const page = await open();
  await openMember(page, email);
  await expect(page.getByText("they hold no review")).toBeVisible();
  await page.getByRole("button", { name: "Remove from the team" }).click();
  await expect(page.getByText("Tick this to remove them.")).toBeVisible();
  await expect(page.getByLabel("Yes, remove Ida Leaving")).toBeFocused();
  await page.getByLabel("Yes, remove Ida Leaving").check();
  await page.getByRole("button", { name: "Remove from the team" }).click();
  await expect(page).toHaveURL(/\/team$/);
  await expect(said(page).filter({ hasText: "their login is gone" })).toBeVisible();
  await expect(rowOf(page, email)).toHaveCount(0);
  expect(await accountOf(email)).toBeUndefined();
  await theirs.goto("/sessions");
  await expect(theirs).toHaveURL(/\/sign-in/);
});

it("an account that outlives its member is named, with what to do", async ({ open }) => {
  const email = await team.add("Jo Sticky", "viewer");
  await team.sql.unsafe(`
    create function public.stay() returns trigger language plpgsql as
      $$ begin raise exception 'stays'; end $$;
    create trigger stay before delete on auth.users for each row
      when (old.email = '${email}') execute function public.stay()`);
  const page = await open();
  const remove = async () => {
    await openMember(page, email);
    await page.getByLabel("Yes, remove Jo Sticky").check();
    await page.getByRole("button", { name: "Remove from the team" }).click();
    await expect(page).toHaveURL(/\/team$/);
  };
  await remove();
  const words = said(page).filter({ hasText: "their account could not be deleted" });
  await expect(words).toContainText(`Invite ${email} again, then remove them again.`);
  await team.sql`drop trigger stay on auth.users`;
  await invite(page, "Jo Sticky", email);
  await expect(rowOf(page, email)).toBeVisible();
  await remove();
  await expect(rowOf(page, email)).toHaveCount(0);
  expect(await accountOf(email)).toBeUndefined();
});

it("all of it works without JavaScript", async ({ open }) => {
  const page = await open("", { javaScriptEnabled: false });
  const email = newEmail();
  await invite(page, "", email);
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(email);
  await invite(page, "Kai Plain", email, "viewer");
  await expect(page.getByText("token_hash=")).toBeVisible();
  await expect(page.getByText("Kai Plain is in the team now: viewer.")).toBeVisible();
  await openMember(page, email);
  await page.getByRole("button", { name: "Make a link" }).click();
  await expect(page.getByText("token_hash=")).toBeVisible();
  await roleIn(page).selectOption("reviewer");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByText("Kai Plain is reviewer now.")).toBeVisible();
  await page.getByLabel("Yes, remove Kai Plain").check();
  await page.getByRole("button", { name: "Remove from the team" }).click();
  await expect(page.getByText("their login is gone")).toBeVisible();
  await expect(rowOf(page, email)).toHaveCount(0);
});
