-- Where a project has Supabase Storage, evidence is kept in a private bucket: members read it with their own
-- rights, and only the service role writes. The embedded backend keeps files in a folder and has no such schema.

do $$
begin
  if to_regclass('storage.objects') is null then
    return;
  end if;
  insert into storage.buckets (id, name, public) values ('exhibit-evidence', 'exhibit-evidence', false)
  on conflict (id) do update set public = false;
  create policy exhibit_evidence_select on storage.objects for select to authenticated
    using (bucket_id = 'exhibit-evidence'
      and exists (select from public.team_members where user_id = (select auth.uid())));
  create policy exhibit_evidence_all on storage.objects for all to service_role
    using (bucket_id = 'exhibit-evidence') with check (bucket_id = 'exhibit-evidence');
end
$$;
