-- Who registers, assigns, drafts, signs and archives documents of an office, and the role of its clerk (văn thư). The lists of rights are
-- extended as they are, so that rights which other rooms add stay.
create temporary table role_before_records on commit drop as select * from registry.role;
do $$
declare was text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'role_rights' and conrelid = 'registry.role'::regclass);
begin
  alter table registry.role drop constraint role_rights;
  execute 'alter table registry.role add constraint role_rights '
    || replace(was, 'ARRAY[', 'ARRAY[''records.register''::text, ''records.assign''::text, ''records.draft''::text, ''records.sign''::text, ''records.archive''::text, ');
end
$$;

-- By what a role may do today, so that roles an office has changed or added follow too.
update registry.role set rights = rights
  || case when rights && array['task.carryOut', 'task.steer'] then array['records.draft'] else '{}' end
  || case when 'report.signOwn' = any(rights) or rights @> array['urge.sign', 'task.steer'] then array['records.assign', 'records.sign'] else '{}' end;
update registry.role now set version = now.version + 1, changed_at = now(), changed_by = 'nâng cấp phiên bản'
  from role_before_records was where was.role = now.role and was.rights <> now.rights;
insert into registry.role (role, name, name_en, sees, rights, position)
select 'clerk', 'Văn thư cơ quan', 'Clerk of a body', 'own', array['records.register', 'records.archive', 'records.draft'], max(position) + 1
from registry.role
on conflict (role) do nothing;
insert into platform.audit (actor_name, event, subject_kind, subject_id, before, after)
select 'nâng cấp phiên bản', 'role.changed', 'role', now.role, jsonb_build_object('rights', was.rights),
  jsonb_build_object('rights', now.rights)
from registry.role now join role_before_records was using (role)
where was.rights <> now.rights and exists (select from registry.post o where o.role = now.role)
order by now.position;
set constraints platform.audit_sealed immediate;
set constraints platform.audit_sealed deferred;
