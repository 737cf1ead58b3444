-- Who keeps the programme, decides on requests, registers and submits. The list of rights is extended, not written anew, so that rights
-- which other rooms add stay, whichever comes first.
do $$
declare
  was text := (select pg_get_constraintdef(c.oid) from pg_constraint c where c.conname = 'role_rights' and c.conrelid = 'registry.role'::regclass);
  sees text := (select pg_get_constraintdef(c.oid) from pg_constraint c
                where c.conname = 'role_sees_what_it_reads' and c.conrelid = 'registry.role'::regclass);
begin
  execute 'alter table registry.role drop constraint role_rights, drop constraint role_sees_what_it_reads';
  execute 'alter table registry.role add constraint role_rights '
    || replace(was, 'ARRAY[', 'ARRAY[''programme.keep''::text, ''programme.decide''::text, ''programme.register''::text, ''programme.submit''::text, ');
  execute 'alter table registry.role add constraint role_sees_what_it_reads '
    || replace(sees, 'ARRAY[', 'ARRAY[''programme.keep''::text, ''programme.decide''::text, ');
end
$$;

create temporary table role_before_programme on commit drop as select * from registry.role;

-- By what a role may do today, so that roles an office has changed or added follow too.
update registry.role set rights = rights
  || case when 'task.steer' = any(rights) and sees = 'all' then array['programme.keep'] else '{}' end
  || case when 'task.steer' = any(rights) and sees = 'all' and 'report.sign' = any(rights) then array['programme.decide'] else '{}' end
  || case when 'task.carryOut' = any(rights) and sees <> 'all' then array['programme.register', 'programme.submit'] else '{}' end;
update registry.role now set version = now.version + 1, changed_at = now(), changed_by = 'nâng cấp phiên bản'
  from role_before_programme was where was.role = now.role and was.rights <> now.rights;

insert into platform.audit (actor_name, event, subject_kind, subject_id, before, after)
select 'nâng cấp phiên bản', 'role.changed', 'role', now.role, jsonb_build_object('rights', was.rights),
  jsonb_build_object('rights', now.rights)
from registry.role now join role_before_programme was using (role)
where was.rights <> now.rights and exists (select from registry.post o where o.role = now.role)
order by now.position;
set constraints platform.audit_sealed immediate;
set constraints platform.audit_sealed deferred;
