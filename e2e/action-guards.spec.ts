// Every form of a session and of its review, sent by those who may not and in ways that nobody may:
// what is not allowed leaves no trace in the rows.
import type { APIRequestContext, Browser } from "@playwright/test";
import type { Sql } from "../scripts/backend/database.ts";
import { filled, formsOf, type SentForm, send } from "./support/forms.ts";
import { strangersPage } from "./support/people.ts";
import { everythingOf, owner } from "./support/rows.ts";
import { agent, expect, loginOf, newSession, signIn, test } from "./support/world.ts";

test.describe.configure({ timeout: 300_000 });

let sql: Sql;
test.beforeAll(() => {
  sql = owner();
});
test.afterAll(async () => {
  await sql.end();
});

/** What each form needs beyond what it holds, by its button; what is not here is none of these pages'. */
const complete: Record<string, Record<string, string>> = {
  Reopen: { reason: "To try" },
  "Save the scores": { codeQuality: "77" },
  Save: { progress: "55", coverage: "44" },
  "Save the gates": { gates: "Another gate" },
  "Add the checkpoint": { name: "Another checkpoint" },
  "Save the checkpoint": { note: "Seen" },
  "Waive it": { reason: "No device", until: tomorrow() },
  "Record the result": { activationReason: "New", summary: "Fine" },
  "Prepare the hand-off": { summary: "Built" },
  Ready: {},
  "Save the checklist": { added: "read_the_docs" },
  Submit: { verdict: "request_changes", body: "Not yet" },
  "Take it": {},
  Skip: {},
  Complete: {},
  "Delete this session": { sure: "on" },
};

function tomorrow() {
  return new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
}

/** A completed session with a hand-off that is being prepared. */
async function makeSession() {
  const session = await newSession({ quality_score: 80 });
  const { id, sd_id } = session;
  const done = await agent()
    .from("exec_implementation_sessions")
    .update({ status: "completed" })
    .eq("id", id);
  expect(done.error).toBeNull();
  const handoff = { session_id: id, sd_id, implementation_summary: "s" };
  expect((await agent().from("exec_handoff_preparations").insert(handoff)).error).toBeNull();
  return session;
}

const pagesOf = (id: string) => [`/sessions/${id}`, `/reviews?session=${id}`];

/** The forms of these pages as an admin gets them, the first of each kind, filled in. */
async function formsFor(browser: Browser, pages: string[]): Promise<SentForm[]> {
  const found = await Promise.all(pages.map((path) => formsOf(browser, "admin", path)));
  return (
    found
      .flat()
      // A checkpoint's button has its name, too.
      .map((form) => ({ ...form, label: form.label.replace(/^Complete .*/, "Complete") }))
      .filter(({ label }, index, all) => all.findIndex((each) => each.label === label) === index)
      .filter(({ label }) => Object.hasOwn(complete, label))
      .map((form) => filled(form, complete[form.label] ?? {}))
  );
}

async function prepare(browser: Browser) {
  const session = await makeSession();
  const forms = await formsFor(browser, pagesOf(session.id));
  expect(forms.map(({ label }) => label).sort()).toEqual(Object.keys(complete).sort());
  return { ...session, forms };
}

type Prepared = Awaited<ReturnType<typeof prepare>>;
type Try = (form: SentForm) => Promise<unknown>;

async function expectNoTrace({ sd_id, forms }: Prepared, attempt: Try, what: string) {
  const before = await everythingOf(sql, sd_id);
  expect(before.length).toBeGreaterThan(5);
  for (const form of forms) await attempt(form);
  expect(await everythingOf(sql, sd_id), what).toEqual(before);
}

type Playwright = { request: { newContext: (options: object) => Promise<APIRequestContext> } };
type Login = Awaited<ReturnType<typeof loginOf>>;
const as = (playwright: Playwright, storageState?: Login) =>
  playwright.request.newContext({ baseURL: process.env.E2E_URL, storageState });

test("each form does what it says for an admin, and once when it is sent twice", async ({
  browser,
  playwright,
}) => {
  const admin = await as(playwright, await loginOf("admin"));
  const { id, forms } = await prepare(browser);
  for (const { label, path } of forms) {
    const own = await makeSession();
    const same = await formsFor(browser, [path.replace(id, own.id)]);
    const form = same.find((each) => each.label === label) as SentForm;
    const before = await everythingOf(sql, own.sd_id);
    await send(admin, form);
    const after = await everythingOf(sql, own.sd_id);
    expect(after, label).not.toEqual(before);
    // The newest event names who it was.
    const [event] = await sql`
      select actor from public.exec_session_events where sd_id = ${own.sd_id} order by id desc limit 1`;
    expect(event?.actor, label).toMatch(/^[0-9a-f-]{36}$/);
    await send(admin, form);
    expect(await everythingOf(sql, own.sd_id), `${label}, sent twice`).toEqual(after);
  }
  await admin.dispose();
});

test("strangers, people outside the team and viewers leave no trace", async ({
  browser,
  playwright,
}) => {
  const prepared = await prepare(browser);
  const stranger = await as(playwright);
  const viewer = await as(playwright, await loginOf("viewer"));
  const email = `outside-${Date.now().toString(36)}@exhibit.test`;
  const account = { email, password: "a long password", email_confirm: true };
  expect((await agent().auth.admin.createUser(account)).error).toBeNull();
  const page = await strangersPage(browser);
  await signIn(page, email, account.password);
  for (const [who, request] of Object.entries({ stranger, viewer, outsider: page.request })) {
    await expectNoTrace(prepared, (form) => send(request, form), who);
  }
  await page.close();
  await stranger.dispose();
  await viewer.dispose();
});

test("a reviewer leaves no trace of what only admins may", async ({ browser, playwright }) => {
  const prepared = await prepare(browser);
  const reviewer = await as(playwright, await loginOf("reviewer"));
  const forms = prepared.forms.filter(({ label }) => /^(Waive|Delete)/.test(label));
  expect(forms).toHaveLength(2);
  await expectNoTrace({ ...prepared, forms }, (form) => send(reviewer, form), "reviewer");
  await reviewer.dispose();
});

test("what comes from elsewhere, or was tampered with, leaves no trace", async ({
  browser,
  playwright,
}) => {
  const prepared = await prepare(browser);
  const admin = await as(playwright, await loginOf("admin"));
  const own = process.env.E2E_URL ?? "";
  const elsewhere: Record<string, string>[] = [
    { origin: "https://evil.example" },
    {},
    { origin: "null" },
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    { origin: "https://evil.example", "x-forwarded-host": new URL(own).host },
  ];
  for (const headers of elsewhere) {
    await expectNoTrace(prepared, (form) => send(admin, form, headers), JSON.stringify(headers));
  }
  const [someone] = await sql`select user_id from public.team_members limit 1`;
  const changed: Record<string, (form: SentForm) => SentForm> = {
    "in somebody else's name": (form) =>
      filled(form, { actor: someone?.user_id, p_actor: someone?.user_id }),
    "an action that this build does not have": (form) => ({
      ...form,
      entries: form.entries.map(([name, value]) => [
        name,
        name.startsWith("$ACTION") ? value.replace(/[0-9a-f]{40,}/, "0".repeat(42)) : value,
      ]),
    }),
    "more than anybody types": (form) => filled(form, { note: "x".repeat(1_500_000) }),
    "an id that is none": (form) => filled(form, { session: "'; drop table team_members; --" }),
  };
  for (const [what, change] of Object.entries(changed)) {
    await expectNoTrace(prepared, (form) => send(admin, change(form)), what);
  }
  await admin.dispose();
});
