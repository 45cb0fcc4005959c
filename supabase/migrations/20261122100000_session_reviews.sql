-- What reviewers decide about a session. A verdict is changed by a new one, never edited.

create table public.exec_session_reviews (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references public.exec_implementation_sessions (id) on delete cascade,
  sd_id text not null references public.strategic_directives_v2 (id) on delete cascade,
  reviewer_id uuid references auth.users (id) on delete set null,
  verdict text not null check (verdict in ('approve', 'request_changes', 'comment')),
  body text not null default '' check (char_length(body) <= 20000),
  code_quality_score integer check (code_quality_score between 0 and 100),
  performance_score integer check (performance_score between 0 and 100),
  security_score integer check (security_score between 0 and 100),
  ux_accessibility_score integer check (ux_accessibility_score between 0 and 100),
  seen_event_id bigint not null,
  created_at timestamptz not null default now()
);

comment on table public.exec_session_reviews is 'Verdicts and comments of reviewers.';
comment on column public.exec_session_reviews.seen_event_id is
  'The session''s newest event that the reviewer had before them.';
comment on column public.exec_session_reviews.code_quality_score is
  'The reviewer''s own score (0-100); null where none was given. The other three alike.';

create index exec_session_reviews_session_idx on public.exec_session_reviews (session_id, created_at desc);

select exhibit.protect_table('public.exec_session_reviews', 'exec_reviews');
