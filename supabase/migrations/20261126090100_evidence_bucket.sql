-- Where a project has Supabase Storage, evidence is kept in a private bucket: members read it with their own
-- rights, and only the service role writes. The embedded backend keeps files in a folder and has no such schema.

do $$
begin
  if to_regclass('storage.objects') is null then
    return;
  end if;
  insert into storage.buckets (id, name, public, file_size_limit, allowed_mime_types)
  values ('exhibit-evidence', 'exhibit-evidence', false, 100 * 1024 * 1024, array[
    'image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'video/mp4', 'video/webm'
  ])
  on conflict (id) do update set
    (public, file_size_limit, allowed_mime_types) = (false, excluded.file_size_limit, excluded.allowed_mime_types);
  create policy exhibit_evidence_select on storage.objects for select to authenticated
    using (bucket_id = 'exhibit-evidence'
      and exists (select from public.team_members where user_id = (select auth.uid())));
  create policy exhibit_evidence_all on storage.objects for all to service_role
    using (bucket_id = 'exhibit-evidence') with check (bucket_id = 'exhibit-evidence');
end
$$;
