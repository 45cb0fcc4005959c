// Sessions in any number, the same ones each time but for ids and the day they
// count back from: what looks random follows from the number.
import postgres from "postgres";
import { history } from "./history.ts";
import { ownerUrl } from "./instance.ts";
import { follow } from "./triggers.ts";

/** Each directive has a session in four of the five statuses, as their uniqueness allows. */
const PER_DIRECTIVE = 4;

const helpers = `
  -- One of \`choices\` numbers from 0 on.
  create function pg_temp.pick(seed text, choices integer) returns integer language sql immutable as
    $$ select ((hashtextextended(seed, 0) & 2147483647) % choices)::integer $$;
  create function pg_temp.one_of(seed text, choices text[]) returns text language sql immutable as
    $$ select choices[1 + pg_temp.pick(seed, cardinality(choices))] $$;
  create function pg_temp.pictures(seed text, side text, up_to integer) returns text[] language sql immutable as
    $$ select array_agg(format('https://pictures.example.com/%s/%s-%s.png', md5(seed), side, i))
       from generate_series(1, pg_temp.pick(seed || side, up_to + 1)) i $$;
  create function pg_temp.sentence(seed text, words integer) returns text language sql immutable as
    $$ select string_agg(pg_temp.one_of(seed || i, '{the,orders,table,keeps,its,filter,after,reload,and,shows,a,calm,message,when,no,answer,comes,within,two,seconds,for,every,workspace,checked,by,hand,once}'), ' ')
       from generate_series(1, words) i $$;
`;

const directives = (count: number) => `
  insert into public.strategic_directives_v2 (id, title, status, category, priority, description,
    rationale, scope, target_application, sd_type, current_phase, progress)
  select format('SD-%s-%s', pg_temp.one_of('area' || d, '{UI,API,DB,AUTH,TOOL,FEAT}'), lpad(d::text, 5, '0')),
    initcap(pg_temp.sentence('title' || d, 3 + pg_temp.pick('title' || d, 6))),
    pg_temp.one_of('status' || d, '{draft,active,in_progress,review,completed,implementation_complete,implementation_review_required}'), 'feature',
    pg_temp.one_of('priority' || d, '{critical,high,medium,low}'), pg_temp.sentence('what' || d, 30),
    pg_temp.sentence('why' || d, 20), pg_temp.sentence('scope' || d, 15),
    nullif(pg_temp.one_of('app' || d, '{EHG,EHG,EHG_Engineer,EHG_Mobile,none}'), 'none'), 'feature', 'EXEC',
    pg_temp.pick('progress' || d, 101)
  from generate_series(1, ${count}) d;

  insert into public.product_requirements_v2 (id, sd_id, title, status, executive_summary)
  select 'PRD-' || id, id, title, 'approved', description
  from public.strategic_directives_v2 where pg_temp.pick('prd' || id, 10) > 0;
`;

const sessions = (count: number) => `
  insert into public.exec_implementation_sessions (sd_id, prd_id, status, implementation_type,
    quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score,
    implementation_progress, test_coverage_pct, sub_agent_results, quality_gates,
    pre_impl_checklist, performance_metrics, security_scan_results, accessibility_audit,
    before_screenshots, after_screenshots, demo_urls, started_at, completed_at, created_at, updated_at)
  select d.id, p.id, s.status,
    pg_temp.one_of('type' || n, '{UI_COMPONENT,API_ENDPOINT,DATABASE_CHANGE,AUTHENTICATION,SYSTEM_TOOLING,GENERAL_FEATURE}'),
    case when pg_temp.pick('scored' || n, 8) > 0 then 40 + pg_temp.pick('quality' || n, 61) else 0 end,
    40 + pg_temp.pick('code' || n, 61), 40 + pg_temp.pick('speed' || n, 61),
    40 + pg_temp.pick('safety' || n, 61), 40 + pg_temp.pick('ux' || n, 61),
    case s.status when 'completed' then 100 else pg_temp.pick('done' || n, 100) end,
    pg_temp.pick('coverage' || n, 101),
    (select coalesce(jsonb_agg(jsonb_build_object(
        'sub_agent_type', pg_temp.one_of('agent' || n || i, '{SECURITY,DATABASE,VALIDATION,TESTING,PERFORMANCE,DESIGN,DEBUGGING}'),
        'activation_reason', pg_temp.sentence('because' || n || i, 6),
        'status', pg_temp.one_of('result' || n || i, '{PASS,PASS,PASS,WARNING,FAIL,REVIEW_REQUIRED,ERROR}'),
        'summary', pg_temp.sentence('summary' || n || i, 18),
        'score', pg_temp.pick('score' || n || i, 101),
        'executed_at', s.started + i * interval '20 minutes')), '[]')
      from generate_series(1, pg_temp.pick('agents' || n, 7)) i),
    '{Unit test coverage ≥80%,Code review completion,Error handling verification}'::text[]
      || case when pg_temp.pick('gate' || n, 3) = 0 then '{Customer has seen it}'::text[] else '{}' end,
    jsonb_build_object('sd_validated', true, 'prd_available', p.id is not null,
      'target_application_set', true, 'implementation_path_identified', n % 7 > 0, 'passed', n % 7 > 0),
    jsonb_build_object('before', jsonb_build_object('lcp_ms', 2000 + n % 3000, 'cls', 0.3),
      'after', jsonb_build_object('lcp_ms', 900 + n % 1500, 'cls', 0.01, 'inp_ms', 60 + n % 90),
      'devices', '["desktop", "mid-range phone", "old tablet"]'::jsonb, 'bundle_kb', 150 + n % 100),
    jsonb_build_object('scanner', 'semgrep', 'critical', 0, 'high', n % 2, 'medium', n % 3,
      'findings', (select coalesce(jsonb_agg(jsonb_build_object('rule', 'rule-' || i,
        'file', format('app/orders/part-%s.ts', i), 'line', 10 * i, 'note', pg_temp.sentence('finding' || n || i, 8))), '[]')
        from generate_series(1, n % 5) i)),
    jsonb_build_object('standard', 'WCAG 2.2 AA', 'tool', 'axe', 'passes', 30 + n % 20,
      'violations', (select coalesce(jsonb_agg(jsonb_build_object('rule', 'color-contrast', 'count', i)), '[]')
        from generate_series(1, n % 3) i)),
    pg_temp.pictures(n::text, 'before', 4), pg_temp.pictures(n::text, 'after', 6),
    case when pg_temp.pick('demo' || n, 2) = 0 then array['https://demo.example.com/' || n] end,
    s.started, case when s.status in ('completed', 'failed') then s.ended end, s.started, s.ended
  from generate_series(0, ${count} - 1) n
  join lateral (select 1 + n / ${PER_DIRECTIVE} as number) x on true
  join public.strategic_directives_v2 d on right(d.id, 5) = lpad(x.number::text, 5, '0')
  left join public.product_requirements_v2 p on p.sd_id = d.id
  cross join lateral (select
    ('{active,paused,completed,failed,cancelled}'::text[])[1 + (x.number + n % ${PER_DIRECTIVE}) % 5] as status,
    now() - pg_temp.pick('start' || n, 31536000) * interval '1 second' as started) a
  cross join lateral (select a.status, a.started,
    least(now(), a.started + (1 + pg_temp.pick('took' || n, 90)) * interval '1 hour') as ended) s;
`;

const records = `
  -- The trigger has made the checkpoints, all open.
  update public.exec_quality_checkpoints c
  set is_complete = true, score = 60 + pg_temp.pick('score' || c.sd_id || s.status || c.checkpoint_name, 41), completed_at = s.updated_at,
    completed_by = 'EXEC agent', completion_notes = pg_temp.sentence('note' || c.sd_id || s.status || c.checkpoint_name, 10),
    evidence_url = 'https://reports.example.com/' || c.id
  from public.exec_implementation_sessions s
  where s.id = c.session_id
    and (s.status = 'completed' or pg_temp.pick('met' || c.sd_id || s.status || c.checkpoint_name, 100) < s.implementation_progress);

  insert into public.exec_sub_agent_activations (session_id, sd_id, sub_agent_type, activation_reason,
    execution_status, severity, summary, details, recommendations, quality_score, execution_time_ms, activated_at)
  select s.id, s.sd_id, r ->> 'sub_agent_type', r ->> 'activation_reason', r ->> 'status',
    pg_temp.one_of('severity' || s.sd_id || s.status || i, '{CRITICAL,HIGH,MEDIUM,LOW}'), r ->> 'summary',
    jsonb_build_object('files_checked', 4 + i, 'findings', i),
    array[pg_temp.sentence('advice' || s.sd_id || s.status || i, 9)], (r ->> 'score')::integer, 1000 * i,
    (r ->> 'executed_at')::timestamptz
  from public.exec_implementation_sessions s,
    jsonb_array_elements(s.sub_agent_results) with ordinality as t (r, i)
  where i <= 4;

  insert into public.exec_handoff_preparations (session_id, sd_id, handoff_status, implementation_summary,
    quality_metrics, test_results, performance_benchmarks, security_validation, accessibility_compliance,
    demo_url, deliverables_manifest, known_issues, prepared_at, sent_at)
  select id, sd_id, 'sent', pg_temp.sentence('handoff' || sd_id, 25), jsonb_build_object('overall', quality_score),
    jsonb_build_object('coverage_pct', test_coverage_pct), performance_metrics, security_scan_results,
    accessibility_audit, demo_urls[1], '{app/orders,components/orders}', '{Paging follows later}', updated_at, updated_at
  from public.exec_implementation_sessions where status = 'completed';
`;

/** Fills the empty database of the bench. */
export async function generate(count: number) {
  const sql = postgres(ownerUrl(), { max: 1, onnotice: () => {} });
  try {
    // Witnessed all at once, it would be a history of one moment: it is made up instead.
    await follow(sql, false);
    // One in twenty directives is without a session.
    const number = Math.ceil((count / PER_DIRECTIVE) * 1.05);
    await sql.unsafe(helpers);
    await sql.begin((tx) => tx.unsafe(directives(number) + sessions(count) + records));
    // Without statistics the history would take the wrong plans.
    await sql.unsafe("analyze");
    await sql.begin((tx) => tx.unsafe(history));
    await follow(sql, true);
    await sql.unsafe("vacuum analyze");
  } finally {
    await sql.end();
  }
}

/** Sessions to look at, spread over all of them, and of each its directive. */
export async function someSessions(
  count: number,
  which: "any" | "can be paused" = "any",
): Promise<{ id: string; sd_id: string }[]> {
  const sql = postgres(ownerUrl(), { max: 1 });
  const rows = await sql<{ id: string; sd_id: string }[]>`
    select id, sd_id from public.exec_implementation_sessions s
    where ${which === "any"} or status = 'active' and not exists (
      select from public.exec_implementation_sessions where sd_id = s.sd_id and status = 'paused')
    order by md5(sd_id || status) limit ${count}`;
  await sql.end();
  return rows;
}
