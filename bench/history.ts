// What the triggers would have witnessed, had the sessions of rows.ts been written over a year.
import { waits } from "./rows.ts";

/** Up to five changes a session, and in one of a thousand 300 of them; some of its checkpoints; its verdict. */
export const history = `
  steps as (
    select s.*, k, m, started_at + (updated_at - started_at) * k / m as at
    from numbered s
    cross join lateral (select case bench.pick('many', n, 1000) when 0 then 300
      else 1 + bench.pick('steps', n, 5) end as m) many
    cross join generate_series(1, m) as k
  ),
  witnessed as (
    select id as session_id, sd_id, started_at as at, 'session' as kind, 'created' as action, id as record_id,
      null as label, null::jsonb as old, jsonb_build_object('status', 'active',
        'implementation_type', implementation_type, 'quality_score', 0, 'implementation_progress', 0) as new
    from sessions
    union all
    -- What nobody scored has no change.
    select id, sd_id, at, 'session', 'changed', id, null,
      jsonb_strip_nulls(jsonb_build_object('implementation_progress', implementation_progress * (k - 1) / m,
        'quality_score', nullif(quality_score, 0) * (k - 1) / m,
        'security_score', security_score * (k - 1) / m,
        'test_coverage_pct', nullif(test_coverage_pct, 0) * (k - 1) / m,
        'status', case when k = m and status <> 'active' then 'active' end)),
      jsonb_strip_nulls(jsonb_build_object('implementation_progress', implementation_progress * k / m,
        'quality_score', nullif(quality_score, 0) * k / m,
        'security_score', security_score * k / m,
        'test_coverage_pct', nullif(test_coverage_pct, 0) * k / m,
        'status', case when k = m and status <> 'active' then status end))
    from steps
    union all
    select session_id, sd_id, completed_at, 'checkpoint', 'changed', id, checkpoint_name,
      '{"is_complete": false, "score": 0}', jsonb_build_object('is_complete', true, 'score', score)
    from checkpoints where is_complete and checkpoint_type = 'CODE_QUALITY'
  ),
  told as (
    insert into public.exec_session_events (session_id, sd_id, at, kind, action, record_id, label, old, new)
    select * from witnessed order by at, action desc
    returning id, session_id
  ),
  reviews as (
    insert into public.exec_session_reviews (session_id, sd_id, verdict, body, seen_event_id, created_at)
    select s.id, s.sd_id, bench.one_of('verdict', n, '{approve,approve,approve,approve,request_changes}'),
      t.words, newest.id, least(now(), s.updated_at + interval '5 hours')
    from numbered s
    join bench.texts t on t.i = n % 997
    join (select session_id, max(id) as id from told group by session_id) as newest on newest.session_id = s.id
    where s.status = 'completed' and not ${waits}
    returning id, session_id, sd_id, verdict, created_at
  ),
  decided as (
    insert into public.exec_session_events (session_id, sd_id, at, kind, action, record_id, new)
    select session_id, sd_id, created_at, 'review', 'created', id, jsonb_build_object('verdict', verdict)
    from reviews order by created_at
  )`;
