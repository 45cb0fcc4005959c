import { agent, expect, type Page } from "./world.ts";

let made = 0;
export const newId = () =>
  `SD-E2E-${process.pid}-${Date.now().toString(36)}-${made++}`.toUpperCase();
export const show = (page: Page, id: string, more = "") => page.goto(`/directives/${id}${more}`);
export const said = (page: Page, words: string) =>
  expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
export const entry = (page: Page, title: string) =>
  page.getByRole("region", { name: "Timeline" }).getByRole("listitem").filter({ hasText: title });

export async function rowOf(id: string) {
  const { data, error } = await agent()
    .from("strategic_directives_v2")
    .select("*")
    .eq("id", id)
    .single();
  expect(error).toBeNull();
  return data;
}

export async function newPrd(sd: string, values: Record<string, unknown> = {}) {
  const { error } = await agent()
    .from("product_requirements_v2")
    .insert({ id: `PRD-${sd}`, sd_id: sd, title: "Requirements", ...values } as never);
  expect(error).toBeNull();
}

export async function prdOf(sd: string) {
  const { data, error } = await agent()
    .from("product_requirements_v2")
    .select("*")
    .eq("sd_id", sd)
    .single();
  expect(error).toBeNull();
  return data;
}
