// What the triggers would have witnessed, had the sessions of generate.ts been written over a year.

/** Up to nine changes a session, and in one of forty 300 of them. */
const sessions = `
  insert into public.exec_session_events (session_id, sd_id, at, kind, action, record_id, label, old, new)
  with life as (
    select s.*, case pg_temp.pick('many' || sd_id || s.status, 40) when 0 then 300
      else 1 + pg_temp.pick('steps' || sd_id || s.status, 9) end as n
    from public.exec_implementation_sessions s
  ),
  step as (
    select id, sd_id, status, k, n, started_at + (updated_at - started_at) * k / n as at,
      -- What nobody scored has no change.
      (select jsonb_object_agg(key, (to_jsonb(life) ->> key)::integer * (k - 1) / n) from unnest(keys) as key) as was,
      (select jsonb_object_agg(key, (to_jsonb(life) ->> key)::integer * k / n) from unnest(keys) as key) as becomes
    from life
    cross join lateral (select case when quality_score = 0 then '{implementation_progress}'::text[] else
      '{implementation_progress,quality_score,code_quality_score,security_score,test_coverage_pct}' end as keys) as scored
    cross join generate_series(1, n) as k
  )
  select * from (
    select id, sd_id, started_at as at, 'session' as kind, 'created' as action, id as record, null as label,
      null::jsonb as old, jsonb_build_object('status', 'active', 'implementation_type', implementation_type,
        'quality_score', 0, 'implementation_progress', 0) as new
    from public.exec_implementation_sessions
    union all
    select id, sd_id, at, 'session', 'changed', id, null,
      was || case when k = n then '{"status": "active"}'::jsonb else '{}' end,
      becomes || case when k = n then jsonb_build_object('status', status) else '{}' end
    from step
    union all
    select session_id, sd_id, completed_at, 'checkpoint', 'changed', id, checkpoint_name,
      '{"is_complete": false, "score": 0}', jsonb_build_object('is_complete', true, 'score', score)
    from public.exec_quality_checkpoints where is_complete
    union all
    select session_id, sd_id, activated_at, 'activation', 'created', id, sub_agent_type, null,
      jsonb_build_object('execution_status', execution_status, 'severity', severity)
    from public.exec_sub_agent_activations
    union all
    select session_id, sd_id, prepared_at, 'handoff', 'created', id, null, null, '{"handoff_status": "sent"}'
    from public.exec_handoff_preparations
  ) as told
  order by at, action desc;
`;

const reviews = `
  insert into public.exec_session_reviews (session_id, sd_id, verdict, body, seen_event_id, created_at)
  select s.id, s.sd_id, pg_temp.one_of('verdict' || s.sd_id, '{approve,approve,request_changes,comment}'),
    pg_temp.sentence('review' || s.sd_id, 12), newest.id, s.updated_at + interval '5 hours'
  from public.exec_implementation_sessions s
  cross join lateral (select max(id) as id from public.exec_session_events where session_id = s.id) as newest
  where s.status = 'completed' and pg_temp.pick('reviewed' || s.sd_id, 3) > 0;

  insert into public.exec_session_events (session_id, sd_id, at, kind, action, record_id, new)
  select session_id, sd_id, created_at, 'review', 'created', id, jsonb_build_object('verdict', verdict)
  from public.exec_session_reviews;
`;

/** For after the sessions, with the triggers off; uses the helpers of generate.ts. */
export const history = `${sessions}${reviews}select exhibit.rebuild_cards();`;
