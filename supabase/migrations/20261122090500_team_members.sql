-- Who may do what. The people themselves are accounts of Supabase Auth.

create table public.team_members (
  user_id uuid primary key references auth.users (id) on delete cascade,
  email text not null,
  name text not null,
  role text not null check (role in ('viewer', 'reviewer', 'admin')),
  created_at timestamptz not null default now()
);

comment on table public.team_members is 'The people who may use Exhibit, and as what.';
comment on column public.team_members.role is
  'viewer reads; reviewer also decides and edits; admin also deletes, waives and manages the team.';

select exhibit.protect_table('public.team_members', 'team_members');
