-- An agency's own report to its head: prepared and signed within the agency.

-- The list of rights is added to as it stands: other rooms add theirs to the same check.
do $$
declare
  was text := (select pg_get_constraintdef(oid) from pg_constraint
               where conrelid = 'registry.role'::regclass and conname = 'role_rights');
begin
  alter table registry.role drop constraint role_rights;
  execute 'alter table registry.role add constraint role_rights '
    || regexp_replace(was, 'ARRAY\[', 'ARRAY[''report.prepareOwn''::text, ''report.signOwn''::text, ');
end
$$;

create temporary table role_before_own_reports on commit drop as select * from registry.role;
update registry.role set rights = rights
  || case when role in ('officer', 'focalPoint', 'leader') then array['report.prepareOwn'] else '{}' end
  || case when role = 'leader' then array['report.signOwn'] else '{}' end
where role in ('officer', 'focalPoint', 'leader');
update registry.role now set version = now.version + 1, changed_at = now(), changed_by = 'nâng cấp phiên bản'
  from role_before_own_reports was where was.role = now.role and was.rights <> now.rights;
insert into platform.audit (actor_name, event, subject_kind, subject_id, before, after)
select 'nâng cấp phiên bản', 'role.changed', 'role', now.role, jsonb_build_object('rights', was.rights),
  jsonb_build_object('rights', now.rights)
from registry.role now join role_before_own_reports was using (role)
where was.rights <> now.rights and exists (select from registry.post o where o.role = now.role)
order by now.position;
set constraints platform.audit_sealed immediate;
set constraints platform.audit_sealed deferred;
