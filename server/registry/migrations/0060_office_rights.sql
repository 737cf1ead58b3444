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

-- A report is drawn up by one person, submitted, and signed by another: until it is issued its row is a draft.

alter table oversight.report rename column frozen_at to issued_at;
alter table oversight.report rename column frozen_by to issued_by;
alter table oversight.report
  alter column issued_at drop not null,
  alter column issued_at drop default,
  alter column issued_by drop not null,
  alter column number drop not null,
  alter column issued_on drop not null,
  alter column signer drop not null,
  alter column signer_title drop not null,
  alter column docx_sha256 drop not null,
  alter column pdf_sha256 drop not null,
  alter column xlsx_sha256 drop not null,
  add column state text not null default 'issued',
  add column version integer not null default 1,
  -- Whose signature it is submitted for; null: that of whoever may sign.
  add column signatory_id bigint,
  add column sent_back_reason text,
  add column submitted_at timestamptz,
  add column submitted_by text,
  -- Null in reports issued before they were signed here.
  add column signer_id bigint,
  add column on_behalf_of_name text,
  add column created_at timestamptz,
  add column created_by text,
  add column changed_at timestamptz,
  add column changed_by text;

update oversight.report set created_at = issued_at, created_by = issued_by, changed_at = issued_at, changed_by = issued_by;

alter table oversight.report
  alter column state set default 'draft',
  alter column created_at set not null,
  alter column created_by set not null,
  alter column changed_at set not null,
  alter column changed_by set not null,
  add constraint report_signatory foreign key (signatory_id) references registry.person (person_id),
  add constraint report_signer foreign key (signer_id) references registry.person (person_id),
  add constraint report_state check (state in ('draft', 'submitted', 'issued', 'dropped')),
  -- Reports issued before they were signed here were submitted to no one.
  add constraint report_submitted_whole check (
    num_nulls(submitted_at, submitted_by) in (0, 2) and
    case state when 'submitted' then submitted_at is not null when 'issued' then (submitted_at is null) = (signer_id is null)
      else submitted_at is null end
  ),
  add constraint report_issued_whole check (
    case when state = 'issued' then
      num_nulls(number, issued_on, issued_at, issued_by, signer, signer_title, docx_sha256, pdf_sha256, xlsx_sha256) = 0
    else
      num_nonnulls(issued_on, issued_at, issued_by, signer, signer_title, signer_id, on_behalf_of_name, docx_sha256, pdf_sha256,
        xlsx_sha256) = 0
    end
  );
comment on table oversight.report is 'A report with its figures and text, from draft to issue; of an issued one nothing changes.';
comment on column oversight.report.number is 'Before the issue: taken from a book kept elsewhere; if empty, the next one of the register is given at the signature.';
create unique index report_one_open on oversight.report (kind, month) where state in ('draft', 'submitted');
comment on index oversight.report_one_open is 'One report of a month in the making at a time.';

create function oversight.issued_stays() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  raise exception 'an issued report stays as it is' using errcode = '23514', constraint = 'report_issued_stays';
end
$$;
comment on function oversight.issued_stays is 'Nothing of an issued report changes.';
create trigger report_stays before update or delete on oversight.report
  for each row when (old.state = 'issued') execute function oversight.issued_stays();
