-- The office checks a file by the list of the regulation. Until now only the sender said what is in it.
alter table programme.file_requirement add column is_conditional boolean not null default false;
update programme.file_requirement set is_conditional = true where basis = '191/2026/NĐ-CP, Điều 14.2';
comment on column programme.file_requirement.is_conditional is 'Only some files must hold it; a file without it may be complete.';

alter table programme.submission_part add column is_conditional boolean not null default false;
update programme.submission_part p set is_conditional = true
from programme.file_requirement r where r.name = p.name and r.is_conditional;

create table programme.submission_check_part (
  submission_id bigint not null,
  position integer not null,
  is_there boolean not null,
  constraint submission_check_part_pk primary key (submission_id, position),
  constraint submission_check_part_check foreign key (submission_id) references programme.submission_check (submission_id),
  constraint submission_check_part_of foreign key (submission_id, position) references programme.submission_part (submission_id, position)
);
comment on table programme.submission_check_part is 'Whether the check found each part that the regulation asks for. Never changed, never deleted.';
