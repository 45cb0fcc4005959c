-- Demo data: the work of a few coding agents over four months, for looking around and for tests.
--
-- Dates count back from the moment of loading, everything else is fixed. Session ids follow from
-- directive and status, so links to them stay the same from one load to the next. Every statement
-- stands alone and needs only what the migrations made, so that any loader can run the file as the
-- owner of the tables. No accounts: those are made by the start command.

do $$
declare
  v_found text;
begin
  select string_agg(format('%s (%s)', t.name, t.n), ', ') into v_found
  from (
    select 'strategic_directives_v2' as name, count(*) as n from public.strategic_directives_v2
    union all
    select 'product_requirements_v2', count(*) from public.product_requirements_v2
    union all
    select 'exec_implementation_sessions', count(*) from public.exec_implementation_sessions
  ) as t
  where t.n > 0;
  if v_found is not null then
    raise exception 'The demo data was not loaded: this database already holds rows in %.', v_found
      using hint = 'Load it into an empty database. Nothing was changed in this one.';
  end if;
end
$$;

-- Directives -----------------------------------------------------------------------------------
-- made and touched: days ago.

insert into public.strategic_directives_v2 (
  id, status, category, priority, target_application, sd_type, current_phase, progress,
  created_at, updated_at, created_by, updated_by, metadata, title, description, rationale, scope
)
select
  v.id, v.status, v.category, v.priority, v.app, v.type, v.phase, v.progress,
  localtimestamp - v.made * interval '1 day', localtimestamp - v.touched * interval '1 day', 'LEAD',
  case when v.phase in ('LEAD', 'PLAN') then v.phase else 'EXEC agent' end,
  jsonb_build_object('source', 'quarterly plan', 'estimate_days', 2 + length(v.title) % 9),
  v.title, v.description, v.rationale, v.scope
from (values
  ('SD-UI-014', 'implementation_complete', 'feature', 'high', 'EHG_Engineer', 'feature', 'EXEC', 100, 99, 5.1,
    'Reviewer dashboard', 'One page that shows what waits for a decision, why, and for how long.',
    'Reviewers spend a third of their time finding the next item.', 'Queue, reasons, keyboard. No bulk decisions.'),
  ('SD-UI-015', 'in_progress', 'feature', 'medium', 'EHG', 'feature', 'EXEC', 80, 78, 0.6,
    'Orders table with filters and badges', 'Search, status filter and a readable table in place of the raw list.',
    'Support answers "where is my order" forty times a day.', 'Orders list only, details page stays as it is.'),
  ('SD-UI-016', 'in_progress', 'ux', 'medium', 'EHG', 'feature', 'EXEC', 85, 50, 2.2,
    'Workspace settings that explain themselves', 'Grouped, labelled settings with help and one save bar.',
    'Wrong time zones caused 31 wrong reports last quarter.', 'General and security settings.'),
  ('SD-UI-017', 'implementation_complete', 'feature', 'critical', 'EHG', 'feature', 'EXEC', 100, 110, 0.3,
    'Guided checkout on one page', 'Payment and order summary side by side, total visible from the start.',
    'Four of ten buyers leave at step three of five.', 'Card payments. Wallets follow in a later directive.'),
  ('SD-UI-018', 'implementation_complete', 'feature', 'medium', 'EHG', 'feature', 'EXEC', 100, 60, 8,
    'Weekly revenue report with a finding', 'A chart whose title says what happened, with the target as a line.',
    'The old chart had eight colours and no message.', 'Third quarter report and its CSV export.'),
  ('SD-UI-019', 'active', 'ux', 'high', 'EHG_Mobile', 'feature', 'EXEC', 55, 35, 4.4,
    'Bottom bar on phones', 'Four destinations in reach of the thumb, the rest under More.',
    'Sixty percent of opens are on phones.', 'Navigation below 640 px.'),
  ('SD-UI-020', 'completed', 'ux', 'low', 'EHG', 'feature', 'LEAD', 100, 70, 41,
    'Empty states that say what to do', 'Each empty list names one next step and offers it.',
    'New workspaces look broken.', 'Imports, orders, reports.'),
  ('SD-UI-021', 'active', 'feature', 'medium', 'EHG_Engineer', 'feature', 'EXEC', 40, 42, 12,
    'Saved filters', 'Keep a filter under a name, share it as a link.', 'People rebuild the same five filters daily.',
    'Sessions and directives lists.'),
  ('SD-UI-022', 'in_progress', 'feature', 'low', 'EHG_Engineer', 'feature', 'EXEC', 60, 22, 0.4,
    'Directive board shows what is blocked', 'A badge and an age on blocked cards, and their number on top.',
    'Blocked work was found only in the weekly meeting.', 'Board page.'),
  ('SD-API-009', 'active', 'infrastructure', 'critical', 'EHG', 'feature', 'EXEC', 40, 68, 6,
    'Webhook retries with backoff', 'Deliveries that fail are tried eight times over a day, signed anew, and can be '
    'replayed by hand. Endpoints that answer 410 are switched off with a notice to their owner. Nothing is delivered '
    'twice to an endpoint that has acknowledged, and the order within one subject is kept even while an earlier '
    'delivery of the same subject is still waiting for its next try.',
    'In March 2,300 paid orders never reached the ledger because one timeout dropped them for good.',
    'Outgoing webhooks. Incoming ones have their own directive.'),
  ('SD-API-010', 'completed', 'feature', 'high', 'EHG', 'feature', 'LEAD', 100, 95, 60,
    'Idempotency keys for payments', 'The same key returns the same answer for 24 hours.',
    'Double taps charged cards twice.', 'POST /payments and /refunds.'),
  ('SD-API-011', 'in_progress', 'feature', 'medium', 'EHG', 'refactor', 'EXEC', 90, 104, 3,
    'Cursor pagination', 'Lists page by cursor, offsets answer with a deprecation header.',
    'Deep pages take nine seconds.', 'All list endpoints.'),
  ('SD-API-012', 'implementation_complete', 'feature', 'high', 'EHG', 'feature', 'EXEC', 100, 56, 5.6,
    'Bulk order import', 'CSV with preview, per-line errors and one transaction a file.',
    'Two large customers type orders by hand.', 'CSV up to 50,000 lines.'),
  ('SD-API-013', 'implementation_review_required', 'feature', 'medium', 'EHG', 'feature', 'EXEC', 95, 40, 4.8,
    'Venture valuation endpoint', 'Valuation with its inputs and the date of each.', 'Numbers without inputs are '
    'argued about.', 'Read only.'),
  ('SD-API-014', 'active', 'security', 'high', 'EHG', 'security', 'EXEC', 30, 30, 10,
    'Rate limits for public endpoints', 'Token buckets a key, with headers that tell what is left.',
    'One script took the status page down.', 'Public endpoints, not the dashboard.'),
  ('SD-DB-003', 'in_progress', 'database', 'critical', 'EHG', 'database', 'EXEC', 90, 119, 1.5,
    'Ledger partitioning by month', 'Partition order_ledger by month without downtime.',
    'Vacuum of 900 million rows no longer ends in a night.', 'order_ledger and its three indexes.'),
  ('SD-DB-004', 'completed', 'database', 'medium', 'EHG', 'database', 'LEAD', 100, 75, 50,
    'Soft deletes for ventures', 'deleted_at with views that hide the rows.', 'Deleted ventures took reports along.',
    'ventures, venture_members.'),
  ('SD-DB-005', 'implementation_complete', 'database', 'high', 'EHG', 'database', 'EXEC', 90, 90, 25,
    'Amounts in minor units', 'bigint cents in place of numeric(10,2).', 'Rounding differs between ledger and invoice.',
    'Orders, invoices, refunds.'),
  ('SD-DB-006', 'implementation_review_required', 'compliance', 'high', 'EHG_Engineer', 'database', 'EXEC', 100, 65,
    28, 'Audit history for directives', 'Append-only history with who, what and when.', 'Auditors ask for it.',
    'Directives and PRDs.'),
  ('SD-DB-007', 'active', 'database', 'low', null, 'database', 'EXEC', 20, 18, 9,
    'Drop unused indexes', 'Remove the 14 indexes nobody has read since spring.', 'They cost 40 GB and slow writes.',
    'Indexes without scans for 90 days.'),
  ('SD-AUTH-002', 'completed', 'security', 'critical', 'EHG', 'security', 'LEAD', 100, 120, 95,
    'Two-factor sign-in', 'Time-based codes with ten recovery codes.', 'Two accounts were taken over in spring.',
    'All roles. Admins cannot switch it off.'),
  ('SD-AUTH-003', 'implementation_review_required', 'security', 'high', 'EHG', 'security', 'EXEC', 70, 82, 18,
    'Single sign-on with OIDC', 'Sign in through the customer''s identity provider.', 'Asked for by every customer '
    'above 200 seats.', 'OIDC. SAML is deferred.'),
  ('SD-AUTH-004', 'review', 'security', 'high', 'EHG', 'security', 'PLAN', 45, 36, 6,
    'Passkey sign-in', 'WebAuthn as first factor with fallback to password.', 'Half of support is password resets.',
    'Web. Apps follow.'),
  ('SD-AUTH-005', 'implementation_complete', 'security', 'medium', 'EHG_Engineer', 'security', 'EXEC', 100, 28, 7.4,
    'Sign out everywhere', 'A person sees their sign-ins and ends any of them.', 'Lost laptops stay signed in.',
    'Web sign-ins.'),
  ('SD-TOOL-001', 'completed', 'quality', 'medium', 'EHG_Engineer', 'infrastructure', 'LEAD', 100, 97, 70,
    'Flaky test finder', 'Runs changed tests twenty times and reports the unsteady ones.',
    'One red build in five is nobody''s fault.', 'Unit and integration tests.'),
  ('SD-TOOL-002', 'in_progress', 'infrastructure', 'medium', 'EHG_Engineer', 'infrastructure', 'EXEC', 75, 52, 0.7,
    'Preview environment for every branch', 'A branch gets its own address and database.',
    'Reviews wait for the one shared environment.', 'EHG and EHG_Engineer.'),
  ('SD-TOOL-003', 'implementation_complete', 'quality', 'low', 'EHG_Engineer', 'infrastructure', 'EXEC', 100, 34, 2,
    'PRD linter', 'Flags requirements that no acceptance criterion covers.', 'A fifth of reworks start there.',
    'New PRDs.'),
  ('SD-TOOL-004', 'implementation_complete', 'infrastructure', 'high', 'EHG_Engineer', 'infrastructure', 'EXEC', 100,
    46, 3.9, 'Hand-off generator', 'Writes the hand-off from session records.', 'Hand-offs are copied by hand.',
    'EXEC to PLAN.'),
  ('SD-TOOL-005', 'deferred', 'infrastructure', 'low', 'EHG_Engineer', 'infrastructure', 'EXEC', 35, 40, 20,
    'Dependency update bot', 'Small weekly updates with their changelog.', 'Updates come in scary heaps.',
    'npm packages.'),
  ('SD-UAT-001', 'implementation_complete', 'quality', 'high', 'EHG', 'bugfix', 'EXEC', 100, 76, 1.2,
    'Acceptance sweep of the spring release', 'Fix what customers found in acceptance: 23 items, 6 of them blocking.',
    'The release is signed for on condition.', 'The 23 listed items and nothing else.'),
  ('SD-FEAT-007', 'implementation_complete', 'feature', 'high', 'EHG', 'feature', 'EXEC', 100, 33, 7,
    'Invoices in several currencies', 'Invoice in the customer''s currency with the rate of the day.',
    'Sales in Europe bill in dollars today.', 'EUR, GBP, JPY.'),
  ('SD-FEAT-008', 'in_progress', 'feature', 'medium', 'EHG', 'feature', 'EXEC', 90, 25, 0.2,
    'Weekly digest by e-mail', 'Monday morning mail with three numbers and one finding.',
    'Leads open the dashboard once a month.', 'Opt-in, English.'),
  ('SD-PERF-002', 'in_progress', 'quality', 'medium', 'EHG', 'refactor', 'EXEC', 85, 58, 5,
    'Cold start below two seconds', 'First page after a deployment answers within two seconds.',
    'The first visitor waits eleven.', 'Web app servers.'),
  -- Without a session so far.
  ('SD-UI-023', 'draft', 'ux', 'low', 'EHG_Engineer', 'feature', 'LEAD', 0, 9, 9,
    'Colour themes for reports', 'Let a workspace choose its report colours.', 'Asked for twice.', 'To be decided.'),
  ('SD-API-015', 'deferred', 'infrastructure', 'low', 'EHG', 'feature', 'LEAD', 0, 88, 61,
    'GraphQL gateway', 'One graph over the five services.', 'Two partners asked for it, neither since.', 'Read only.'),
  ('SD-DB-008', 'planning', 'compliance', 'high', 'EHG', 'database', 'PLAN', 10, 26, 3,
    'Regional data residency', 'European customers'' rows stay in Europe.', 'Contract clause from January on.',
    'Orders, invoices, files.'),
  ('SD-AUTH-006', 'pending_approval', 'security', 'medium', 'EHG_Engineer', 'security', 'PLAN', 5, 14, 2,
    'Support access with consent', 'Support may look into a workspace for an hour when its owner agrees.',
    'Support asks customers for screenshots.', 'Read only.'),
  ('SD-TOOL-006', 'cancelled', 'documentation', 'low', 'EHG_Engineer', 'documentation', 'LEAD', 0, 71, 55,
    'Search in the handbook', 'Full-text search.', 'The new handbook host brings its own.', 'Handbook.'),
  ('SD-FEAT-009', 'archived', 'feature', 'low', 'EHG', 'feature', 'LEAD', 0, 117, 84,
    'Referral credits', 'Credits for customers who bring customers.', 'Superseded by the partner programme.', 'None.'),
  ('SD-MOB-001', 'draft', 'feature', 'medium', 'EHG_Mobile', 'feature', 'LEAD', 0, 6, 6,
    'Offline order capture', 'Take orders without a network and send them later.', 'Warehouses have no reception.',
    'Create only, no edits.'),
  ('SD-SEC-003', 'active', 'security', 'critical', 'EHG', 'security', 'PLAN', 10, 12, 1,
    'Rotate secrets without a deployment', 'Keys are read at use and rotate monthly.', 'The last rotation took a '
    'weekend.', 'Payment and mail providers.'),
  ('SD-UAT-002', 'review', 'quality', 'high', null, 'bugfix', 'PLAN', 0, 4, 1,
    'Acceptance sweep of the summer release', 'Collects what customers find in acceptance.', 'Same promise as in '
    'spring.', 'Items reported until the freeze.')
) as v (
  id, status, category, priority, app, type, phase, progress, made, touched, title, description, rationale, scope
);

-- PRDs -----------------------------------------------------------------------------------------
-- A few directives have none. Requirements and criteria are split at the bar.

insert into public.product_requirements_v2 (
  id, sd_id, title, status, priority, phase, progress, executive_summary, functional_requirements,
  acceptance_criteria, test_scenarios, exec_checklist, metadata, approved_by, approval_date, created_at, updated_at
)
select
  'PRD-' || d.id, d.id, 'Requirements: ' || d.title, v.status, d.priority, d.current_phase, d.progress,
  d.description || ' ' || d.rationale,
  case when d.id like 'SD-API-%' then to_jsonb(string_to_array(v.needs, '|'))
    else (select jsonb_agg(jsonb_build_object('id', 'FR-' || i, 'requirement', need,
        'priority', case when i = 1 then 'must' else 'should' end) order by i)
      from unnest(string_to_array(v.needs, '|')) with ordinality as n (need, i)) end,
  to_jsonb(string_to_array(v.criteria, '|')),
  (select jsonb_agg(jsonb_build_object('scenario', 'Check: ' || c, 'type', 'e2e') order by i)
    from unnest(string_to_array(v.criteria, '|')) with ordinality as t (c, i)),
  jsonb_build_array(jsonb_build_object('item', 'Unit tests written', 'done', d.progress >= 80),
    jsonb_build_object('item', 'Evidence attached', 'done', d.progress = 100)),
  '{"template": "prd-v2"}'::jsonb,
  case when v.status in ('approved', 'completed', 'in_progress', 'testing', 'verification') then 'LEAD' end,
  case when v.status in ('approved', 'completed', 'in_progress', 'testing', 'verification')
    then d.created_at + interval '2 days' end,
  d.created_at + interval '1 day', d.updated_at
from (values
  ('SD-UI-014', 'approved', 'Queue sorted by risk|Reason in words on each row|Keyboard only operation',
    'A reviewer decides ten items without the mouse|The queue loads in 300 ms with 10,000 items'),
  ('SD-UI-015', 'in_progress', 'Search by number|Status badges|Page by cursor', 'An order is found in five seconds'),
  ('SD-UI-016', 'verification', 'Group settings|Warn before leaving', 'No field without a label|Screen readers work'),
  ('SD-UI-017', 'completed', 'Total always visible|Inline errors', 'Checkout takes under 60 seconds|No layout shift'),
  ('SD-UI-018', 'completed', 'Finding as title|Table behind the chart', 'The finding is right for twelve quarters'),
  ('SD-UI-019', 'in_progress', 'Four destinations|Badge for waiting items', 'Targets are 44 px|Two taps to any page'),
  ('SD-UI-020', 'completed', 'One sentence why|One action', 'All 11 empty lists are covered'),
  ('SD-UI-021', 'in_progress', 'Save, rename, delete|Share as a link', 'A shared link shows the same rows to all'),
  ('SD-API-009', 'in_progress', 'Eight tries|Replay by hand|Switch off endpoints that answer 410|Keep the order',
    'A two hour outage of an endpoint loses nothing|Signature verifies on every try'),
  ('SD-API-010', 'completed', 'Keys live 24 hours|Conflicting body is a 422', 'Two parallel requests charge once'),
  ('SD-API-011', 'testing', 'Opaque cursors|Deprecation header for offsets', 'Page 10,000 answers below 100 ms'),
  ('SD-API-012', 'completed', 'Preview with errors|All or nothing|Template', '50,000 lines import within a minute'),
  ('SD-API-013', 'verification', 'Inputs with dates|Currency of the venture', 'Every number can be traced to an input'),
  ('SD-API-014', 'in_progress', 'Limits a key|Headers with the rest|429', 'A burst leaves others unharmed'),
  ('SD-DB-003', 'in_progress', 'Online move|Rollback at any step', 'No write waits a second|Rollback keeps all rows'),
  ('SD-DB-004', 'completed', 'Views for readers|Restore within 90 days', 'Reports of past months do not change'),
  ('SD-DB-005', 'completed', 'Migrate 41 columns|Checks against negative zero', 'Sums are equal to the cent'),
  ('SD-DB-006', 'verification', 'Who, what, when|No update and delete', 'An auditor can replay any directive'),
  ('SD-AUTH-002', 'completed', 'Codes|Recovery codes|Enforced for admins', 'A stolen password alone opens nothing'),
  ('SD-AUTH-003', 'verification', 'OIDC discovery|Map groups to roles', 'Works with three providers'),
  ('SD-AUTH-004', 'on_hold', 'Register|Sign in|Fall back', 'Works in four browsers'),
  ('SD-AUTH-005', 'approved', 'List with place and time|End one or all', 'An ended sign-in stops within a minute'),
  ('SD-TOOL-001', 'completed', 'Repeat runs|Report with seed', 'Finds nine of ten planted ones'),
  ('SD-TOOL-002', 'in_progress', 'Address a branch|Own database|Removed after merge', 'Ready within four minutes'),
  ('SD-TOOL-003', 'approved', 'Lint in the pipeline|Explain each finding', 'No false alarm on 30 old PRDs'),
  ('SD-TOOL-004', 'approved', 'From session records|Known issues kept', 'Nothing has to be copied by hand'),
  ('SD-TOOL-005', 'on_hold', 'Weekly|Grouped by risk', 'Each update can be reverted alone'),
  ('SD-UAT-001', 'completed', 'Six blocking items first|Proof for each item', 'Customer signs without conditions'),
  ('SD-FEAT-007', 'approved', 'Rate of the day|Rounding by currency', 'JPY has no decimals|Ledger stays in dollars'),
  ('SD-FEAT-008', 'testing', 'Opt-in|Plain text part', 'No mail is sent twice'),
  ('SD-PERF-002', 'in_progress', 'Warm caches|Smaller bundle', 'First page below two seconds'),
  ('SD-DB-008', 'planning', 'Region a workspace', 'No European row leaves'),
  ('SD-AUTH-006', 'draft', 'Ask the owner|End after an hour', 'Every look is in the history'),
  ('SD-FEAT-009', 'archived', 'Credits', 'None'),
  ('SD-SEC-003', 'planning', 'Read at use|Two valid keys during change', 'Rotation loses no request'),
  ('SD-UAT-002', 'draft', 'Collect|Sort by weight', 'List agreed with the customer')
) as v (sd, status, needs, criteria)
join public.strategic_directives_v2 d on d.id = v.sd;

-- Sessions -------------------------------------------------------------------------------------
-- ago: days since the start. hours: how long it took. domains: code, performance, security, UX,
-- null is "never touched", so four zeros. Flags: n completed without a date, x completed before it
-- began, d active with a completion date, g gates null, e gates empty, v newer version of the writer,
-- o orchestrator unknown, z progress and coverage null, p no PRD linked.

with attempt (sd, status, type, ago, hours, quality, domains, progress, coverage, flags) as (values
  ('SD-UI-014', 'failed', 'UI', 94.2, 6.2, 52, '{58,61,49,40}'::int[], 35, 41, ''),
  ('SD-UI-014', 'cancelled', 'UI', 80.6, 2.1, 0, null, 10, 0, ''),
  ('SD-UI-014', 'paused', 'UI', 61.3, 290, 73, '{78,70,71,72}', 60, 62, ''),
  ('SD-UI-014', 'completed', 'UI', 5.4, 4.1, 91, '{92,88,95,90}', 100, 87, 'v'),
  ('SD-UI-015', 'failed', 'UI', 71.5, 3.3, 44, '{50,52,41,33}', 30, 28, ''),
  ('SD-UI-015', 'completed', 'UI', 5.1, 7.6, 86, '{88,84,82,90}', 100, 83, ''),
  ('SD-UI-015', 'active', 'UI', 2.3, 30, 79, '{84,null,null,74}', 55, 81, 'v'),
  ('SD-UI-016', 'failed', 'UI', 44.9, 5, 58, null, 45, 50, ''),
  ('SD-UI-016', 'paused', 'UI', 40.2, 2.7, 66, null, 50, 55, ''),
  ('SD-UI-016', 'completed', 'UI', 7.3, 6.6, 78, null, 100, 71, 'n'),
  ('SD-UI-016', 'active', 'UI', 6.6, 90, 0, null, 15, 0, ''),
  ('SD-UI-017', 'failed', 'UI', 103.4, 11.5, 61, '{66,48,70,60}', 70, 58, ''),
  ('SD-UI-017', 'cancelled', 'UI', 97.2, 1.2, 0, null, 5, 0, 'e'),
  ('SD-UI-017', 'completed', 'UI', 3.4, 9.8, 88, '{90,86,89,87}', 100, 84, 'v'),
  ('SD-UI-017', 'active', 'UI', 0.4, 5, 0, null, 20, 0, 'v'),
  ('SD-UI-018', 'cancelled', 'UI', 55.1, 0.8, 0, null, 0, 0, 'p'),
  ('SD-UI-018', 'paused', 'UI', 52.8, 3.9, 69, '{74,72,60,70}', 40, 44, ''),
  ('SD-UI-018', 'completed', 'UI', 9.2, 1.1, 95, '{96,94,95,95}', 100, 0, 'g'),
  ('SD-UI-019', 'cancelled', 'UI', 29.0, 2.4, 31, null, 15, 0, ''),
  ('SD-UI-019', 'failed', 'UI', 26.3, 8.2, 49, '{60,55,52,29}', 55, 47, ''),
  ('SD-UI-019', 'active', 'UI', 9.6, 124, 64, '{71,62,68,55}', 55, 60, ''),
  ('SD-UI-020', 'cancelled', 'UI', 66.4, 0.6, null, null, 0, 0, 'o'),
  ('SD-UI-020', 'failed', 'UI', 64.1, 2.9, 55, null, 60, 52, ''),
  ('SD-UI-020', 'completed', 'UI', 58.9, 4.4, 82, '{84,86,80,78}', 100, 80, 'n'),
  ('SD-UI-021', 'failed', 'UI', 38.2, 5.7, 47, '{52,49,47,40}', 35, 36, ''),
  ('SD-UI-021', 'paused', 'GENERAL', 25.5, 3.1, 68, '{72,70,66,64}', 40, 57, ''),
  ('SD-UI-021', 'active', 'UI', 13.7, 40, 0, null, 40, 0, 'z'),
  ('SD-UI-022', 'cancelled', 'UI', 19.8, 1.5, 20, null, 10, 12, ''),
  ('SD-UI-022', 'failed', 'UI', 17.3, 4.8, 57, '{63,61,58,46}', 65, 49, ''),
  ('SD-UI-022', 'active', 'UI', 1.1, 16, 76, '{80,77,75,72}', 60, 73, 'pv'),
  ('SD-API-009', 'failed', 'API', 62.7, 14.3, 39, '{48,30,42,0}', 40, 33, ''),
  ('SD-API-009', 'cancelled', 'API', 55.6, 1.9, 0, null, 5, 0, ''),
  ('SD-API-009', 'paused', 'API', 41.0, 7.7, 70, '{76,68,66,null}', 65, 64, ''),
  ('SD-API-009', 'active', 'API', 9.1, 74, 0, null, 40, 0, ''),
  ('SD-API-010', 'failed', 'API', 88.1, 4.2, 60, '{70,65,55,50}', 80, 66, ''),
  ('SD-API-010', 'cancelled', 'API', 82.4, 2.2, 0, null, 0, 0, ''),
  ('SD-API-010', 'completed', 'API', 74.5, 10.4, 93, '{94,90,96,92}', 100, 94, ''),
  ('SD-API-011', 'failed', 'API', 99.9, 6.8, 54, '{61,38,60,57}', 50, 48, ''),
  ('SD-API-011', 'completed', 'API', 44.3, 8.5, 84, '{85,91,79,81}', 100, 82, 'n'),
  ('SD-API-011', 'active', 'API', 4.7, 41, 81, '{83,88,76,77}', 90, 79, 'd'),
  ('SD-API-012', 'failed', 'API', 50.6, 12.9, 46, '{55,31,50,48}', 55, 39, ''),
  ('SD-API-012', 'cancelled', 'GENERAL', 48.3, 0.9, 0, null, 5, 0, 'g'),
  ('SD-API-012', 'paused', 'API', 36.9, 5.5, 72, '{75,69,73,71}', 70, 68, ''),
  ('SD-API-012', 'completed', 'API', 6.2, 9.2, 85, '{87,83,86,84}', 100, 88, 'v'),
  ('SD-API-013', 'failed', 'API', 34.7, 3.6, 51, null, 60, 44, ''),
  ('SD-API-013', 'completed', 'API', 28.4, 6.1, 68, '{72,70,58,72}', 95, 63, ''),
  ('SD-API-013', 'active', 'API', 6.2, 33, 74, '{78,75,71,72}', 80, 70, ''),
  ('SD-API-014', 'failed', 'API', 26.7, 5.8, 35, '{44,28,36,32}', 25, 22, ''),
  ('SD-API-014', 'cancelled', 'API', 24.6, 1.4, 0, null, 0, 0, 'e'),
  ('SD-API-014', 'paused', 'API', 22.8, 3.4, 63, '{70,64,57,61}', 30, 51, ''),
  ('SD-API-014', 'active', 'API', 16.9, 150, 0, null, 30, 0, ''),
  ('SD-DB-003', 'failed', 'DB', 112.6, 18.7, 41, '{55,25,44,40}', 60, 45, ''),
  ('SD-DB-003', 'cancelled', 'DB', 108.2, 3.0, 0, null, 10, 0, ''),
  ('SD-DB-003', 'completed', 'DB', 101.7, 22.4, 77, '{82,71,79,76}', 100, 76, ''),
  ('SD-DB-003', 'active', 'DB', 3.6, 50, 83, '{86,84,82,null}', 75, 78, 'v'),
  ('SD-DB-004', 'failed', 'DB', 69.8, 4.9, 59, '{66,60,52,58}', 70, 61, ''),
  ('SD-DB-004', 'paused', 'DB', 66.6, 2.3, 71, null, 75, 67, ''),
  ('SD-DB-004', 'completed', 'DB', 63.4, 5.3, 87, '{89,85,88,86}', 100, 90, ''),
  ('SD-DB-005', 'failed', 'DB', 84.4, 9.1, 50, '{57,52,41,50}', 45, 53, ''),
  ('SD-DB-005', 'paused', 'DB', 79.9, 4.0, 67, null, 50, 58, ''),
  ('SD-DB-005', 'completed', 'DB', 33.4, 190, 90, '{91,88,92,89}', 90, 92, ''),
  ('SD-DB-006', 'failed', 'GENERAL', 59.2, 7.0, 48, '{54,50,39,49}', 50, 40, ''),
  ('SD-DB-006', 'cancelled', 'DB', 57.5, 1.0, 0, null, 0, 0, ''),
  ('SD-DB-006', 'paused', 'DB', 53.1, 3.7, 65, '{68,66,60,66}', 60, 59, ''),
  ('SD-DB-006', 'completed', 'DB', 29.6, 8.8, 71, '{75,72,64,73}', 100, 69, ''),
  ('SD-DB-007', 'cancelled', 'DB', 15.6, 0.5, null, null, 0, 0, 'po'),
  ('SD-DB-007', 'failed', 'DB', 14.8, 2.6, 28, null, 30, 0, 'p'),
  ('SD-DB-007', 'active', 'DB', 11.2, 20, 0, null, 20, 0, 'p'),
  ('SD-AUTH-002', 'failed', 'AUTH', 118.3, 13.1, 56, '{62,60,45,57}', 65, 55, ''),
  ('SD-AUTH-002', 'cancelled', 'AUTH', 115.0, 1.6, 0, null, 5, 0, ''),
  ('SD-AUTH-002', 'paused', 'AUTH', 109.9, 6.3, 74, '{77,73,72,74}', 70, 72, ''),
  ('SD-AUTH-002', 'completed', 'AUTH', 105.8, 12.2, 96, '{96,93,98,95}', 100, 97, ''),
  ('SD-AUTH-003', 'failed', 'AUTH', 76.7, 8.6, 53, '{60,58,40,54}', 55, 51, ''),
  ('SD-AUTH-003', 'completed', 'AUTH', 68.9, 98, 71, '{76,74,61,73}', 100, 74, 'n'),
  ('SD-AUTH-003', 'active', 'AUTH', 20.4, 66, 73, null, 70, 72, ''),
  ('SD-AUTH-004', 'failed', 'AUTH', 32.1, 9.9, 45, '{55,57,34,34}', 45, 43, ''),
  ('SD-AUTH-004', 'cancelled', 'AUTH', 27.7, 0.7, 0, null, 0, 0, ''),
  ('SD-AUTH-004', 'paused', 'AUTH', 8.3, 11.0, 70, '{74,75,69,62}', 45, 66, 'v'),
  ('SD-AUTH-005', 'failed', 'AUTH', 23.5, 3.2, 62, '{70,69,51,58}', 75, 64, ''),
  ('SD-AUTH-005', 'paused', 'AUTH', 21.2, 1.8, 75, null, 80, 70, ''),
  ('SD-AUTH-005', 'completed', 'AUTH', 8.2, 5.9, 89, '{90,89,91,86}', 100, 89, ''),
  ('SD-TOOL-001', 'failed', 'TOOL', 91.8, 4.6, 63, null, 70, 60, ''),
  ('SD-TOOL-001', 'paused', 'TOOL', 87.9, 2.0, 70, '{77,69,70,null}', 75, 68, ''),
  ('SD-TOOL-001', 'completed', 'TOOL', 86.2, 7.4, 83, '{88,80,84,null}', 100, 86, ''),
  ('SD-TOOL-002', 'failed', 'TOOL', 46.8, 10.7, 42, '{50,36,40,null}', 40, 37, ''),
  ('SD-TOOL-002', 'cancelled', 'TOOL', 45.1, 1.1, 0, null, 0, 0, ''),
  ('SD-TOOL-002', 'completed', 'TOOL', 6.9, 13.5, 80, '{83,75,81,null}', 100, 77, ''),
  ('SD-TOOL-002', 'active', 'TOOL', 0.8, 9, 0, null, 35, 0, 'v'),
  ('SD-TOOL-003', 'completed', 'TOOL', 2.2, 3.0, 92, null, 100, 91, 'x'),
  ('SD-TOOL-004', 'failed', 'TOOL', 42.6, 3.5, 58, '{64,60,55,null}', 60, 56, ''),
  ('SD-TOOL-004', 'cancelled', 'GENERAL', 41.5, 0.4, 0, null, 0, 0, 'e'),
  ('SD-TOOL-004', 'completed', 'TOOL', 4.3, 6.9, 97, '{97,96,98,95}', 100, 96, 'v'),
  ('SD-TOOL-005', 'failed', 'TOOL', 36.6, 2.8, 37, null, 20, 0, 'g'),
  ('SD-TOOL-005', 'paused', 'TOOL', 35.3, 1.7, 60, '{67,60,54,null}', 30, 42, ''),
  ('SD-TOOL-005', 'active', 'TOOL', 24.5, 12, 0, null, 35, 0, 'z'),
  ('SD-UAT-001', 'failed', 'GENERAL', 73.1, 6.4, 57, '{64,61,55,48}', 50, 52, ''),
  ('SD-UAT-001', 'cancelled', 'GENERAL', 70.7, 0.9, 0, null, 5, 0, ''),
  ('SD-UAT-001', 'paused', 'GENERAL', 49.5, 5.1, 72, null, 70, 65, ''),
  ('SD-UAT-001', 'completed', 'GENERAL', 7.6, 14.6, 87, '{88,87,85,88}', 100, 85, ''),
  ('SD-UAT-001', 'active', 'GENERAL', 1.9, 11, 0, null, 10, 0, ''),
  ('SD-FEAT-007', 'failed', 'GENERAL', 31.8, 5.6, 52, '{60,58,44,46}', 55, 47, ''),
  ('SD-FEAT-007', 'cancelled', 'GENERAL', 30.5, 0.6, 0, null, 0, 0, ''),
  ('SD-FEAT-007', 'paused', 'GENERAL', 27.2, 2.5, 76, '{79,77,75,73}', 80, 74, ''),
  ('SD-FEAT-007', 'completed', 'GENERAL', 9.3, 8.0, 85, '{87,84,86,83}', 100, 86, ''),
  ('SD-FEAT-008', 'cancelled', 'GENERAL', 22.0, 0.7, 0, null, 0, 0, ''),
  ('SD-FEAT-008', 'failed', 'GENERAL', 20.9, 3.8, 55, null, 60, 50, ''),
  ('SD-FEAT-008', 'active', 'GENERAL', 2.8, 60, 84, '{86,85,84,81}', 95, 82, 'v'),
  ('SD-PERF-002', 'failed', 'GENERAL', 54.4, 4.3, 49, '{58,30,60,48}', 40, 55, ''),
  ('SD-PERF-002', 'paused', 'GENERAL', 53.2, 1.3, 66, null, 60, 60, ''),
  ('SD-PERF-002', 'completed', 'GENERAL', 16.5, 9.6, 79, '{80,85,78,73}', 100, 72, ''),
  ('SD-PERF-002', 'active', 'GENERAL', 5.9, 22, 0, null, 25, 0, '')
),

-- What the sub-agents found. minute: when, after the start.
finding (sd, status, agent, result, score, minute, summary) as (values
  ('SD-UI-014', 'failed', 'DESIGN', 'FAIL', 40, 140, 'Row actions open on hover only, no way by keyboard or touch.'),
  ('SD-UI-014', 'failed', 'TESTING', 'FAIL', 41, 320, '17 of 96 tests fail, 12 for unstable sorting.'),
  ('SD-UI-014', 'paused', 'DESIGN', 'WARNING', 72, 200, 'Contrast of the age label is 3.9:1, 4.5:1 is needed.'),
  ('SD-UI-014', 'paused', 'DATABASE', 'REVIEW_REQUIRED', 70, 260, 'Queue query reads 41,000 rows to show 50. An index '
    'on (status, risk) would do, but that table belongs to another directive.'),
  ('SD-UI-014', 'completed', 'TESTING', 'PASS', 87, 150, '118 tests pass, coverage 87 %. Sorting is stable now.'),
  ('SD-UI-014', 'completed', 'DESIGN', 'PASS', 90, 190, 'Whole flow works by keyboard, focus is visible throughout.'),
  ('SD-UI-014', 'completed', 'PERFORMANCE', 'WARNING', 84, 221, 'First load 1.9 s, 300 ms for a hidden chart.'),
  ('SD-UI-015', 'failed', 'TESTING', 'FAIL', 28, 120, 'Search returns orders of other workspaces. Stopped.'),
  ('SD-UI-015', 'failed', 'SECURITY', 'FAIL', 20, 150, 'No workspace filter in /orders?q=, which is a leak.'),
  ('SD-UI-015', 'completed', 'SECURITY', 'PASS', 82, 300, 'Workspace filter enforced in the database. A venture named '
    '"<img src=x onerror=alert(1)>" is shown as text.'),
  ('SD-UI-015', 'completed', 'DESIGN', 'PASS', 90, 380, 'Badges carry a word and a colour. Table reads well at 200 %.'),
  ('SD-UI-015', 'active', 'DESIGN', 'WARNING', 74, 600, 'Column menu is cut off on screens below 380 px.'),
  ('SD-UI-016', 'failed', 'VALIDATION', 'FAIL', 50, 220, 'Saving twice drops the second change without a word.'),
  ('SD-UI-016', 'completed', 'DESIGN', 'PASS', 80, 300, 'Every field has a label and help where it is not obvious.'),
  ('SD-UI-017', 'failed', 'PERFORMANCE', 'FAIL', 38, 400, 'Layout shifts by 0.31 while the card form loads.'),
  ('SD-UI-017', 'failed', 'DEBUGGING', 'ERROR', 0, 610, 'No result: the payment sandbox answered 503.'),
  ('SD-UI-017', 'completed', 'SECURITY', 'PASS', 89, 350, 'Card data goes straight to the provider, none in our logs.'),
  ('SD-UI-017', 'completed', 'PERFORMANCE', 'PASS', 86, 420, 'Layout shift 0.01, interactive after 1.4 s.'),
  ('SD-UI-017', 'completed', 'TESTING', 'WARNING', 80, 520, '91 tests pass, 3 skipped: 3-D Secure declines.'),
  ('SD-UI-018', 'paused', 'DESIGN', 'WARNING', 70, 90, 'The title is computed from the visible weeks only.'),
  ('SD-UI-019', 'failed', 'DESIGN', 'FAIL', 29, 340, 'Targets are 32 px high and the bar covers the last list row.'),
  ('SD-UI-019', 'active', 'DESIGN', 'WARNING', 61, 2000, 'Targets are 44 px now. Bar still hides under the keyboard.'),
  ('SD-UI-019', 'active', 'TESTING', 'FAIL', 48, 3100, 'Deep links open with the wrong tab selected in 4 of 9 cases.'),
  ('SD-UI-020', 'completed', 'DESIGN', 'PASS', 78, 180, 'All 11 lists are covered, wording is consistent.'),
  ('SD-UI-021', 'failed', 'VALIDATION', 'FAIL', 36, 260, 'A shared link shows different rows to different people.'),
  ('SD-UI-021', 'paused', 'DATABASE', 'WARNING', 66, 130, 'Filters are stored as free JSON without a version.'),
  ('SD-UI-022', 'failed', 'TESTING', 'FAIL', 49, 200, 'Blocked since is counted from creation, not from the block.'),
  ('SD-UI-022', 'active', 'TESTING', 'PASS', 73, 640, '38 tests pass, ages are right across a change of clocks.'),
  ('SD-API-009', 'failed', 'TESTING', 'FAIL', 33, 500, 'Deliveries are doubled when the worker restarts in mid-try.'),
  ('SD-API-009', 'failed', 'PERFORMANCE', 'FAIL', 30, 640, 'One slow endpoint holds all workers, 2/s remain.'),
  ('SD-API-009', 'failed', 'DEBUGGING', 'FAIL', 45, 820,
    'Cause found after three runs with tracing: the try counter is read before and written after '
    'the request, outside a transaction. A restart between the two reads the old value, '
    'so the same try is made again with a new signature and a new delivery id, which is why the receivers cannot '
    'recognise it as a repeat. The order within one subject is lost for the same reason: the next delivery sees no '
    'waiting predecessor. Moving the counter into the row that is locked by "select for update skip locked" fixes both '
    'in a sketch, but the sketch then deadlocks with the replay endpoint, which locks in the other order. Stopping '
    'here, the design of the queue table has to change first.'),
  ('SD-API-009', 'paused', 'DATABASE', 'PASS', 78, 180, 'Queue table with one lock order, no deadlock in 10,000 runs.'),
  ('SD-API-009', 'paused', 'SECURITY', 'REVIEW_REQUIRED', 64, 400, 'Replay by hand signs with the current key. Is that '
    'meant when the key was rotated because it leaked?'),
  ('SD-API-009', 'active', 'VALIDATION', 'PASS', 75, 240, 'Requirements 1 to 3 are met, keeping order is open.'),
  ('SD-API-010', 'failed', 'TESTING', 'WARNING', 66, 190, 'Parallel requests charge twice in 3 of 1,000 runs.'),
  ('SD-API-010', 'completed', 'TESTING', 'PASS', 94, 380, 'No double charge in 50,000 parallel runs.'),
  ('SD-API-010', 'completed', 'SECURITY', 'PASS', 96, 460, 'Keys are bound to the account, foreign keys answer 404.'),
  ('SD-API-011', 'failed', 'PERFORMANCE', 'FAIL', 38, 330, 'Cursor on a text column scans: 1.2 s at page 400.'),
  ('SD-API-011', 'completed', 'PERFORMANCE', 'PASS', 91, 300, 'Page 10,000 answers in 41 ms.'),
  ('SD-API-011', 'completed', 'VALIDATION', 'WARNING', 79, 470, 'Cursors carry the sort column in plain text.'),
  ('SD-API-011', 'active', 'TESTING', 'PASS', 79, 1500, 'Old clients still work, deprecation header is present.'),
  ('SD-API-012', 'failed', 'PERFORMANCE', 'FAIL', 31, 700, '50,000 lines take eleven minutes and 2.1 GB of memory.'),
  ('SD-API-012', 'completed', 'PERFORMANCE', 'PASS', 83, 360, '50,000 lines in 38 s, memory stays below 180 MB.'),
  ('SD-API-012', 'completed', 'SECURITY', 'PASS', 86, 480, 'Cells starting with = + - @ are escaped.'),
  ('SD-API-013', 'completed', 'SECURITY', 'FAIL', 42, 310, 'Inputs are readable with a sister venture''s key.'),
  ('SD-API-013', 'completed', 'TESTING', 'WARNING', 63, 350, '41 tests pass, currency conversion has none.'),
  ('SD-API-013', 'active', 'SECURITY', 'WARNING', 71, 900, 'Sister keys are refused, errors name the venture.'),
  ('SD-API-014', 'failed', 'PERFORMANCE', 'FAIL', 28, 300, 'The counter row is a hot spot, p99 rises to 4 s.'),
  ('SD-API-014', 'paused', 'SECURITY', 'WARNING', 57, 170, 'X-Forwarded-For is trusted from anywhere.'),
  ('SD-DB-003', 'failed', 'DATABASE', 'FAIL', 25, 900, 'Attaching locked the ledger for 47 s in rehearsal.'),
  ('SD-DB-003', 'failed', 'VALIDATION', 'FAIL', 44, 1080, 'Row counts differ by 212 after rollback.'),
  ('SD-DB-003', 'completed', 'DATABASE', 'PASS', 82, 1000, 'Longest lock 0.6 s over 31 partitions.'),
  ('SD-DB-003', 'completed', 'PERFORMANCE', 'WARNING', 71, 1250, 'Queries without a date touch every partition.'),
  ('SD-DB-003', 'active', 'DATABASE', 'PASS', 84, 1900, 'Queries without a date are rewritten, 3 of 31 remain.'),
  ('SD-DB-004', 'completed', 'DATABASE', 'PASS', 89, 230, 'Partial unique index, views are updatable.'),
  ('SD-DB-004', 'completed', 'TESTING', 'PASS', 90, 300, '52 tests pass, past reports are equal byte for byte.'),
  ('SD-DB-005', 'failed', 'VALIDATION', 'FAIL', 41, 460, 'JPY invoices are a hundred times too high after migration.'),
  ('SD-DB-005', 'completed', 'VALIDATION', 'PASS', 92, 800, 'Sums of 41 columns agree to the cent.'),
  ('SD-DB-005', 'completed', 'DATABASE', 'PASS', 90, 900, 'Rollback rehearsed twice, 14 minutes each.'),
  ('SD-DB-006', 'failed', 'SECURITY', 'FAIL', 35, 380, 'The history table can be updated by the app role.'),
  ('SD-DB-006', 'paused', 'DATABASE', 'WARNING', 65, 200, 'Trigger doubles the time of bulk updates.'),
  ('SD-DB-006', 'completed', 'SECURITY', 'WARNING', 64, 420, 'Truncate is still granted to the owner role.'),
  ('SD-DB-006', 'completed', 'VALIDATION', 'PASS', 75, 500, '40 directives replayed without a difference.'),
  ('SD-AUTH-002', 'failed', 'SECURITY', 'FAIL', 45, 700, 'Codes can be tried without limit, 10,000 in 3 minutes.'),
  ('SD-AUTH-002', 'paused', 'TESTING', 'WARNING', 72, 350, 'Clock drift above 30 s locks people out.'),
  ('SD-AUTH-002', 'completed', 'SECURITY', 'PASS', 98, 500, 'Five tries, then a wait. Recovery codes are hashed.'),
  ('SD-AUTH-002', 'completed', 'TESTING', 'PASS', 97, 640, '143 tests pass, clock drift of 90 s is tolerated.'),
  ('SD-AUTH-003', 'failed', 'SECURITY', 'FAIL', 30, 480, 'State is not checked on return, sign-in can be forged.'),
  ('SD-AUTH-003', 'completed', 'SECURITY', 'WARNING', 61, 560, 'Groups in the token are trusted, no allow list.'),
  ('SD-AUTH-003', 'active', 'SECURITY', 'REVIEW_REQUIRED', 70, 2600, 'Allow list added. Who may edit it?'),
  ('SD-AUTH-004', 'failed', 'TESTING', 'FAIL', 43, 500, 'Registration fails in one of four browsers.'),
  ('SD-AUTH-004', 'paused', 'SECURITY', 'PASS', 80, 300, 'Origin and challenge are checked, counters are kept.'),
  ('SD-AUTH-004', 'paused', 'DESIGN', 'REVIEW_REQUIRED', 62, 600, 'Fallback to the password is easy to miss.'),
  ('SD-AUTH-005', 'failed', 'TESTING', 'FAIL', 58, 150, 'Ended sign-ins live on for up to an hour.'),
  ('SD-AUTH-005', 'completed', 'SECURITY', 'PASS', 91, 260, 'Ended sign-ins stop within 20 s on every server.'),
  ('SD-TOOL-001', 'completed', 'TESTING', 'PASS', 86, 400, 'Finds 9 of 10 planted tests, no false alarm in 400 runs.'),
  ('SD-TOOL-002', 'failed', 'DEBUGGING', 'ERROR', 0, 600, 'Out of disk on the build machine, logs are incomplete.'),
  ('SD-TOOL-002', 'completed', 'PERFORMANCE', 'WARNING', 75, 700, 'Ready in 5 m 20 s, the goal is 4 minutes.'),
  ('SD-TOOL-002', 'completed', 'SECURITY', 'PASS', 81, 760, 'Previews hold no customer data and end after merge.'),
  ('SD-TOOL-003', 'completed', 'VALIDATION', 'PASS', 92, 160, 'No false alarm on 30 old PRDs, 11 real findings.'),
  ('SD-TOOL-004', 'failed', 'VALIDATION', 'WARNING', 58, 190, 'Known issues are lost when they contain line breaks.'),
  ('SD-TOOL-004', 'completed', 'VALIDATION', 'PASS', 97, 340, '25 hand-offs generated and compared, none differs.'),
  ('SD-TOOL-004', 'completed', 'TESTING', 'PASS', 96, 400, '88 tests pass, 96 % of lines.'),
  ('SD-UAT-001', 'completed', 'VALIDATION', 'PASS', 88, 700, '23 of 23 items fixed and shown.'),
  ('SD-UAT-001', 'completed', 'TESTING', 'PASS', 85, 780, '61 regression tests added, all pass.'),
  ('SD-UAT-001', 'completed', 'DESIGN', 'WARNING', 81, 820, 'Item 17: focus returns to the top of the page.'),
  ('SD-FEAT-007', 'failed', 'VALIDATION', 'FAIL', 44, 300, 'JPY shows two decimals, EUR rounds half down.'),
  ('SD-FEAT-007', 'completed', 'VALIDATION', 'PASS', 87, 420, 'Rounding agrees with the ledger for 9,000 invoices.'),
  ('SD-FEAT-007', 'completed', 'DATABASE', 'PASS', 84, 450, 'Rates are stored with the invoice, not looked up later.'),
  ('SD-FEAT-008', 'active', 'TESTING', 'PASS', 82, 3000, 'No mail is sent twice across two workers and a restart.'),
  ('SD-PERF-002', 'failed', 'PERFORMANCE', 'FAIL', 30, 220, 'Helps the second visitor, the first waits 10.4 s.'),
  ('SD-PERF-002', 'completed', 'PERFORMANCE', 'PASS', 85, 500, 'First page after 1.8 s, bundle is 212 kB smaller.')
),

-- Results in other shapes than the usual one.
other_results (sd, status, value) as (values
  ('SD-UI-016', 'paused', '{"DESIGN": {"verdict": "ok", "score": 70}, "TESTING": {"verdict": "todo", "open": [3, 8]}}'),
  ('SD-UI-020', 'failed', '["design: wording differs between lists", "tests: none yet"]'),
  ('SD-DB-004', 'paused', '[null, {"sub_agent_type": "DATABASE", "status": "PASS"}, {"note": "rerun on Monday"}, 7]'),
  ('SD-DB-005', 'paused', '"waiting for the finance calendar"'),
  ('SD-AUTH-005', 'paused', 'null'),
  ('SD-TOOL-001', 'failed', '[{"sub_agent_type": "TESTING", "status": "SKIPPED", "score": "n/a", "summary": null}]'),
  ('SD-TOOL-005', 'failed', null),
  ('SD-PERF-002', 'paused', '{}')
),
other_checklist (sd, status, value) as (values
  ('SD-UI-017', 'completed', '{"sd_validated": true, "prd_available": true, "passed": true, "risk": {"payment": "high",
    "mitigations": ["sandbox only", "feature flag checkout_v2"]}, "open_points": []}'),
  ('SD-UI-020', 'failed', '["directive read", "PRD read", "no design file"]'),
  ('SD-DB-007', 'failed', '"skipped: no PRD"'),
  ('SD-TOOL-005', 'failed', null),
  ('SD-TOOL-001', 'failed', '{}'),
  ('SD-API-014', 'failed', '{"sd_validated": true, "prd_available": "yes", "load_estimate": 1000, "passed": null}')
),

-- Measurements. "none" stands for a column that is null.
measured (sd, status, performance, security, accessibility) as (values
  ('SD-UI-014', 'failed', '{"lcp_ms": 4120, "cls": 0.19}', null, '{"violations": 14, "tool": "axe"}'),
  ('SD-UI-014', 'completed', '{"lcp_ms": 1910, "cls": 0.02, "inp_ms": 96, "bundle_kb": 212}', null,
    '{"standard": "WCAG 2.2 AA", "violations": [], "passes": 41, "incomplete": 2, "tool": "axe"}'),
  ('SD-UI-015', 'completed', '{"lcp_ms": 1480, "ttfb_ms": 110, "rows": 500}',
    '{"scanner": "semgrep", "critical": 0, "high": 0, "medium": 1, "low": 3, "ignored": ["CVE-2024-21538"]}',
    '{"violations": 0, "contrast": {"badge": "5.2:1", "muted": "4.6:1"}}'),
  ('SD-UI-016', 'completed', 'none', 'none', '{"violations": 1, "notes": ["long time zone list"]}'),
  ('SD-UI-017', 'failed', '{"cls": 0.31, "lcp_ms": 5200}', '{"status": "not run"}', null),
  ('SD-UI-017', 'completed', '{"before": {"lcp_ms": 5200, "cls": 0.31}, "after": {"lcp_ms": 1400, "cls": 0.01},
    "devices": ["desktop", "mid-range phone", "old tablet"]}',
    '{"scanner": "zap", "critical": 0, "high": 0, "medium": 0, "low": 2, "pci_scope": "SAQ A"}',
    '{"violations": 0, "screen_readers": ["NVDA", "VoiceOver"], "keyboard_only": true}'),
  ('SD-UI-019', 'failed', null, null, '{"violations": 9, "worst": {"rule": "target-size", "count": 6}}'),
  ('SD-UI-019', 'active', '{"fps": 57}', null, '{"violations": 3}'),
  ('SD-UI-020', 'completed', '{"lcp_ms": 980}', null, '"checked by eye"'),
  ('SD-UI-021', 'failed', '[]', 'null', '["no audit", null]'),
  ('SD-API-009', 'failed', '{"throughput_per_s": 2, "p99_ms": 30004}', '{"critical": 0, "high": 1}', null),
  ('SD-API-009', 'paused', '{"throughput_per_s": 240, "p99_ms": 212}', '{"critical": 0, "high": 0}', 'none'),
  ('SD-API-010', 'completed', '{"p50_ms": 14, "p99_ms": 48, "runs": 50000, "error_rate": 0}',
    '{"scanner": "semgrep", "critical": 0, "high": 0, "medium": 0, "low": 0,
    "report": "https://example.com/scans/sd-api-010"}', 'none'),
  ('SD-API-011', 'completed', '{"pages": [{"page": 1, "ms": 12}, {"page": 100, "ms": 19}, {"page": 10000, "ms": 41}]}',
    '{"critical": 0, "high": 0, "medium": 2}', 'none'),
  ('SD-API-012', 'failed', '{"lines": 50000, "seconds": 664, "memory_mb": 2150}', null, 'none'),
  ('SD-API-012', 'completed', '{"lines": 50000, "seconds": 38, "memory_mb": 178, "p95_preview_ms": 420}',
    '{"critical": 0, "high": 0, "medium": 1, "findings": [{"id": "CSV-1", "title": "Formula", "fixed": true}]}', null),
  ('SD-API-013', 'completed', '{"p50_ms": 33, "p99_ms": 180}',
    '{"critical": 0, "high": 1, "findings": [{"id": "IDOR-2", "title": "Sister key reads", "fixed": false}]}', null),
  ('SD-API-014', 'failed', '"load generator crashed"', null, null),
  ('SD-DB-003', 'completed', '{"partitions": 31, "longest_lock_ms": 612, "rows": 904112380, "hours": 21.5}',
    '{"grants_checked": true}', 'none'),
  ('SD-DB-004', 'completed', '{"query_ms": {"before": 8.1, "after": 8.4}}', null, 'none'),
  ('SD-DB-005', 'completed', '{"columns": 41, "rollback_minutes": [14, 14], "write_pause_ms": 0}', null, 'none'),
  ('SD-DB-006', 'completed', '{"insert_overhead_pct": 11}', '{"grants": {"app": ["insert"], "owner": "all"}}', null),
  ('SD-AUTH-002', 'completed', '{"verify_ms": 61}',
    '{"scanner": "zap", "critical": 0, "high": 0, "medium": 0, "low": 1, "pentest": "passed"}', '{"violations": 0}'),
  ('SD-AUTH-003', 'completed', null, '{"critical": 0, "high": 1, "medium": 2, "open": ["group allow list"]}', null),
  ('SD-AUTH-005', 'completed', '{"propagation_s": 20}', '{"critical": 0, "high": 0}', '{"violations": 0}'),
  ('SD-TOOL-001', 'completed', '{"runs": 400, "false_alarms": 0}', null, null),
  ('SD-TOOL-002', 'completed', '{"ready_s": 320, "goal_s": 240}', '{"customer_data": false}', null),
  ('SD-TOOL-003', 'completed', '[3.1, 2.9, 3.0]', 'true', '0'),
  ('SD-TOOL-004', 'completed', '{"hand_offs": 25, "seconds_each": 1.4}', '{"critical": 0, "high": 0}', null),
  ('SD-UAT-001', 'completed', '{"items": 23, "fixed": 23}', '{"critical": 0, "high": 0}', '{"violations": 1}'),
  ('SD-FEAT-007', 'completed', '{"invoices": 9000, "differences": 0}', '{"critical": 0, "high": 0}', null),
  ('SD-PERF-002', 'completed', '{"cold_start_ms": {"before": 11020, "after": 1810}, "bundle_kb": 519}', null, 'none')
),

-- Pictures by the name of the page, demos by the name of the demo.
shown (sd, status, before, after, demos) as (values
  ('SD-UI-014', 'failed', '{dashboard}'::text[], '{}'::text[], null::text[]),
  ('SD-UI-014', 'paused', '{dashboard}', '{dashboard}', null),
  ('SD-UI-014', 'completed', '{dashboard,board,empty-state}', '{dashboard,board,empty-state}', '{reviewer-dashboard}'),
  ('SD-UI-015', 'failed', '{orders}', null, null),
  ('SD-UI-015', 'completed', '{orders}', '{orders,empty-state}', '{https://example.com/previews/orders-table}'),
  ('SD-UI-015', 'active', '{orders,mobile-nav}', '{orders}', null),
  ('SD-UI-016', 'failed', '{settings}', '{/demo/settings-before.png}', null),
  ('SD-UI-016', 'completed', '{settings,sign-in}', '{settings,sign-in}', '{}'),
  ('SD-UI-017', 'failed', '{checkout}', '{checkout}', '{https://example.com/recordings/checkout-first-try.mp4}'),
  ('SD-UI-017', 'completed', '{checkout,mobile-nav}', '{checkout,mobile-nav,orders}',
    '{checkout-flow,https://example.com/recordings/checkout.mp4}'),
  ('SD-UI-017', 'active', '{checkout}', null, null),
  ('SD-UI-018', 'paused', '{report}', '{report}', null),
  ('SD-UI-019', 'failed', '{mobile-nav}', '{mobile-nav}', null),
  ('SD-UI-019', 'active', '{mobile-nav}', '{mobile-nav,dashboard}', '{https://example.com/previews/bottom-bar}'),
  ('SD-UI-020', 'completed', '{empty-state}', '{empty-state}', null),
  ('SD-UI-021', 'paused', null, '{orders}', null),
  ('SD-UI-022', 'failed', '{board}', '{/demo/board-before.png}', null),
  ('SD-UI-022', 'active', '{board}', '{board}', '{https://example.com/previews/board}'),
  ('SD-API-009', 'failed', '{deliveries}', null, null),
  ('SD-API-009', 'paused', '{deliveries}', '{deliveries}', '{webhook-console}'),
  ('SD-API-010', 'completed', '{}', '{}', '{https://example.com/docs/idempotency}'),
  ('SD-API-012', 'completed', '{empty-state,orders}', '{empty-state,orders}',
    '{https://example.com/recordings/import.mp4}'),
  ('SD-API-013', 'completed', null, '{report}', null),
  ('SD-DB-003', 'completed', null, null, '{https://example.com/reports/partitioning}'),
  ('SD-DB-006', 'completed', '{}', '{deliveries}', null),
  ('SD-AUTH-002', 'failed', '{sign-in}', null, null),
  ('SD-AUTH-002', 'completed', '{sign-in,settings}', '{sign-in,settings}',
    '{https://example.com/recordings/two-factor.mp4}'),
  ('SD-AUTH-003', 'completed', '{sign-in}', '{sign-in}', null),
  ('SD-AUTH-004', 'paused', '{sign-in}', '{sign-in}', '{https://example.com/previews/passkeys}'),
  ('SD-AUTH-005', 'completed', '{settings}', '{settings}', '{}'),
  ('SD-TOOL-002', 'completed', null, null, '{reviewer-dashboard,checkout-flow,webhook-console}'),
  ('SD-TOOL-004', 'completed', '{board}', '{board}', '{https://example.com/docs/hand-off-sample}'),
  ('SD-UAT-001', 'failed', '{orders,report,checkout}', '{orders}', null),
  ('SD-UAT-001', 'completed', '{orders,report,checkout,settings,sign-in,mobile-nav,empty-state,dashboard}',
    '{orders,report,checkout,settings,sign-in,mobile-nav,empty-state,dashboard}', '{checkout-flow,reviewer-dashboard}'),
  ('SD-FEAT-007', 'completed', '{report}', '{report,orders}', null),
  ('SD-PERF-002', 'completed', '{dashboard}', '{dashboard}', '{https://example.com/reports/cold-start}')
),

-- Gates without a checkpoint of that name.
extra_gate (sd, status, names) as (values
  ('SD-UI-014', 'completed', '{Design review}'::text[]),
  ('SD-UI-017', 'completed', '{Payment provider certification}'),
  ('SD-UI-015', 'active', '{Lighthouse performance ≥90}'),
  ('SD-API-012', 'completed', '{Customer acceptance}'),
  ('SD-AUTH-002', 'completed', '{Penetration test,Recovery drill}'),
  ('SD-AUTH-003', 'active', '{Penetration test}'),
  ('SD-PERF-002', 'completed', '{Cold start below two seconds}')
),

gate (type, names) as (values
  ('UI', '{Accessibility compliance check,Responsive design verification,Cross-browser compatibility}'::text[]),
  ('API', '{Security vulnerability scan,Load testing completion,API documentation update}'),
  ('DB', '{Migration rollback test,Data integrity verification,Performance impact assessment}')
),

reason (agent, text) as (values
  ('SECURITY', 'The change touches sign-in, keys or personal data'),
  ('DATABASE', 'The change alters a table or a query that runs often'),
  ('VALIDATION', 'Check the result against the requirements of the PRD'),
  ('TESTING', 'Coverage below 80 % or tests changed'),
  ('PERFORMANCE', 'The change is on the path of a page load or a hot endpoint'),
  ('DESIGN', 'The change is visible to people'),
  ('DEBUGGING', 'Failure without a known cause after two tries')
),

usual_results as (
  select a.sd, a.status, jsonb_agg(jsonb_build_object(
      'sub_agent_type', f.agent, 'activation_reason', r.text, 'status', f.result, 'summary', f.summary,
      'score', f.score, 'executed_at', now() - a.ago * interval '1 day' + f.minute * interval '1 minute'
    ) order by f.minute) as value
  from attempt a
  join finding f using (sd, status)
  join reason r using (agent)
  group by a.sd, a.status
)

insert into public.exec_implementation_sessions (
  id, sd_id, prd_id, status, implementation_type,
  quality_score, code_quality_score, performance_score, security_score, ux_accessibility_score,
  implementation_progress, test_coverage_pct, sub_agent_results, quality_gates, pre_impl_checklist,
  performance_metrics, security_scan_results, accessibility_audit, before_screenshots, after_screenshots, demo_urls,
  orchestrator, session_version, started_at, completed_at, created_at, updated_at
)
select
  -- A version 4 id made from the directive and the status.
  overlay(overlay(md5(a.sd || '/' || a.status) placing '4' from 13 for 1) placing 'a' from 17 for 1)::uuid,
  a.sd, p.id, a.status,
  case a.type when 'UI' then 'UI_COMPONENT' when 'API' then 'API_ENDPOINT' when 'DB' then 'DATABASE_CHANGE'
    when 'AUTH' then 'AUTHENTICATION' when 'TOOL' then 'SYSTEM_TOOLING' else 'GENERAL_FEATURE' end,
  a.quality,
  case when a.domains is null then 0 else a.domains[1] end,
  case when a.domains is null then 0 else a.domains[2] end,
  case when a.domains is null then 0 else a.domains[3] end,
  case when a.domains is null then 0 else a.domains[4] end,
  case when a.flags not like '%z%' then a.progress end,
  case when a.flags not like '%z%' then a.coverage end,
  case when o.sd is not null then o.value::jsonb else coalesce(u.value, '[]') end,
  case
    when a.flags like '%g%' then null
    when a.flags like '%e%' then '{}'
    else '{Unit test coverage ≥80%,Code review completion,Error handling verification}'::text[] || g.names || x.names
  end,
  case when c.sd is not null then c.value::jsonb else jsonb_build_object(
    'sd_validated', true, 'prd_available', p.id is not null,
    'target_application_set', d.target_application is not null, 'implementation_path_identified', a.progress > 0,
    'passed', p.id is not null and d.target_application is not null and a.progress > 0) end,
  case when m.performance is distinct from 'none' then coalesce(m.performance, '{}')::jsonb end,
  case when m.security is distinct from 'none' then coalesce(m.security, '{}')::jsonb end,
  case when m.accessibility is distinct from 'none' then coalesce(m.accessibility, '{}')::jsonb end,
  case when e.before is not null then array(
    select case when n like '/%' then n else '/demo/' || n || '-before.png' end
    from unnest(e.before) with ordinality as t (n, i) order by i) end,
  case when e.after is not null then array(
    select case when n like '/%' then n else '/demo/' || n || '-after.png' end
    from unnest(e.after) with ordinality as t (n, i) order by i) end,
  case when e.demos is not null then array(
    select case when n like 'https:%' then n else '/demo/' || n || '.html' end
    from unnest(e.demos) with ordinality as t (n, i) order by i) end,
  case when a.flags like '%o%' then null when a.flags like '%v%' then 'EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v2.0'
    else 'EXEC_IMPLEMENTATION_EXCELLENCE_ORCHESTRATOR_v1.0' end,
  case when a.flags like '%v%' then '2.0' else '1.0' end,
  at.started,
  case
    when a.flags like '%x%' then at.started - interval '3 hours'
    when a.flags like '%d%' or a.status = 'completed' and a.flags not like '%n%' then at.ended
  end,
  at.started, at.ended
from attempt a
cross join lateral (select now() - a.ago * interval '1 day' as started,
  now() - a.ago * interval '1 day' + a.hours * interval '1 hour' as ended) as at
join public.strategic_directives_v2 d on d.id = a.sd
left join public.product_requirements_v2 p on p.sd_id = a.sd and a.flags not like '%p%'
left join usual_results u on u.sd = a.sd and u.status = a.status
left join other_results o on o.sd = a.sd and o.status = a.status
left join other_checklist c on c.sd = a.sd and c.status = a.status
left join measured m on m.sd = a.sd and m.status = a.status
left join shown e on e.sd = a.sd and e.status = a.status
left join extra_gate x on x.sd = a.sd and x.status = a.status
left join gate g on g.type = a.type
order by at.started;

-- Checkpoints ----------------------------------------------------------------------------------
-- The trigger has made them, all open. Here they get as far as their session did.

with open_point (sd, name) as (values
  ('SD-UI-014', 'Cross-browser compatibility'), ('SD-UI-018', '%'), ('SD-API-012', 'API documentation update'),
  ('SD-API-013', 'Security vulnerability scan'), ('SD-DB-006', 'Migration rollback test'),
  ('SD-AUTH-003', 'Code review%'), ('SD-TOOL-002', 'Unit test coverage%'), ('SD-PERF-002', 'Unit test coverage%')
),
note (name, actor, notes) as (values
  ('Unit test coverage ≥80%', 'TESTING sub-agent', '{Measured on the merged branch.,New code is at 90 %.}'::text[]),
  ('Code review completion', 'EXEC agent', '{Eleven remarks and all resolved.,Reviewed against the style guide.}'),
  ('Error handling verification', 'EXEC agent', '{Timeouts forced by hand.,Errors name what to do next.}'),
  ('Accessibility compliance check', 'DESIGN sub-agent', '{No axe violations.,Contrast raised to 4.6:1.}'),
  ('Responsive design verification', 'DESIGN sub-agent', '{360 to 1920 px.,Checked at 200 % zoom.}'),
  ('Cross-browser compatibility', 'CI pipeline', '{Three engines are green.,WebKit date issue worked around.}'),
  ('Security vulnerability scan', 'SECURITY sub-agent', '{No critical or high findings.,One low finding accepted.}'),
  ('Load testing completion', 'PERFORMANCE sub-agent', '{30 minutes at twice the peak.,p99 below the goal of 250 ms.}'),
  ('API documentation update', 'EXEC agent', '{Reference and examples updated.,Changelog entry added.}'),
  ('Migration rollback test', 'DATABASE sub-agent', '{Rolled back and applied again on a copy.,Row counts agree.}'),
  ('Data integrity verification', 'DATABASE sub-agent', '{Checksums agree before and after.,No orphaned rows found.}'),
  ('Performance impact assessment', 'PERFORMANCE sub-agent', '{Slowest query 8 % slower.,No plan got worse.}')
),
reached as (
  select c.id, s.started_at, s.sd_id, c.checkpoint_name, c.checkpoint_type, s.updated_at - s.started_at as took,
    row_number() over w as n, count(*) over (partition by s.id) as total,
    ascii(md5(s.sd_id || c.checkpoint_name)) as pick, s.after_screenshots[1] as picture,
    coalesce(nullif(case c.checkpoint_type
      when 'TESTING' then s.test_coverage_pct when 'CODE_QUALITY' then s.code_quality_score
      when 'SECURITY' then s.security_score when 'PERFORMANCE' then s.performance_score
      when 'ACCESSIBILITY' then s.ux_accessibility_score end, 0), s.quality_score) as score,
    case s.status when 'completed' then o.sd is null when 'cancelled' then false end as done,
    coalesce(s.implementation_progress, 0) as progress
  from public.exec_quality_checkpoints c
  join public.exec_implementation_sessions s on s.id = c.session_id
  left join open_point o on o.sd = s.sd_id and c.checkpoint_name like o.name and s.status = 'completed'
  window w as (partition by s.id order by md5(s.sd_id || s.status || c.checkpoint_name))
),
decided as (
  select *, coalesce(done, n <= floor(total * progress * 0.008)) as complete from reached
)
update public.exec_quality_checkpoints c
set created_at = d.started_at,
  updated_at = case when d.complete then d.started_at + d.took * n / (total + 1) else d.started_at end,
  is_complete = d.complete,
  score = case when d.complete and d.pick % 11 <> 0 then d.score else 0 end,
  completed_at = case when d.complete then d.started_at + d.took * n / (total + 1) end,
  completed_by = case when d.complete then note.actor end,
  completion_notes = case when d.complete and d.pick % 5 <> 0 then note.notes[1 + d.pick % 2] end,
  evidence_url = case
    when not d.complete or d.pick % 4 = 0 then null
    when d.checkpoint_type = 'ACCESSIBILITY' then coalesce(d.picture, 'https://example.com/audits/' || lower(d.sd_id))
    when d.checkpoint_type = 'TESTING' then 'https://example.com/ci/' || lower(d.sd_id) || '/tests'
    else 'https://example.com/reports/' || lower(d.sd_id) || '/' || lower(d.checkpoint_type)
  end
from decided d
join note on note.name = d.checkpoint_name
where c.id = d.id;

insert into public.exec_quality_checkpoints (
  session_id, sd_id, checkpoint_name, checkpoint_type, is_required, is_complete, score, evidence_url, completion_notes,
  completed_at, completed_by, created_at, updated_at
)
select s.id, s.sd_id, v.name, v.type, v.required, v.done, v.score, v.url, v.notes,
  case when v.done then s.updated_at end, case when v.done then v.actor end, s.started_at, s.updated_at
from (values
  ('SD-AUTH-002', 'completed', 'Penetration test', 'SECURITY', true, true, 98,
    'https://example.com/reports/sd-auth-002/pentest', 'Two days, nothing above low.', 'SECURITY sub-agent'),
  ('SD-UI-014', 'completed', 'Print layout', 'DOCUMENTATION', false, false, 0, null, null, null),
  ('SD-UI-017', 'completed', 'Checkout under 60 seconds', 'PERFORMANCE', true, true, 90, '/demo/checkout-flow.html',
    'Median of 20 runs: 44 s. Slowest: 58 s.', 'PLAN agent'),
  ('SD-DB-003', 'completed', 'Rehearsal on a full copy', 'TESTING', true, true, 80,
    'https://example.com/reports/sd-db-003/rehearsal', 'Third rehearsal, 21.5 hours.', 'DATABASE sub-agent'),
  ('SD-DB-003', 'active', 'Rehearsal on a full copy', 'TESTING', true, false, 0, null, null, null),
  ('SD-API-009', 'active', 'Order kept within a subject', 'TESTING', true, false, 0, null, null, null),
  ('SD-UAT-001', 'completed', 'Customer has seen it', 'DOCUMENTATION', true, true, 0, null, 'Call on Tuesday.', 'PLAN'),
  ('SD-FEAT-007', 'completed', 'Translated e-mail texts', 'DOCUMENTATION', false, true, 75, null, null, 'EXEC agent')
) as v (sd, status, name, type, required, done, score, url, notes, actor)
join public.exec_implementation_sessions s on s.sd_id = v.sd and s.status = v.status;

-- Activations ----------------------------------------------------------------------------------
-- One for each result in the usual shape, except SD-TOOL-004: claimed, but nothing was activated.

with advice (about, steps) as (values
  ('%hover only%', 'Show actions on focus too|Test with a keyboard alone'), ('%unstable%', 'Sort by id last'),
  ('%age label%', 'Raise the contrast to 4.5:1'), ('Queue query%', 'Ask the owner of the table for the index'),
  ('%hidden chart%', 'Load what is below the fold when needed'), ('%other workspaces%', 'Fix before the next try'),
  ('%which is a leak%', 'Enforce the filter in the database|Look through the logs for use of the hole|Tell the owners'),
  ('Column menu%', 'Open the menu to the left|Test at 360 px'), ('Saving twice%', 'Queue the saves'),
  ('Layout shifts%', 'Reserve the space of late content'), ('No result%', 'Run again when the sandbox is back'),
  ('%3-D Secure%', 'Cover the declines|Raise the time limit of sandbox tests'), ('The title%', 'Use the whole quarter'),
  ('Targets are 32%', 'Make targets 44 px or more|Pad the last row'), ('Targets are 44%', 'Hide the bar while typing'),
  ('Deep links%', 'Take the tab from the address'), ('A shared link%', 'Store the rights with the filter'),
  ('Filters are%', 'Store a version with each filter'), ('Blocked since%', 'Count from the newest block'),
  ('Deliveries are%', 'Count tries in the locked row'), ('One slow%', 'Give slow endpoints a pool of their own'),
  ('Cause found%', 'Change the design of the queue table first|Use one lock order everywhere|Keep the trace'),
  ('Replay by%', 'Decide which key signs a replay|Record it in the PRD'), ('Cursor on%', 'Index the sort column'),
  ('Parallel%', 'Lock on the key'), ('Cursors carry%', 'Sign and encode the cursor'), ('50,000 lines take%', 'Stream'),
  ('Inputs are%', 'Stop the rollout until this is closed|Add a test with a foreign key'),
  ('Sister keys%', 'Answer 404 without a name'), ('%hot spot%', 'Spread the counter'),
  ('X-Forwarded%', 'Trust the header from our own proxy only'), ('Attaching%', 'Validate a check constraint first'),
  ('JPY%', 'Take the decimals from the currency table'), ('The history%', 'Revoke update and delete'),
  ('Truncate%', 'Revoke truncate|Add a test'), ('Codes can%', 'Five tries, then a wait'), ('State is%', 'Check state'),
  ('Groups in%', 'Keep an allow list|Write down who may edit it'), ('%Who may edit it?', 'Decide in the PRD'),
  ('Fallback%', 'Show both ways with equal weight'), ('%goal is 4 minutes.', 'Prebuild the base image')
)
insert into public.exec_sub_agent_activations (
  session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary, details, recommendations,
  quality_score, execution_time_ms, activated_at, created_at
)
select s.id, s.sd_id, r.agent, f.item ->> 'activation_reason', r.result,
  case
    when r.result = 'FAIL' and r.score < 40 then 'CRITICAL' when r.result in ('FAIL', 'ERROR') then 'HIGH'
    when r.result = 'PASS' then 'LOW' else 'MEDIUM'
  end,
  f.item ->> 'summary',
  case when r.result <> 'ERROR' then jsonb_build_object('files_checked', 4 + length(f.item ->> 'summary') % 37,
    'findings', case r.result when 'PASS' then 0 else 1 + r.score % 4 end) end,
  string_to_array(a.steps, '|'),
  r.score, case r.result when 'ERROR' then 600000 else 8000 + 337 * length(f.item ->> 'summary') end,
  (f.item ->> 'executed_at')::timestamptz, (f.item ->> 'executed_at')::timestamptz
from public.exec_implementation_sessions s
cross join lateral jsonb_array_elements(
  case jsonb_typeof(s.sub_agent_results) when 'array' then s.sub_agent_results else '[]' end) as f (item)
cross join lateral (select f.item ->> 'sub_agent_type' as agent, f.item ->> 'status' as result,
  case when jsonb_typeof(f.item -> 'score') = 'number' then (f.item ->> 'score')::integer end as score) as r
left join advice a on f.item ->> 'summary' like a.about and r.result <> 'PASS'
where f.item ? 'activation_reason' and s.sd_id <> 'SD-TOOL-004'
order by f.item ->> 'executed_at', s.id;

-- Activated, but missing from what the session says about itself. The first one contradicts it.
insert into public.exec_sub_agent_activations (
  session_id, sd_id, sub_agent_type, activation_reason, execution_status, severity, summary, details, recommendations,
  quality_score, execution_time_ms, activated_at, created_at
)
select s.id, s.sd_id, v.agent, v.reason, v.result, v.severity, v.summary, v.details::jsonb, v.advice::text[],
  v.score, v.ms, s.updated_at, s.updated_at
from (values
  ('SD-UI-015', 'completed', 'TESTING', 'Second run after the merge', 'FAIL', 'HIGH',
    '3 of 64 tests fail on the merged branch: paging skips a row when an order arrives in between.',
    '{"failed": ["pages by cursor", "keeps filter", "exports all"], "passed": 61}', '{Page by id}', 61, 91200),
  ('SD-UI-018', 'completed', 'DESIGN', 'Visible change', 'ERROR', 'LOW', 'No preview was given.', null, null, 0, 1200),
  ('SD-API-009', 'active', 'DEBUGGING', 'No progress for three days', 'REVIEW_REQUIRED', 'MEDIUM',
    'Waits for the decision about signing replays. Nothing else to do.', '{}', '{}', 0, 15400),
  ('SD-DB-007', 'failed', 'DATABASE', 'Index is about to be dropped', 'FAIL', 'CRITICAL',
    'Two of the "unused" indexes carry unique constraints.', '["orders_number_key", "ventures_slug_key"]',
    '{Exclude constraint indexes,Read the statistics of the replicas too}', 15, 22100),
  ('SD-TOOL-005', 'active', 'VALIDATION', 'Weekly check', 'WARNING', 'LOW', 'No commits yet.', '"n/a"', null, 50, 3100)
) as v (sd, status, agent, reason, result, severity, summary, details, advice, score, ms)
join public.exec_implementation_sessions s on s.sd_id = v.sd and s.status = v.status;

-- Hand-offs ------------------------------------------------------------------------------------
-- answered: days from the session's end until PLAN answered.

insert into public.exec_handoff_preparations (
  session_id, sd_id, handoff_status, implementation_summary, quality_metrics, test_results, performance_benchmarks,
  security_validation, accessibility_compliance, demo_url, documentation_url, test_report_url,
  deliverables_manifest, known_issues, post_implementation_notes,
  prepared_at, sent_at, response_at, created_at, updated_at
)
select s.id, s.sd_id, v.state, v.summary,
  jsonb_build_object('overall', s.quality_score, 'code_quality', nullif(s.code_quality_score, 0)),
  jsonb_build_object('coverage_pct', s.test_coverage_pct), s.performance_metrics, s.security_scan_results,
  s.accessibility_audit, s.demo_urls[1],
  case when v.state <> 'preparing' then 'https://example.com/docs/' || lower(s.sd_id) end,
  case when s.test_coverage_pct > 0 then 'https://example.com/ci/' || lower(s.sd_id) || '/tests' end,
  v.files, v.issues, v.notes, t.prepared, t.sent, t.sent + v.answered * interval '1 day', t.prepared,
  coalesce(t.sent + v.answered * interval '1 day', t.sent, t.prepared)
from (values
  ('SD-UI-014', 'failed', 'rejected', 'Queue page works with the mouse, keyboard is missing.', '{app/reviews}'::text[],
    '{Keyboard,Unstable order}'::text[], 'Sent back: the PRD asks for keyboard first.', 1.0),
  ('SD-UI-014', 'completed', 'sent', 'Queue, reasons and keyboard are in. Replaces three exports.',
    '{app/reviews,components/reviews,lib/data/queue.ts}', '{Chart delays first load by 300 ms}', null, null),
  ('SD-UI-015', 'completed', 'accepted', 'Orders table with search, status filter and badges.',
    '{app/orders,components/orders}', '{}', 'Column menu follows in a second session.', 0.8),
  ('SD-UI-016', 'completed', 'ready', 'Settings are grouped, with one save bar.', '{app/settings}', null, null, null),
  ('SD-UI-017', 'failed', 'rejected', 'One page checkout without wallet.', '{app/checkout}', '{Layout shift 0.31}',
    'Layout shift is above what we accept on a payment page.', 2.1),
  ('SD-UI-017', 'completed', 'accepted', 'Guided checkout on one page. Median 44 s from cart to confirmation.',
    '{app/checkout,components/checkout,e2e/checkout.spec.ts}', '{3-D Secure declines are not covered by tests}',
    'Accepted with the open tests as a follow-up.', 1.4),
  ('SD-UI-018', 'completed', 'sent', 'Done.', null, null, null, null),
  ('SD-UI-021', 'paused', 'preparing', 'Saving works, sharing does not.', '{lib/filters}',
    '{No version on stored filters}', null, null),
  ('SD-API-009', 'paused', 'preparing', 'Queue table and workers are new, order within a subject is open.',
    '{workers/webhooks}', '{Replay signs with the current key}', null, null),
  ('SD-API-010', 'completed', 'accepted', 'Idempotency keys on payments and refunds.',
    '{api/payments,api/refunds,docs/idempotency.md}', '{}', 'Rolled out to all accounts.', 0.5),
  ('SD-API-012', 'completed', 'ready', 'Import with preview, 50,000 lines in 38 s.', '{api/imports,app/imports}',
    '{API reference is not updated}', null, null),
  ('SD-API-013', 'completed', 'rejected', 'Valuation endpoint with inputs and dates.', '{api/valuations}',
    '{Sister key reads inputs}', 'A high finding is open. Reopened as a new session.', 1.7),
  ('SD-DB-003', 'completed', 'accepted', 'Ledger is partitioned, 31 partitions, 21.5 hours online.',
    '{migrations/ledger}', '{31 queries without a date}', 'Queries are handled in the next session.', 1.1),
  ('SD-DB-005', 'completed', 'sent', '41 columns moved to minor units.', '{migrations/minor-units,lib/money.ts}',
    '{Two exports still print decimals}', null, null),
  ('SD-DB-006', 'completed', 'rejected', 'History for directives and PRDs.', '{migrations/history}',
    '{Truncate is granted to the owner,Rollback is untested}', 'Needs the rollback test before we can take it.', 0.9),
  ('SD-AUTH-002', 'completed', 'accepted', 'Two-factor sign-in for all roles, enforced for admins.',
    '{app/sign-in,lib/totp.ts,docs/recovery.md}', '{}', 'Support has been trained.', 0.3),
  ('SD-AUTH-003', 'completed', 'rejected', 'OIDC with three providers.', '{lib/oidc.ts}',
    '{Groups without an allow list}', 'Allow list first.', 2.5),
  ('SD-TOOL-001', 'completed', 'accepted', 'Finder runs nightly and on changed tests.', '{tools/flaky}', '{}', null, 6),
  ('SD-TOOL-004', 'completed', 'sent', 'Hand-offs are generated, like this one.', '{tools/hand-off}', '{}', null, null),
  ('SD-UAT-001', 'completed', 'ready', '23 of 23 items fixed, each with a picture before and after.',
    '{docs/acceptance-spring.md}', '{Item 17 returns the focus to the top}', null, null),
  ('SD-FEAT-007', 'completed', 'accepted', 'Invoices in EUR, GBP and JPY.', '{app/invoices}', '{}', null, 1.6)
) as v (sd, status, state, summary, files, issues, notes, answered)
join public.exec_implementation_sessions s on s.sd_id = v.sd and s.status = v.status
cross join lateral (select s.updated_at + interval '20 minutes' as prepared,
  case when v.state in ('sent', 'accepted', 'rejected') then s.updated_at + interval '50 minutes' end as sent) as t;

-- Targets --------------------------------------------------------------------------------------

insert into public.quality_targets (implementation_type, domain, least_score)
values
  ('AUTHENTICATION', 'security', 90), ('UI_COMPONENT', 'ux_accessibility', 85), ('API_ENDPOINT', 'performance', 80),
  ('API_ENDPOINT', 'security', 85), ('DATABASE_CHANGE', 'performance', 80)
on conflict do nothing;

-- Verdicts -------------------------------------------------------------------------------------
-- after: days from the session's end. What was seen follows from the history below.

insert into public.exec_session_reviews (
  session_id, sd_id, verdict, body, code_quality_score, performance_score, security_score, ux_accessibility_score,
  seen_event_id, created_at
)
select s.id, s.sd_id, v.verdict, v.body, v.scores[1], v.scores[2], v.scores[3], v.scores[4],
  0, s.updated_at + v.after * interval '1 day'
from (values
  ('SD-UI-018', 'comment', 1.1, 'Reads well. Where do I see a scan, an audit or a picture of it?', null::int[]),
  ('SD-UI-020', 'approve', 2.0, 'All eleven lists looked at.', null),
  ('SD-API-010', 'approve', 0.4, 'Ran the parallel test myself: one charge.', '{93,90,96,null}'),
  ('SD-API-011', 'comment', 0.9, 'Please sign the cursor in the next session.', null),
  ('SD-API-011', 'approve', 1.3, 'Page 10,000 is fast here as well.', null),
  ('SD-API-013', 'request_changes', 1.6, 'A sister venture''s key still reads the inputs. Not before that is closed.',
    '{72,70,35,72}'),
  ('SD-DB-003', 'approve', 1.0, 'Locks below a second in three rehearsals.', '{82,75,80,null}'),
  ('SD-DB-004', 'approve', 0.7, '', null),
  ('SD-DB-005', 'approve', 2.2, 'Sums compared with finance.', '{91,88,92,null}'),
  ('SD-DB-006', 'request_changes', 1.2, 'The rollback was never tested, and truncate is open to the owner.', null),
  ('SD-AUTH-002', 'approve', 0.2, 'Tried to get around it for an afternoon and could not.', '{95,92,98,94}'),
  ('SD-AUTH-003', 'request_changes', 2.4, 'Groups of the token need an allow list.', '{76,74,55,73}'),
  ('SD-TOOL-001', 'approve', 5.8, 'Found two of ours on the first night.', null),
  ('SD-FEAT-007', 'approve', 1.5, 'Invoices in three currencies agree with the ledger.', '{87,84,86,80}'),
  ('SD-PERF-002', 'approve', 3.1, 'Below two seconds from three places.', '{80,86,null,null}')
) as v (sd, verdict, after, body, scores)
join public.exec_implementation_sessions s on s.sd_id = v.sd and s.status = 'completed'
order by s.updated_at;

-- Waivers --------------------------------------------------------------------------------------
-- One has ended, one still lasts. Nobody is named: there are no accounts yet.

insert into public.exec_checkpoint_waivers (
  checkpoint_id, session_id, sd_id, checkpoint_name, reason, ends_at, created_at
)
select c.id, c.session_id, c.sd_id, c.checkpoint_name, v.reason,
  date_trunc('day', now()) + v.ends * interval '1 day', s.updated_at + interval '3 hours'
from (values
  ('SD-TOOL-002', 'TESTING', -2, 'The build machine of the tests was being replaced.'),
  ('SD-API-012', 'DOCUMENTATION', 20, 'The reference is written anew for all endpoints; this one comes with it.')
) as v (sd, type, ends, reason)
join public.exec_implementation_sessions s on s.sd_id = v.sd and s.status = 'completed'
join public.exec_quality_checkpoints c
  on c.session_id = s.id and c.checkpoint_type = v.type and c.is_required and not c.is_complete;

-- History --------------------------------------------------------------------------------------
-- The triggers have witnessed the loading of this file. Told again, those events get the days at which
-- they happened in the story, and each session gets there by steps: 3 to 12 of them, in which scores
-- appear one by one and progress rises, rests and sometimes falls back. dice: 16 bytes a session.

with witnessed as (
  delete from public.exec_session_events returning session_id, sd_id, kind, action, record_id, label, old, new
),
life as (
  select s.id, s.sd_id, s.started_at, s.updated_at - s.started_at as took, to_jsonb(s) as ends, d.dice, d.long,
    case when s.status = 'cancelled' then 3 else (case when d.long then 7 else 3 end) + get_byte(d.dice, 0) % 6 end as n
  from public.exec_implementation_sessions s
  cross join lateral (select decode(md5(s.id::text), 'hex') as dice,
    s.updated_at - s.started_at > interval '20 hours' as long) as d
),
step as (
  select life.*, k, k / n::numeric as part,
    -- What takes days gets slower towards its end.
    started_at + took * power(k / n::float8, case when long then 2.2 else 0.6 + get_byte(dice, 8) % 4 * 0.3 end) as at
  from life, generate_series(1, n) as k
),
-- What somebody scored, covered or got done; zeros and nulls stay as they were at the start.
measure as (
  select id, sd_id, k, at, key, '0'::jsonb as first, to_jsonb(case
    when k = n then final
    when i = 0 then greatest(0, floor(final * least(1, part * 1.4) / 5) * 5
      - case when final >= 40 and get_byte(dice, 9) % 3 = 0 and part between 0.55 and 0.75 then 30 else 0 end)
    when k <= n * (get_byte(dice, i) % 6 + case key when 'quality_score' then 2 else 0 end) / 10 then 0
    else least(99, greatest(5, final - (n - k + (k + i) % 2) * (get_byte(dice, 9 + i) % 5 - 1)))
  end::integer) as value
  from step
  cross join (values
    (0, 'implementation_progress'), (1, 'code_quality_score'), (2, 'performance_score'), (3, 'security_score'),
    (4, 'ux_accessibility_score'), (5, 'test_coverage_pct'), (6, 'quality_score')) as f (i, key)
  cross join lateral (select (ends ->> key)::integer as final) as x
  where final > 0
),
turn as (
  select id, sd_id, k, at, 'status' as key, '"active"'::jsonb as first,
    case when k = n then ends -> 'status' when long and k = n - 3 and get_byte(dice, 10) % 2 = 0 then '"paused"'
      else '"active"' end as value
  from step
  union all
  select id, sd_id, k, at, 'completed_at', 'null', case when k = n then ends -> 'completed_at' else 'null' end
  from step
),
change as (
  select *, lag(value, 1, first) over (partition by id, key order by k) as was
  from (select * from measure union all select * from turn) as either
),
told (session_id, sd_id, at, kind, action, record_id, label, old, new) as (
  select id, sd_id, at, 'session', 'changed', id, null, jsonb_object_agg(key, was), jsonb_object_agg(key, value)
  from change where value <> was
  group by id, sd_id, k, at
  union all
  select w.session_id, w.sd_id, s.started_at, w.kind, w.action, w.record_id, w.label, null,
    w.new - 'completed_at' || '{"status": "active"}' || (select coalesce(jsonb_object_agg(key, 0), '{}')
      from jsonb_object_keys(w.new) as key where key ~ '_score$|_pct$|_progress$')
  from witnessed w join public.exec_implementation_sessions s on s.id = w.record_id
  where w.kind = 'session'
  union all
  select w.session_id, w.sd_id, c.created_at, w.kind, w.action, w.record_id, w.label, null,
    w.new - '{completed_at,completed_by,evidence_url}'::text[] || '{"is_complete": false, "score": 0}'
  from witnessed w join public.exec_quality_checkpoints c on c.id = w.record_id
  where w.kind = 'checkpoint' and w.action = 'created'
  union all
  select session_id, sd_id, completed_at, 'checkpoint', 'changed', id, checkpoint_name,
    '{"is_complete": false, "completed_at": null}'::jsonb
      || case when score > 0 then '{"score": 0}'::jsonb else '{}' end
      || (select coalesce(jsonb_object_agg(key, null), '{}') from jsonb_object_keys(wrote) as key),
    jsonb_build_object('is_complete', true, 'completed_at', completed_at) || wrote
      || case when score > 0 then jsonb_build_object('score', score) else '{}' end
  from public.exec_quality_checkpoints
  cross join lateral jsonb_strip_nulls(jsonb_build_object('completed_by', completed_by,
    'completion_notes', completion_notes, 'evidence_url', evidence_url)) as wrote
  where is_complete
  union all
  select w.session_id, w.sd_id, coalesce(a.activated_at, r.created_at, v.created_at), w.kind, w.action, w.record_id,
    w.label, null, w.new
  from witnessed w
  left join public.exec_sub_agent_activations a on a.id = w.record_id
  left join public.exec_session_reviews r on r.id = w.record_id
  left join public.exec_checkpoint_waivers v on v.id = w.record_id
  where w.kind in ('activation', 'review', 'waiver')
  union all
  select w.session_id, w.sd_id, t.at, w.kind, t.action, w.record_id, null, t.old, t.new
  from witnessed w
  join public.exec_handoff_preparations h on h.id = w.record_id
  cross join lateral (values
    (h.prepared_at, 'created', null::jsonb,
      w.new - '{sent_at,response_at}'::text[] || '{"handoff_status": "preparing"}'),
    (case when h.handoff_status <> 'preparing' then h.prepared_at + interval '10 minutes' end, 'changed',
      '{"handoff_status": "preparing"}', '{"handoff_status": "ready"}'),
    (h.sent_at, 'changed', '{"handoff_status": "ready", "sent_at": null}',
      jsonb_build_object('handoff_status', 'sent', 'sent_at', h.sent_at)),
    (h.response_at, 'changed', '{"handoff_status": "sent", "response_at": null}',
      jsonb_build_object('handoff_status', h.handoff_status, 'response_at', h.response_at))
  ) as t (at, action, old, new)
  where t.at is not null
)
insert into public.exec_session_events (session_id, sd_id, at, kind, action, record_id, label, old, new)
select * from told
order by at, action desc, (kind = 'session') = (action = 'created') desc, record_id;

-- A reviewer had before them what had happened until then. Noting that is no part of the story.
update public.exec_session_reviews r
set seen_event_id = (select max(id) from public.exec_session_events e
  where e.session_id = r.session_id and e.at < r.created_at);
delete from public.exec_session_events where kind = 'review' and action = 'changed';
update public.exec_session_events e
set new = e.new || jsonb_build_object('seen_event_id', r.seen_event_id)
from public.exec_session_reviews r
where e.record_id = r.id;

select exhibit.rebuild_cards();

-- What agents did just now ---------------------------------------------------------------------
-- A score that somebody set to 0, progress, coverage that was raised after its approval, and a
-- completion as agents write it: by an update, without a date, so that the directive moves by the
-- database's own trigger.

update public.exec_implementation_sessions
set implementation_progress = 80, security_score = 0
where sd_id = 'SD-DB-003' and status = 'active';

update public.exec_implementation_sessions
set implementation_progress = 35, quality_score = 62
where sd_id = 'SD-UI-017' and status = 'active';

update public.exec_implementation_sessions
set test_coverage_pct = 88
where sd_id = 'SD-FEAT-007' and status = 'completed';

update public.exec_implementation_sessions
set status = 'completed', implementation_progress = 100
where sd_id = 'SD-FEAT-008' and status = 'active';
