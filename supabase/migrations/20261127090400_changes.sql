-- Whether anything changed since a page was made: what every open page asks, every few seconds.

create function public.newest_change(p_session uuid default null, p_sd text default null)
returns table (is_member boolean, mark bigint, seconds double precision)
language sql
stable
set search_path = ''
as $$
  select m.is_member, coalesce(newest.mark, 0), extract(epoch from clock_timestamp() - e.at)::double precision
  from (
    select exists (select from public.team_members where user_id = (select auth.uid())) as is_member
  ) m
  cross join lateral (
    select sum(id)::bigint as mark, max(id) as id
    from (
      (select id from public.exec_session_events
       where m.is_member and p_session is null and p_sd is null order by id desc limit 512)
      union all
      (select id from public.exec_session_events
       where m.is_member and session_id = p_session order by id desc limit 512)
      union all
      (select id from public.exec_session_events
       where m.is_member and p_session is null and sd_id = p_sd order by id desc limit 512)
    ) as found
  ) newest
  left join public.exec_session_events e on e.id = newest.id
$$;
comment on function public.newest_change(uuid, text) is
  'Of a session, a directive, or everything: a mark that rises with each change, and how many seconds ago the newest was. The mark is the sum of the newest 512 ids, because an id is given before its commit: a lower one may come to be seen after a higher one, and the highest alone would hide it.';

select exhibit.open_function('public.newest_change(uuid, text)'::regprocedure);
