-- Screenshots and demos: the files that Exhibit keeps of them, who uses which, how pictures are paired,
-- and comments at a point of one.
--
-- Where a picture stands stays a plain URL in the session's own lists. A URL whose path holds
-- /files/<SHA-256>/ names a file of ours, whatever host it was written with.

create function public.file_hash(p_url text)
returns text
language sql
immutable
set search_path = ''
as $$ select substring(p_url from '/files/([0-9a-f]{64})(?:[/?#]|$)') $$;
comment on function public.file_hash(text) is 'The hash of the file of ours that a URL names, or null.';
select exhibit.open_function('public.file_hash(text)'::regprocedure);

create table public.exec_evidence_files (
  hash text primary key check (hash ~ '^[0-9a-f]{64}$'),
  media_type text not null check (media_type in (
    'image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'video/mp4', 'video/webm'
  )),
  bytes bigint not null check (bytes > 0),
  width integer check (width > 0),
  height integer check (height > 0),
  pixels text check (pixels ~ '^[0-9a-f]{64}$'),
  animated boolean not null default false,
  claims uuid[] not null default '{}',
  claimed_at timestamptz not null default now(),
  retired_at timestamptz,
  created_at timestamptz not null default now(),
  check ((media_type like 'image/%') = (num_nonnulls(width, height, pixels) = 3))
);

comment on table public.exec_evidence_files is
  'Files that Exhibit keeps, each once. The row comes before the file and goes after it, so that no file is without a row.';
comment on column public.exec_evidence_files.hash is 'SHA-256 of what is stored.';
comment on column public.exec_evidence_files.pixels is 'SHA-256 of what a picture shows: alike in two files that look alike.';
comment on column public.exec_evidence_files.claims is 'Uploads that are storing it and have not put it into a session yet.';
comment on column public.exec_evidence_files.claimed_at is 'When the last upload claimed it; after a day its claim means nothing.';
comment on column public.exec_evidence_files.retired_at is
  'Since when it is being removed: nobody may begin to use it. After an hour that was given up, and an upload may store it anew.';

create index exec_evidence_files_claimed_idx on public.exec_evidence_files (claimed_at);

select exhibit.protect_table('public.exec_evidence_files', 'exec_evidence_files');

create table public.exec_evidence_uses (
  hash text not null,
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  primary key (hash, session_id)
);

comment on table public.exec_evidence_uses is
  'Which session names which file. Kept by a trigger; without a key to the file, since agents may write what they like.';

create index exec_evidence_uses_session_idx on public.exec_evidence_uses (session_id);

select exhibit.protect_table('public.exec_evidence_uses', 'exec_evidence_uses');

create function exhibit.note_uses()
returns trigger
language plpgsql
set search_path = ''
as $$
declare
  v_changed uuid[];
  v_added text[];
begin
  if tg_op = 'INSERT' then
    v_changed := array(
      select id from new_rows where num_nonnulls(before_screenshots, after_screenshots, demo_urls) > 0
    );
  else
    v_changed := array(
      select n.id from new_rows n join old_rows o on o.id = n.id
      where (o.before_screenshots, o.after_screenshots, o.demo_urls)
        is distinct from (n.before_screenshots, n.after_screenshots, n.demo_urls)
    );
  end if;
  if v_changed = '{}' then
    return null;
  end if;
  with named as materialized (
    select session_id, hash from exhibit.files_named(v_changed)
  ), gone as (
    delete from public.exec_evidence_uses u
    where u.session_id = any (v_changed)
      and not exists (select from named n where n.session_id = u.session_id and n.hash = u.hash)
  )
  select array(
    select distinct hash from named n
    where not exists (
      select from public.exec_evidence_uses u where u.hash = n.hash and u.session_id = n.session_id
    )
  ) into v_added;
  if v_added <> '{}' then
    -- Whoever is just retiring one of them is waited for. Uploads are not: they lock less.
    perform from public.exec_evidence_files where hash = any (v_added) order by hash for key share;
    insert into public.exec_evidence_uses (session_id, hash)
    select session_id, hash from exhibit.files_named(v_changed)
    on conflict do nothing;
  end if;
  return null;
end
$$;

create function exhibit.files_named(p_ids uuid[], out session_id uuid, out hash text)
returns setof record
language sql
stable
set search_path = ''
as $$
  select distinct s.id, public.file_hash(url)
  from public.exec_implementation_sessions s, unnest(s.before_screenshots || s.after_screenshots || s.demo_urls) as url
  where s.id = any (p_ids) and public.file_hash(url) is not null
$$;

create trigger exhibit_note_uses_insert after insert on public.exec_implementation_sessions
  referencing new table as new_rows for each statement execute function exhibit.note_uses();
create trigger exhibit_note_uses_update after update on public.exec_implementation_sessions
  referencing old table as old_rows new table as new_rows for each statement execute function exhibit.note_uses();

create table public.exec_evidence_pairings (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  before_url text,
  after_url text,
  paired_by uuid references auth.users (id) on delete set null,
  created_at timestamptz not null default now(),
  check (num_nonnulls(before_url, after_url) > 0)
);

comment on table public.exec_evidence_pairings is
  'Which pictures belong together because a person said so. With one side alone: it has no partner.';

-- By hash: a URL may be longer than an index takes.
create unique index exec_evidence_pairings_before_key on public.exec_evidence_pairings (session_id, md5(before_url));
create unique index exec_evidence_pairings_after_key on public.exec_evidence_pairings (session_id, md5(after_url));
create index exec_evidence_pairings_sd_idx on public.exec_evidence_pairings (sd_id);

select exhibit.protect_table('public.exec_evidence_pairings', 'exec_evidence_pairings');

create table public.exec_evidence_pins (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  url text not null,
  x real not null check (x between 0 and 1),
  y real not null check (y between 0 and 1),
  body text not null check (btrim(body) <> '' and char_length(body) <= 2000),
  author_id uuid references auth.users (id) on delete set null,
  author_name text,
  created_at timestamptz not null default now(),
  resolved_at timestamptz,
  resolved_by text
);

comment on table public.exec_evidence_pins is 'Comments at a point of a picture, open or resolved.';
comment on column public.exec_evidence_pins.url is 'The picture, as the session''s lists name it.';
comment on column public.exec_evidence_pins.x is 'From the left edge, as a share of the width; y from the top, of the height.';
comment on column public.exec_evidence_pins.author_name is 'As the team knew them then; so is resolved_by.';

create index exec_evidence_pins_session_idx on public.exec_evidence_pins (session_id, created_at);
create index exec_evidence_pins_sd_idx on public.exec_evidence_pins (sd_id);

select exhibit.protect_table('public.exec_evidence_pins', 'exec_evidence_pins');

alter table public.exec_session_events
  drop constraint exec_session_events_kind_check,
  add constraint exec_session_events_kind_check check (kind in (
    'session', 'checkpoint', 'activation', 'handoff', 'review', 'waiver', 'assignment', 'pairing', 'pin',
    'directive', 'prd', 'member'
  ));

do $$
declare
  v record;
begin
  for v in select * from (values ('exec_evidence_pairings', 'pairing'), ('exec_evidence_pins', 'pin')) as t (name, kind)
  loop
    execute format('create trigger exhibit_track_insert after insert on public.%I
      referencing new table as new_rows for each statement execute function exhibit.track_session(%L)', v.name, v.kind);
    execute format('create trigger exhibit_track_update after update on public.%I
      referencing old table as old_rows new table as new_rows
      for each statement execute function exhibit.track_session(%L)', v.name, v.kind);
    execute format('create trigger exhibit_track_delete after delete on public.%I
      referencing old table as old_rows for each statement execute function exhibit.track_session(%L)', v.name, v.kind);
    execute format('create trigger exhibit_track_truncate after truncate on public.%I
      for each statement execute function exhibit.track_session(%L)', v.name, v.kind);
  end loop;
end
$$;

-- The card says whether there is anything to see, and whether it changed.
create function exhibit.picture_keys(p_urls text[])
returns text[]
language sql
stable
set search_path = ''
as $$
  select coalesce(array_agg(distinct coalesce(f.pixels, btrim(url))), '{}')
  from unnest(p_urls) as url
  left join public.exec_evidence_files f on f.hash = public.file_hash(url)
  where btrim(url) <> ''
$$;
comment on function exhibit.picture_keys(text[]) is
  'What pictures show, each once and in order: of files of ours their pixels, of others their URL.';

-- A file that comes or goes while sessions name it, which agents may do in any order.
create function exhibit.refresh_uses()
returns trigger
language plpgsql
-- Whoever may store a file need not be able to write cards.
security definer
set search_path = ''
as $$
declare
  v_sessions constant uuid[] := array(
    select distinct u.session_id from changed_rows join public.exec_evidence_uses u using (hash)
  );
begin
  if v_sessions <> '{}' then
    perform exhibit.lock_session_cards(v_sessions);
    perform exhibit.refresh_session_cards(v_sessions);
  end if;
  return null;
end
$$;

alter view exhibit.session_card_source rename to session_card_base;

create view exhibit.session_card_source as
select b.*,
  b.before_count + b.after_count + b.demo_count > 0 as has_evidence,
  case when b.before_count + b.after_count > 0 then
    exhibit.picture_keys(s.before_screenshots) <> exhibit.picture_keys(s.after_screenshots)
  end as pictures_changed
from exhibit.session_card_base b
join public.exec_implementation_sessions s on s.id = b.session_id;

alter table public.exec_session_cards
  add column has_evidence boolean not null default false,
  add column pictures_changed boolean;
comment on column public.exec_session_cards.has_evidence is 'Whether it has a screenshot or a demo.';
comment on column public.exec_session_cards.pictures_changed is
  'Whether the pictures after differ from those before, as two sets; null where there are none.';

create index exec_session_cards_gallery_idx on public.exec_session_cards (started_key, session_id) where has_evidence;

create or replace function exhibit.refresh_session_cards(p_ids uuid[])
returns void
language plpgsql
set search_path = ''
set enable_seqscan = off
set jit = off
set plan_cache_mode = force_generic_plan
as $$
declare
  v_directives text[];
  v_made integer;
begin
  -- Those that they belonged to as well as those that they belong to.
  select array_agg(distinct sd_id) into v_directives from (
    select sd_id from public.exec_session_cards where session_id = any (p_ids)
    union all
    select sd_id from public.exec_implementation_sessions where id = any (p_ids)
  ) as old_and_new;
  insert into public.exec_session_cards (
    session_id, sd_id, directive_title, target_application, prd_id, status, implementation_type,
    quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score,
    test_coverage_pct, implementation_progress, gates_met, gates_all, open_required, agent_results,
    before_count, after_count, demo_count, started_at, ended_at, verdict, verdict_event_id,
    session_event_id, last_event_id, last_event_at, waiting, reasons, risk, search_text,
    started_key, quality_high_key, quality_low_key, progress_key, waiver_ends_at,
    has_evidence, pictures_changed
  )
  select * from exhibit.session_card_source where session_id = any (p_ids)
  on conflict (session_id) do update set
    (sd_id, directive_title, target_application, prd_id, status, implementation_type, quality_score,
      code_quality_score, performance_score, security_score, ux_accessibility_score, test_coverage_pct,
      implementation_progress, gates_met, gates_all, open_required, agent_results, before_count,
      after_count, demo_count, started_at, ended_at, verdict, verdict_event_id, session_event_id,
      last_event_id, last_event_at, waiting, reasons, risk, search_text, started_key,
      quality_high_key, quality_low_key, progress_key, waiver_ends_at, has_evidence, pictures_changed)
    = (excluded.sd_id, excluded.directive_title, excluded.target_application, excluded.prd_id,
      excluded.status, excluded.implementation_type, excluded.quality_score,
      excluded.code_quality_score, excluded.performance_score, excluded.security_score,
      excluded.ux_accessibility_score, excluded.test_coverage_pct, excluded.implementation_progress,
      excluded.gates_met, excluded.gates_all, excluded.open_required, excluded.agent_results,
      excluded.before_count, excluded.after_count, excluded.demo_count, excluded.started_at,
      excluded.ended_at, excluded.verdict, excluded.verdict_event_id, excluded.session_event_id,
      excluded.last_event_id, excluded.last_event_at, excluded.waiting, excluded.reasons,
      excluded.risk, excluded.search_text, excluded.started_key, excluded.quality_high_key,
      excluded.quality_low_key, excluded.progress_key, excluded.waiver_ends_at,
      excluded.has_evidence, excluded.pictures_changed);
  get diagnostics v_made = row_count;
  if v_made < cardinality(p_ids) then
    delete from public.exec_session_cards
    where session_id = any (p_ids)
      and not exists (select from public.exec_implementation_sessions where id = session_id);
  end if;
  perform exhibit.refresh_directive_cards(v_directives);
end
$$;

select exhibit.rebuild_cards();

create trigger exhibit_refresh_uses_insert after insert on public.exec_evidence_files
  referencing new table as changed_rows for each statement execute function exhibit.refresh_uses();
create trigger exhibit_refresh_uses_delete after delete on public.exec_evidence_files
  referencing old table as changed_rows for each statement execute function exhibit.refresh_uses();

-- What a page shows of the evidence of some sessions: the first p_most of each list, or all. As JSON, since
-- an answer of more than 1,000 rows would be cut.
create function public.session_evidence(p_ids uuid[], p_most integer default null)
returns table (session_id uuid, before jsonb, after jsonb, demos jsonb, files jsonb, pairings jsonb)
language sql
stable
set search_path = ''
as $$
  select s.id, to_jsonb(u.before), to_jsonb(u.after), to_jsonb(u.demos),
    (
      select coalesce(jsonb_object_agg(f.hash, jsonb_build_array(
        f.media_type, f.bytes, f.width, f.height, left(f.pixels, 16), f.animated
      )), '{}')
      from public.exec_evidence_files f
      where f.hash in (select public.file_hash(url) from unnest(u.before || u.after || u.demos) as url)
    ),
    (
      select coalesce(jsonb_agg(jsonb_build_array(p.before_url, p.after_url) order by p.created_at, p.id), '[]')
      from public.exec_evidence_pairings p
      where p.session_id = s.id
    )
  from public.exec_implementation_sessions s
  cross join lateral (
    select coalesce(s.before_screenshots[:coalesce(p_most, 1000000)], '{}') as before,
      coalesce(s.after_screenshots[:coalesce(p_most, 1000000)], '{}') as after,
      coalesce(s.demo_urls[:coalesce(p_most, 1000000)], '{}') as demos
  ) u
  where s.id = any (p_ids)
$$;
comment on function public.session_evidence(uuid[], integer) is
  'files: by hash, [media type, bytes, width, height, start of the hash of its pixels, animated]. pairings: [before, after].';

create function public.evidence_file(p_hash text)
returns table (is_member boolean, media_type text, bytes bigint)
language sql
stable
set search_path = ''
as $$
  select m.is_member, f.media_type, f.bytes
  from (
    select exists (select from public.team_members where user_id = (select auth.uid())) as is_member
  ) m
  left join public.exec_evidence_files f on f.hash = p_hash and m.is_member
$$;
comment on function public.evidence_file(text) is
  'All that serving a file takes, in one call: whether it is a member who asks, and what the file is, null where there is none.';

create function public.gallery(
  p_limit integer, p_by_directive boolean default false, p_sd text default null, p_type text default null,
  p_status text default null, p_since timestamptz default null, p_changed boolean default null,
  p_demo boolean default null, p_key timestamptz default null, p_id uuid default null
)
returns setof public.exec_session_cards
language plpgsql
stable
set search_path = ''
-- So that a filter that is not set is not there.
set plan_cache_mode = force_custom_plan
as $$
begin
  return query
  select c.* from public.exec_session_cards c
  where c.has_evidence
    and (p_sd is null or c.sd_id = p_sd)
    and (p_type is null or c.implementation_type = p_type)
    and (p_status is null or c.status = p_status)
    and (p_since is null or c.started_key >= p_since)
    and (p_changed is null or c.pictures_changed = p_changed)
    and (p_demo is null or (c.demo_count > 0) = p_demo)
    and (p_key is null or (c.started_key, c.session_id) < (p_key, p_id))
    and (not p_by_directive or not exists (
      select from public.exec_session_cards n
      where n.sd_id = c.sd_id and n.has_evidence
        and (n.started_key, n.session_id) > (c.started_key, c.session_id)
        and (p_type is null or n.implementation_type = p_type)
        and (p_status is null or n.status = p_status)
        and (p_changed is null or n.pictures_changed = p_changed)
        and (p_demo is null or (n.demo_count > 0) = p_demo)
    ))
  order by c.started_key desc, c.session_id desc
  limit least(p_limit, 100);
end
$$;
comment on function public.gallery is
  'Sessions with evidence, newest first, from after p_key and p_id on; with p_by_directive the newest one of each directive.';

-- An upload claims its files, stores them, and puts them into a session; what fails in between is released.

create function public.claim_files(p_upload uuid, p_files jsonb, p_actor uuid default null)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_claimed integer;
begin
  if p_actor is not null then
    perform exhibit.act(p_actor, 'reviewer');
  end if;
  insert into public.exec_evidence_files as f
    (hash, media_type, bytes, width, height, pixels, animated, claims)
  select distinct on (n.hash) n.hash, n.media_type, n.bytes, n.width, n.height, n.pixels, coalesce(n.animated, false),
    array[p_upload]
  from jsonb_populate_recordset(null::public.exec_evidence_files, p_files) n
  order by n.hash
  on conflict (hash) do update
    set claims = array_append(array_remove(f.claims, p_upload), p_upload), claimed_at = now(), retired_at = null
    where f.retired_at is null or f.retired_at < now() - interval '1 hour';
  get diagnostics v_claimed = row_count;
  if v_claimed < (select count(distinct n ->> 'hash') from jsonb_array_elements(p_files) as n) then
    raise exception 'file_retiring' using errcode = 'PT409';
  end if;
end
$$;
comment on function public.claim_files(uuid, jsonb, uuid) is
  'p_files: rows of exec_evidence_files. Refuses with file_retiring while one of them is just being removed; then try again.';

create function public.attach_evidence(
  p_upload uuid, p_session_id uuid, p_before text[], p_after text[], p_demos text[], p_actor uuid default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_now public.exec_implementation_sessions;
  v_new public.exec_implementation_sessions;
  v_hashes constant text[] := array(
    select distinct public.file_hash(url) from unnest(p_before || p_after || p_demos) as url
    where public.file_hash(url) is not null
  );
begin
  if p_actor is not null then
    perform exhibit.act(p_actor, 'reviewer');
  end if;
  v_now := exhibit.open_session(p_session_id, 0);
  -- Before the session's trigger locks some of them.
  perform from public.exec_evidence_files where hash = any (v_hashes) order by hash for no key update;
  if cardinality(v_hashes) > (
    select count(*) from public.exec_evidence_files where hash = any (v_hashes) and retired_at is null
  ) then
    raise exception 'file_retiring' using errcode = 'PT409';
  end if;
  v_new := v_now;
  v_new.before_screenshots := exhibit.append_new(v_now.before_screenshots, p_before);
  v_new.after_screenshots := exhibit.append_new(v_now.after_screenshots, p_after);
  v_new.demo_urls := exhibit.append_new(v_now.demo_urls, p_demos);
  if v_new is distinct from v_now then
    update public.exec_implementation_sessions set
      before_screenshots = v_new.before_screenshots, after_screenshots = v_new.after_screenshots,
      demo_urls = v_new.demo_urls, updated_at = now()
    where id = p_session_id;
  end if;
  update public.exec_evidence_files set claims = array_remove(claims, p_upload) where hash = any (v_hashes);
end
$$;
comment on function public.attach_evidence(uuid, uuid, text[], text[], text[], uuid) is
  'Appends to the session''s lists what they do not hold yet, so that an upload that is sent twice counts once.';

create function exhibit.append_new(p_old text[], p_more text[])
returns text[]
language sql
immutable
set search_path = ''
as $$
  select case when added = '{}' then p_old else p_old || added end
  from (
    select array(
      select url from unnest(p_more) with ordinality as m (url, place)
      where array_position(p_old, url) is null
      group by url order by min(place)
    ) as added
  ) as m
$$;

create function public.remove_evidence(p_actor uuid, p_session_id uuid, p_list text, p_url text)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
  v_urls text[];
  v_place integer;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, 0);
  v_urls := case p_list when 'before' then v_session.before_screenshots
    when 'after' then v_session.after_screenshots when 'demo' then v_session.demo_urls end;
  v_place := array_position(v_urls, p_url);
  -- Sent twice it is gone already.
  if v_place is null then
    return;
  end if;
  v_urls := v_urls[:v_place - 1] || v_urls[v_place + 1:];
  update public.exec_implementation_sessions set
    before_screenshots = case when p_list = 'before' then v_urls else before_screenshots end,
    after_screenshots = case when p_list = 'after' then v_urls else after_screenshots end,
    demo_urls = case when p_list = 'demo' then v_urls else demo_urls end,
    updated_at = now()
  where id = p_session_id;
  -- What it was paired with may find another partner.
  if array_position(v_urls, p_url) is null then
    delete from public.exec_evidence_pairings
    where session_id = p_session_id
      and (p_list = 'before' and before_url = p_url or p_list = 'after' and after_url = p_url);
  end if;
end
$$;

create function public.release_files(p_hashes text[], p_upload uuid default null)
returns setof text
language plpgsql
set search_path = ''
as $$
declare
  v_free text[];
begin
  perform from public.exec_evidence_files where hash = any (p_hashes) order by hash for no key update;
  update public.exec_evidence_files set claims = array_remove(claims, p_upload)
  where hash = any (p_hashes) and p_upload = any (claims);
  -- What somebody is just beginning to use is left to them.
  v_free := array(select hash from public.exec_evidence_files where hash = any (p_hashes) for update skip locked);
  return query
  update public.exec_evidence_files f set retired_at = now()
  where f.hash = any (v_free) and (f.retired_at is not null
    or (f.claims = '{}' or f.claimed_at < now() - interval '1 day')
      and not exists (select from public.exec_evidence_uses u where u.hash = f.hash))
  returning f.hash;
end
$$;
comment on function public.release_files(text[], uuid) is
  'Gives back an upload''s claims, and retires what nothing uses. Returns what to remove from the store now, and then to forget.';

create function public.forget_files(p_hashes text[])
returns void
language sql
set search_path = ''
as $$ delete from public.exec_evidence_files where hash = any (p_hashes) and retired_at is not null $$;

create function public.unused_files(p_after text default '', p_limit integer default 500)
returns setof public.exec_evidence_files
language sql
stable
set search_path = ''
as $$
  select f.* from public.exec_evidence_files f
  where f.hash > p_after and (f.retired_at is not null
    or (f.claims = '{}' or f.claimed_at < now() - interval '1 day')
      and not exists (select from public.exec_evidence_uses u where u.hash = f.hash))
  order by f.hash
  limit least(p_limit, 500)
$$;

create function public.pair_evidence(
  p_actor uuid, p_id uuid, p_session_id uuid, p_before text default null, p_after text default null
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, 0);
  if p_before is not null and array_position(v_session.before_screenshots, p_before) is null
    or p_after is not null and array_position(v_session.after_screenshots, p_after) is null then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  if exists (select from public.exec_evidence_pairings where id = p_id) then
    return;
  end if;
  delete from public.exec_evidence_pairings
  where session_id = p_session_id and (before_url = p_before or after_url = p_after);
  insert into public.exec_evidence_pairings (id, session_id, sd_id, before_url, after_url, paired_by)
  values (p_id, p_session_id, v_session.sd_id, p_before, p_after, p_actor);
end
$$;
comment on function public.pair_evidence(uuid, uuid, uuid, text, text) is
  'From now on these two belong together; with one of them alone, it has no partner.';

create function public.pin_evidence(
  p_actor uuid, p_id uuid, p_session_id uuid, p_url text, p_x real, p_y real, p_body text
)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session public.exec_implementation_sessions;
begin
  perform exhibit.act(p_actor, 'reviewer');
  v_session := exhibit.open_session(p_session_id, 0);
  if array_position(v_session.before_screenshots || v_session.after_screenshots, p_url) is null then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  insert into public.exec_evidence_pins (id, session_id, sd_id, url, x, y, body, author_id, author_name)
  values (p_id, p_session_id, v_session.sd_id, p_url, p_x, p_y, p_body, p_actor,
    (select name from public.team_members where user_id = p_actor))
  on conflict (id) do nothing;
end
$$;

create function public.resolve_pin(p_actor uuid, p_pin_id uuid, p_resolved boolean)
returns void
language plpgsql
set search_path = ''
as $$
declare
  v_session_id uuid;
begin
  perform exhibit.act(p_actor, 'reviewer');
  select session_id into v_session_id from public.exec_evidence_pins where id = p_pin_id;
  if not found then
    raise exception 'gone' using errcode = 'PT404';
  end if;
  perform exhibit.open_session(v_session_id, 0);
  update public.exec_evidence_pins set
    resolved_at = case when p_resolved then now() end,
    resolved_by = case when p_resolved then (select name from public.team_members where user_id = p_actor) end
  where id = p_pin_id and (resolved_at is not null) <> p_resolved;
end
$$;

revoke all on all tables in schema exhibit from public, anon, authenticated, service_role;
revoke all on all functions in schema exhibit from public, anon, authenticated;
grant execute on function exhibit.append_new(text[], text[]) to service_role;
grant execute on function exhibit.files_named(uuid[]) to service_role;

select exhibit.protect_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace
  and p.proname in (
    'claim_files', 'attach_evidence', 'remove_evidence', 'release_files', 'forget_files', 'unused_files',
    'pair_evidence', 'pin_evidence', 'resolve_pin'
  );

select exhibit.open_function(p.oid)
from pg_catalog.pg_proc p
where p.pronamespace = 'public'::regnamespace and p.proname in ('session_evidence', 'evidence_file', 'gallery');
