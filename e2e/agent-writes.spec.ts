import { createClient } from "@supabase/supabase-js";
import { expect, keys, newDirective, test } from "./support/world.ts";

test("an agent's session is on the page a second later", async ({ page }) => {
  const directive = await newDirective("What an agent was asked to build");
  const { url, secretKey } = keys();

  // From here on as agents do it: the URL, the service key, and supabase-js alone.
  const client = createClient(url, secretKey, { auth: { persistSession: false } });
  const sd = await client.from("strategic_directives_v2").select("*").eq("id", directive).single();
  expect(sd.data.title).toBe("What an agent was asked to build");
  await client
    .from("product_requirements_v2")
    .insert({ id: `PRD-${directive}`, sd_id: directive, title: "Its requirements" });
  const prd = await client
    .from("product_requirements_v2")
    .select("id")
    .eq("sd_id", directive)
    .single();
  const active = await client
    .from("exec_implementation_sessions")
    .select("*")
    .eq("sd_id", directive)
    .eq("status", "active")
    .single();
  expect(active.error?.code).toBe("PGRST116");
  const inserted = await client
    .from("exec_implementation_sessions")
    .insert({
      sd_id: directive,
      prd_id: prd.data?.id,
      status: "active",
      implementation_type: "API_ENDPOINT",
      quality_gates: ["Load testing completion", "Runbook written"],
      pre_impl_checklist: { sd_validated: true, prd_available: true, passed: true },
    })
    .select()
    .single();
  expect(inserted.error).toBeNull();

  await page.goto(`/sessions?q=${directive}`);
  const row = page.locator("tbody").getByRole("link", { name: new RegExp(directive) });
  await expect(row.first()).toBeVisible({ timeout: 1_000 });
  await row.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("What an agent was asked");
  await expect(page.getByText("Security vulnerability scan")).toBeVisible();
  await expect(page.getByText("Runbook written")).toBeVisible();

  const finished = await client
    .from("exec_implementation_sessions")
    .update({
      status: "completed",
      quality_score: 88,
      implementation_progress: 100,
      sub_agent_results: [
        {
          sub_agent_type: "SECURITY",
          activation_reason: "New endpoint",
          status: "PASS",
          summary: "No finding above low severity",
          score: 92,
          executed_at: new Date().toISOString(),
        },
      ],
    })
    .eq("id", inserted.data.id);
  expect(finished.error).toBeNull();
  await page.reload();
  await expect(page.getByText("No finding above low severity")).toBeVisible();
  const after = await client
    .from("strategic_directives_v2")
    .select("status")
    .eq("id", directive)
    .single();
  expect(after.data?.status).toBe("implementation_complete");
});
