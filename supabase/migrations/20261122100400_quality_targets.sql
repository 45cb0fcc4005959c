-- The least score that a type of implementation should reach in a domain.

create table public.quality_targets (
  implementation_type text not null check (implementation_type in (
    'UI_COMPONENT', 'API_ENDPOINT', 'DATABASE_CHANGE', 'AUTHENTICATION', 'SYSTEM_TOOLING', 'GENERAL_FEATURE'
  )),
  domain text not null check (domain in ('code_quality', 'performance', 'security', 'ux_accessibility')),
  least_score integer not null check (least_score between 0 and 100),
  primary key (implementation_type, domain)
);
comment on table public.quality_targets is
  'The least score that sessions of a type should reach in a domain; 75 where there is no row.';

select exhibit.protect_table('public.quality_targets', 'quality_targets');
