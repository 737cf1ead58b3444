-- Technical administration and the office's work are separate rights; reports are prepared by one person and signed by another.

alter table registry.role drop constraint role_rights;
alter table registry.role drop constraint role_sees_what_it_reads;

create temporary table role_before on commit drop as select * from registry.role;

-- Rights of the office leave the administrator whatever else an office changed about that role. Of the other roles, changed by an office or
-- not, only what is named here changes: who issued reports prepares them; who signs letters and sees every agency signs them too; who also
-- decides for the giver applies reorganisations.
update registry.role set rights = case
  when role = 'administrator' then array(
    select one from unnest(rights) with ordinality as had(one, place)
    where one not in ('directive.review', 'task.steer', 'task.carryOut', 'report.issue', 'urge.prepare', 'urge.sign')
    order by place)
  else array_replace(rights, 'report.issue', 'report.prepare')
    || case when sees = 'all' and 'urge.sign' = any(rights) then array['report.sign'] else '{}' end
    || case when sees = 'all' and rights @> array['urge.sign', 'task.steer'] then array['reorganisation.apply'] else '{}' end
end;
update registry.role now set version = now.version + 1, changed_at = now(), changed_by = 'nâng cấp phiên bản'
  from role_before was where was.role = now.role and was.rights <> now.rights;

-- Where people hold these roles, what they may do has changed: the log says so.
insert into platform.audit (actor_name, event, subject_kind, subject_id, before, after)
select 'nâng cấp phiên bản', 'role.changed', 'role', now.role, jsonb_build_object('rights', was.rights),
  jsonb_build_object('rights', now.rights)
from registry.role now join role_before was using (role)
where was.rights <> now.rights and exists (select from registry.post o where o.role = now.role)
order by now.position;
-- Sealed here and not at the end: later steps of the same upgrade may alter the log.
set constraints platform.audit_sealed immediate;
set constraints platform.audit_sealed deferred;

alter table registry.role add constraint role_rights check (
  rights <@ array[
    'directive.review', 'task.steer', 'task.carryOut', 'report.read', 'report.draft', 'report.prepare', 'report.sign', 'urge.prepare',
    'urge.sign', 'registry.keep', 'reorganisation.apply', 'people.keep', 'people.keepOwn', 'connection.keepOwn', 'system.keep',
    'audit.read', 'post.deputise'
  ]
);
alter table registry.role add constraint role_sees_what_it_reads check (
  sees = 'all' or not rights && array[
    'audit.read', 'report.draft', 'report.prepare', 'report.sign', 'reorganisation.apply', 'system.keep', 'people.keep'
  ]
);
