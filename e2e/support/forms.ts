import type { APIRequestContext, Browser, Page } from "@playwright/test";
import type { Role } from "../../lib/domain/roles.ts";
import { loginOf } from "./world.ts";

/** A form as a page without scripts sends it: the whole request by which its action is called. */
export type SentForm = { path: string; label: string; entries: [name: string, value: string][] };

/** All forms of a page that call an action, with what is filled in. */
export async function formsOf(browser: Browser, role: Role, path: string): Promise<SentForm[]> {
  const context = await browser.newContext({
    baseURL: process.env.E2E_URL,
    storageState: await loginOf(role),
    javaScriptEnabled: false,
  });
  const page = await context.newPage();
  await page.goto(path);
  const forms = await readForms(page);
  await context.close();
  return forms.map((form) => ({ ...form, path }));
}

const readForms = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("form")]
      .map((form) => ({
        label: (form.querySelector("[type=submit]")?.textContent ?? "").trim(),
        entries: [...new FormData(form)].map(
          ([name, value]) => [name, String(value)] as [string, string],
        ),
      }))
      .filter(({ entries }) => entries.some(([name]) => name.startsWith("$ACTION"))),
  );

/** The same form with other values. */
export function filled(form: SentForm, values: Record<string, string>): SentForm {
  const kept = form.entries.filter(([name]) => !Object.hasOwn(values, name));
  return { ...form, entries: [...kept, ...Object.entries(values)] };
}

/** Sends it as a browser would; its outcome is what the rows say. */
export async function send(
  request: APIRequestContext,
  { path, entries }: SentForm,
  headers: Record<string, string> = { origin: process.env.E2E_URL ?? "" },
) {
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return request.post(path, { multipart: body, headers, maxRedirects: 0 });
}
