// The rows that generate.ts writes, a range of numbers in one statement. What looks random follows
// from the number, so that the same session is the same one in every database but for the day that
// it counts back from.

/** Each twenty sessions belong to fifteen directives, one of which has four, another three; a sixteenth has none. */
export const PER_BLOCK = 20;
export const DIRECTIVES = 16;

/** So many sessions wait for review at most, and one in twenty does. */
const WAITING = 20_000;

/** Made once, dropped at the end. What is called for each row is plain enough to be put in its place. */
export const helpers = `
  create schema bench;
  create function bench.pick(what text, n bigint, choices integer) returns integer language sql immutable as
    $$ select ((hashtextextended(what, n) & 2147483647) % choices)::integer $$;
  create function bench.one_of(what text, n bigint, choices text[]) returns text language sql immutable as
    $$ select choices[1 + bench.pick(what, n, cardinality(choices))] $$;
  create function bench.score(what text, n bigint) returns integer language sql immutable as
    $$ select 50 + bench.pick(what, n, 26) + bench.pick('and ' || what, n, 26) $$;
  create function bench.directive(d bigint) returns text language sql immutable as
    $$ select 'SD-' || bench.one_of('area', d, '{UI,API,DB,AUTH,TOOL,FEAT}') || '-' || lpad(d::text, 6, '0') $$;
  create function bench.session(n bigint) returns uuid language sql immutable as
    $$ select md5('session ' || n)::uuid $$;
  create function bench.time(what text, n bigint, days integer) returns timestamptz language sql stable as
    $$ select now() - bench.pick(what, n, days * 86400) * interval '1 second' $$;

  create table bench.texts as
    select i, string_agg(bench.one_of('word' || w, i, '{the,orders,table,keeps,its,filter,after,reload,and,shows,a,calm,message,when,no,answer,comes,within,two,seconds,for,every,workspace,checked,by,hand,once}'), ' ' order by w) as words
    from generate_series(0, 996) i, generate_series(1, 20) w group by i;
  alter table bench.texts add primary key (i);

  create table bench.gates as
    select * from (values
      (null, 'Unit test coverage ≥80%', 'TESTING'),
      (null, 'Code review completion', 'CODE_QUALITY'),
      (null, 'Error handling verification', 'CODE_QUALITY'),
      ('UI_COMPONENT', 'Accessibility compliance check', 'ACCESSIBILITY'),
      ('UI_COMPONENT', 'Responsive design verification', 'ACCESSIBILITY'),
      ('UI_COMPONENT', 'Cross-browser compatibility', 'TESTING'),
      ('API_ENDPOINT', 'Security vulnerability scan', 'SECURITY'),
      ('API_ENDPOINT', 'Load testing completion', 'PERFORMANCE'),
      ('API_ENDPOINT', 'API documentation update', 'DOCUMENTATION'),
      ('DATABASE_CHANGE', 'Migration rollback test', 'TESTING'),
      ('DATABASE_CHANGE', 'Data integrity verification', 'SECURITY'),
      ('DATABASE_CHANGE', 'Performance impact assessment', 'PERFORMANCE')
    ) as gates (for_type, name, type);
  analyze bench.texts, bench.gates;
`;

/** "chromatic" is in three titles, however many there are; "orders" in one of forty. */
const directives = `
  directives as (
    insert into public.strategic_directives_v2 (id, title, status, category, priority, description,
      rationale, scope, target_application, sd_type, current_phase, progress, created_at, updated_at)
    select bench.directive(d),
      bench.one_of('verb', d, '{Show,Keep,Speed up,Simplify,Check,Rework,Split,Merge,Protect,Explain,Move,Sort,Cache,Retire,Unify,Measure}')
        || ' ' || bench.one_of('adjective', d, '{calm,daily,weekly,nested,shared,late,early,slow,empty,broken,hidden,public,signed,partial,stale,rough,strict,mobile,global,local}')
        || ' ' || case when d in (7, 70, 700) then 'chromatic' else bench.one_of('noun', d, '{orders,invoices,reports,filters,tables,charts,exports,imports,sessions,tokens,roles,teams,workspaces,messages,alerts,forms,drafts,uploads,pictures,calendars,budgets,ledgers,contracts,suppliers,stocks,returns,refunds,coupons,carts,parcels,routes,depots,shifts,badges,surveys,answers,lessons,grades,tickets,queues}') end
        || ' ' || bench.one_of('place', d, '{in the header,on the phone,after sign-in,for admins,for guests,under load,on the start page,in the archive,in the sidebar,at checkout,over the network,at night}'),
      bench.one_of('status', d, '{draft,active,in_progress,review,completed,completed,completed,implementation_complete,implementation_review_required}'), 'feature',
      bench.one_of('priority', d, '{critical,high,medium,medium,low}'), a.words || ' ' || b.words, b.words, c.words,
      nullif(bench.one_of('app', d, '{EHG,EHG,EHG,EHG,EHG_Engineer,EHG_Engineer,EHG_Mobile,EHG_Mobile,EHG_Console,none}'), 'none'),
      'feature', 'EXEC', bench.pick('progress', d, 101), bench.time('made', d, 400), bench.time('made', d, 400)
    from generate_series($1::bigint / ${PER_BLOCK} * ${DIRECTIVES}, $2::bigint / ${PER_BLOCK} * ${DIRECTIVES} - 1) d
    join bench.texts a on a.i = bench.pick('what', d, 997)
    join bench.texts b on b.i = bench.pick('why', d, 997)
    join bench.texts c on c.i = bench.pick('scope', d, 997)
    returning id, title, description
  ),
  prds as (
    insert into public.product_requirements_v2 (id, sd_id, directive_id, title, status, executive_summary)
    select 'PRD-' || id, id, id, title, 'approved', description
    from directives where right(id, 1) <> '9'
  )`;

/** Those of one directive each have another status, as their uniqueness asks. */
const sessions = `
  planned as (
    select n, bench.session(n) as id, bench.directive(d) as sd_id, status, started,
      least(now(), started + (1 + bench.pick('took', n, 90)) * interval '1 hour') as ended,
      bench.one_of('type', n, '{UI_COMPONENT,API_ENDPOINT,DATABASE_CHANGE,AUTHENTICATION,SYSTEM_TOOLING,GENERAL_FEATURE}') as type,
      case when bench.pick('scored', n, 12) > 0 then bench.score('quality', n) else 0 end as quality,
      case status when 'completed' then 100 else bench.pick('done', n, 100) end as progress,
      case when bench.pick('evidence', n, 10) < 5 then 1 + bench.pick('before', n, 4) else 0 end as before,
      case when bench.pick('evidence', n, 10) < 5 then 1 + bench.pick('after', n, 6) else 0 end as after
    from generate_series($1::bigint, $2::bigint - 1) n
    cross join lateral (select
      n / ${PER_BLOCK} * ${DIRECTIVES} + case when n % 20 < 15 then n % 20 when n % 20 < 18 then 0 else 1 end as d,
      case n % 20 when 15 then 'failed' when 16 then 'active' when 17 then 'cancelled' when 18 then 'paused'
        when 19 then 'failed' else 'completed' end as status) which
    -- What still goes on began lately.
    cross join lateral (select bench.time('start', n, case status when 'active' then 9 when 'paused' then 30 else 365 end) as started) begun
  ),
  sessions as (
    insert into public.exec_implementation_sessions (id, sd_id, prd_id, status, implementation_type,
      quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score,
      implementation_progress, test_coverage_pct, sub_agent_results, quality_gates,
      pre_impl_checklist, performance_metrics, security_scan_results, accessibility_audit,
      before_screenshots, after_screenshots, demo_urls, orchestrator,
      started_at, completed_at, created_at, updated_at)
    select id, sd_id, case when right(sd_id, 1) <> '9' then 'PRD-' || sd_id end, status, type,
      quality, bench.score('code', n), bench.score('speed', n), bench.score('safety', n), bench.score('ux', n),
      progress, bench.pick('coverage', n, 101),
      (select coalesce(jsonb_agg(jsonb_build_object(
          'sub_agent_type', bench.one_of('agent' || k, n, '{SECURITY,DATABASE,VALIDATION,TESTING,PERFORMANCE,DESIGN,DEBUGGING}'),
          'activation_reason', left(t.words, 40),
          'status', bench.one_of('result' || k, n, '{PASS,PASS,PASS,PASS,PASS,PASS,WARNING,WARNING,FAIL,REVIEW_REQUIRED,ERROR}'),
          'summary', t.words, 'score', bench.pick('score' || k, n, 101),
          'executed_at', started + k * interval '20 minutes')), '[]')
        from generate_series(1, bench.pick('agents', n, 5)) k
        join bench.texts t on t.i = bench.pick('summary' || k, n, 997)),
      '{Unit test coverage ≥80%,Code review completion,Error handling verification}'::text[]
        || case when bench.pick('gate', n, 12) = 0 then '{Customer has seen it}'::text[] else '{}' end,
      jsonb_build_object('sd_validated', true, 'prd_available', true,
        'target_application_set', true, 'implementation_path_identified', n % 17 > 0, 'passed', n % 17 > 0),
      jsonb_build_object('before', jsonb_build_object('lcp_ms', 2000 + n % 3000, 'cls', 0.3),
        'after', jsonb_build_object('lcp_ms', 900 + n % 1500, 'cls', 0.01, 'inp_ms', 60 + n % 90),
        'devices', '["desktop", "mid-range phone", "old tablet"]'::jsonb, 'bundle_kb', 150 + n % 100),
      jsonb_build_object('scanner', 'semgrep', 'critical', 0, 'high', n % 2, 'medium', n % 3,
        'findings', jsonb_build_array(jsonb_build_object('rule', 'rule-' || n % 9, 'file', 'app/orders/part.ts', 'line', n % 400))),
      jsonb_build_object('standard', 'WCAG 2.2 AA', 'tool', 'axe', 'passes', 30 + n % 20,
        'violations', jsonb_build_array(jsonb_build_object('rule', 'color-contrast', 'count', n % 4))),
      case when before > 0 then array(select 'https://pictures.example.com/' || n || '/before-' || i || '.png' from generate_series(1, before) i) end,
      -- One in ten shows the same as before.
      case when after > 0 then array(select 'https://pictures.example.com/' || n || '/'
          || case when bench.pick('evidence', n, 10) = 0 then 'before-' else 'after-' end || i || '.png'
        from generate_series(1, case when bench.pick('evidence', n, 10) = 0 then before else after end) i) end,
      case when bench.pick('evidence', n, 10) in (3, 4, 5) then array['https://demo.example.com/' || n] end,
      bench.one_of('orchestrator', n, '{EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v1.0,EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v1.0,EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v1.1,EXEC_FAST_LANE_ORCHESTRATOR_v2.0}'),
      started, case when status in ('completed', 'failed') then ended end, started, ended
    from planned
    returning *
  ),
  numbered as (select s.*, p.n from sessions s join planned p using (id))`;

const records = `
  checkpoints as (
    insert into public.exec_quality_checkpoints (session_id, sd_id, checkpoint_name, checkpoint_type,
      is_complete, score, completed_at, completed_by, completion_notes, evidence_url, created_at, updated_at)
    select s.id, s.sd_id, g.name, g.type, is_met,
      case when is_met then 60 + bench.pick(g.name, n, 41) else 0 end,
      case when is_met then s.updated_at end, case when is_met then 'EXEC agent' end,
      case when is_met then left(t.words, 60) end,
      case when is_met then 'https://reports.example.com/' || n end, s.started_at, s.updated_at
    from numbered s
    join bench.gates g on g.for_type is null or g.for_type = s.implementation_type
    join bench.texts t on t.i = n % 997
    cross join lateral (select
      case when s.status = 'completed' then bench.pick(g.name, n, 40) > 0
        else bench.pick(g.name, n, 100) < s.implementation_progress end as is_met) m
    returning id, session_id, sd_id, checkpoint_name, checkpoint_type, is_complete, score, completed_at
  ),
  activations as (
    insert into public.exec_sub_agent_activations (session_id, sd_id, sub_agent_type, activation_reason,
      execution_status, severity, summary, details, recommendations, quality_score, execution_time_ms, activated_at)
    select s.id, s.sd_id, r ->> 'sub_agent_type', r ->> 'activation_reason', r ->> 'status',
      bench.one_of('severity' || i, n, '{CRITICAL,HIGH,MEDIUM,LOW}'), r ->> 'summary',
      jsonb_build_object('files_checked', 4 + i, 'findings', i),
      array[r ->> 'activation_reason'], (r ->> 'score')::integer, 1000 * i, (r ->> 'executed_at')::timestamptz
    from numbered s, jsonb_array_elements(s.sub_agent_results) with ordinality as t (r, i)
    where n % 4 = 0
  ),
  handoffs as (
    insert into public.exec_handoff_preparations (session_id, sd_id, handoff_status, implementation_summary,
      quality_metrics, test_results, performance_benchmarks, security_validation, accessibility_compliance,
      demo_url, deliverables_manifest, known_issues, prepared_at, sent_at)
    select s.id, s.sd_id, 'sent', t.words, jsonb_build_object('overall', quality_score),
      jsonb_build_object('coverage_pct', test_coverage_pct), performance_metrics, security_scan_results,
      accessibility_audit, demo_urls[1], '{app/orders,components/orders}', '{Paging follows later}', updated_at, updated_at
    from numbered s join bench.texts t on t.i = n % 997
    where s.status = 'completed' and n % 2 = 0
  )`;

/** All but the cards, of the sessions from $1 on and before $2, both multiples of PER_BLOCK. */
export const rows = (history: string) =>
  `with ${directives}, ${sessions}, ${records}, ${history} select count(*) from told`;

/** Whose verdict is missing, of those that are completed. */
export const waits = `(n < ${WAITING * 20} and bench.pick('waits', n, 15) = 0)`;
