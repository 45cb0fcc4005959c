// What the coding agents do, with nothing but the URL and the service key.
import { createClient } from "@supabase/supabase-js";
import { beforeAll, describe, expect, test } from "vitest";
import { owner, shared } from "./support/clients.ts";
import { makeDirective } from "./support/rows.ts";
import { unique } from "./support/unique.ts";

const sql = owner();
const supabase = createClient(shared().url, shared().secrets.secretKey);
const sessions = () => supabase.from("exec_implementation_sessions");

describe("an agent", () => {
  let sd_id: string;
  let prd_id: string;

  beforeAll(async () => {
    sd_id = await makeDirective(sql);
    prd_id = unique("PRD");
    await sql`
      insert into public.product_requirements_v2 (id, directive_id, title, exec_checklist)
      values (${prd_id}, ${sd_id}, 'Bottom bar', '[{"text": "Build it", "checked": false}]')`;
  });

  test("looks up its directive and PRD, starts a session, reports and completes it", async () => {
    const directive = await supabase
      .from("strategic_directives_v2")
      .select("*")
      .eq("id", sd_id)
      .single();
    expect(directive.data).toMatchObject({ id: sd_id, status: "in_progress" });
    const prd = await supabase
      .from("product_requirements_v2")
      .select("*")
      .eq("sd_id", sd_id)
      .single();
    expect(prd.data).toMatchObject({
      id: prd_id,
      exec_checklist: [{ text: "Build it", checked: false }],
    });

    const running = () => sessions().select("*").eq("sd_id", sd_id).eq("status", "active").single();
    const none = await running();
    expect([none.status, none.error?.code, none.data]).toEqual([406, "PGRST116", null]);

    const row = {
      sd_id,
      prd_id,
      implementation_type: "UI_COMPONENT",
      pre_impl_checklist: { sd_validated: true, prd_available: true, passed: true },
      quality_gates: ["Unit test coverage ≥80%", "Code review completion"],
    };
    const made = await sessions().insert(row).select().single();
    expect(made.error).toBeNull();
    expect(made.data).toMatchObject({
      ...row,
      status: "active",
      sub_agent_results: [],
      demo_urls: null,
    });
    expect(made.data.started_at).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+\+00:00$/);
    const { id } = made.data;
    expect((await running()).data).toEqual(made.data);

    const checkpoints = () =>
      supabase.from("exec_quality_checkpoints").select("*").eq("session_id", id);
    expect((await checkpoints()).data).toHaveLength(6);

    const results = [
      {
        sub_agent_type: "SECURITY",
        activation_reason: "Touches sign-in",
        status: "PASS",
        summary: 'No "open" findings: {}',
        score: 92,
        executed_at: "2026-11-22T13:31:04.000Z",
      },
    ];
    const report = {
      sub_agent_results: results,
      performance_metrics: { lcp_ms: 812.5, budget: null },
      before_screenshots: ["https://example.com/a,b.png", 'https://example.com/"q".png'],
      after_screenshots: [],
      implementation_progress: 60,
    };
    const reported = await sessions().update(report).eq("id", id).select().single();
    expect(reported.data).toMatchObject(report);
    await supabase
      .from("exec_quality_checkpoints")
      .update({
        is_complete: true,
        completed_by: "TESTING",
        evidence_url: "https://example.com/run",
      })
      .eq("session_id", id)
      .eq("checkpoint_name", "Unit test coverage ≥80%");
    expect((await checkpoints()).data?.filter((each) => each.is_complete)).toHaveLength(1);
    await supabase.from("exec_sub_agent_activations").insert({
      session_id: id,
      sd_id,
      sub_agent_type: "SECURITY",
      activation_reason: "r",
      execution_status: "PASS",
      severity: "LOW",
      summary: "s",
      details: results,
      recommendations: ["Keep it so"],
    });
    const latest = await supabase.rpc("get_latest_exec_session", { p_sd_id: sd_id });
    expect(latest.data).toMatchObject([
      { session_id: id, activation_count: 1, completed_checkpoint_count: 1 },
    ]);

    const completed = await sessions()
      .update({ status: "completed", quality_score: 88 })
      .eq("id", id);
    expect(completed.error).toBeNull();
    const after = await supabase
      .from("strategic_directives_v2")
      .select("status")
      .eq("id", sd_id)
      .single();
    expect(after.data?.status).toBe("implementation_complete");
    expect((await running()).error?.code).toBe("PGRST116");
  });
});

test("twenty agents at once on one directive: one gets the session", async () => {
  const sd_id = await makeDirective(sql);
  const tries = Array.from({ length: 20 }, () =>
    sessions().insert({ sd_id, implementation_type: "API_ENDPOINT" }),
  );
  const answers = (await Promise.all(tries)).map(({ status, error }) =>
    `${status} ${error?.code ?? ""}`.trim(),
  );
  expect(answers.sort()).toEqual(["201", ...Array(19).fill("409 23505")]);
  const made = await sql`select id from public.exec_implementation_sessions where sd_id = ${sd_id}`;
  expect(made).toHaveLength(1);
  const checkpoints = await sql`select from public.exec_quality_checkpoints where sd_id = ${sd_id}`;
  expect(checkpoints).toHaveLength(6);
});
