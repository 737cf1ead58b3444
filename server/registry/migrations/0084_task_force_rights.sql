-- Two rights of the Task Force's work. The lists of rights are extended as they are, so that rights added by other rooms stay.
create temporary table role_before_task_force on commit drop as select * from registry.role;
create temporary table rule_before_task_force on commit drop as
  select conname as name, pg_get_constraintdef(oid) as rule from pg_constraint
  where conrelid = 'registry.role'::regclass and conname in ('role_rights', 'role_sees_what_it_reads');
alter table registry.role drop constraint role_rights;
alter table registry.role drop constraint role_sees_what_it_reads;

-- Whoever prepares reports and letters keeps the Task Force; whoever signs for every agency also leads inspections.
update registry.role set rights = rights
  || case when rights @> array['report.prepare', 'urge.prepare'] or 'urge.sign' = any(rights) then array['taskforce.keep'] else '{}' end
  || case when 'urge.sign' = any(rights) then array['inspection.lead'] else '{}' end
where sees = 'all';
update registry.role now set version = now.version + 1, changed_at = now(), changed_by = 'nâng cấp phiên bản'
  from role_before_task_force was where was.role = now.role and was.rights <> now.rights;
insert into platform.audit (actor_name, event, subject_kind, subject_id, before, after)
select 'nâng cấp phiên bản', 'role.changed', 'role', now.role, jsonb_build_object('rights', was.rights),
  jsonb_build_object('rights', now.rights)
from registry.role now join role_before_task_force was using (role)
where was.rights <> now.rights and exists (select from registry.post o where o.role = now.role)
order by now.position;
set constraints platform.audit_sealed immediate;
set constraints platform.audit_sealed deferred;

do $$
declare one record;
begin
  for one in select * from rule_before_task_force loop
    execute format('alter table registry.role add constraint %I %s', one.name,
      replace(one.rule, 'ARRAY[', 'ARRAY[''taskforce.keep''::text, ''inspection.lead''::text, '));
  end loop;
end
$$;
