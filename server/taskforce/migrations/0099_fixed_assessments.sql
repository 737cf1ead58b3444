-- An assessment of a period as it was known when it was fixed: figures, method and every row; a correction is a new edition.
create table taskforce.fixed_assessment (
  fixed_id bigint generated always as identity,
  from_on date not null,
  as_of date not null,
  edition integer not null default 1,
  corrects_id bigint,
  reason text,
  -- The method in force on the day, with its weights.
  method jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint fixed_assessment_pk primary key (fixed_id),
  constraint fixed_assessment_once unique (from_on, as_of, edition),
  constraint fixed_assessment_corrected_once unique (corrects_id),
  constraint fixed_assessment_corrects foreign key (corrects_id) references taskforce.fixed_assessment (fixed_id),
  constraint fixed_assessment_days check (from_on <= as_of),
  constraint fixed_assessment_edition check ((edition = 1) = (corrects_id is null) and (edition = 1) = (reason is null) and edition >= 1),
  constraint fixed_assessment_reason check (reason ~ '\S')
);
comment on table taskforce.fixed_assessment is
  'The assessment of agencies in a period, fixed as it was known that instant; a correction is a further edition. Never changed, never deleted.';

create table taskforce.fixed_agency (
  fixed_id bigint not null,
  agency_id bigint not null,
  position integer not null,
  agency_name text not null,
  rank integer,
  tasks integer not null,
  points numeric(4, 1),
  parts jsonb not null,
  constraint fixed_agency_pk primary key (fixed_id, agency_id),
  constraint fixed_agency_assessment foreign key (fixed_id) references taskforce.fixed_assessment (fixed_id),
  constraint fixed_agency_agency foreign key (agency_id) references registry.agency (agency_id)
);
comment on table taskforce.fixed_agency is 'The figures of one agency in a fixed assessment. Never changed, never deleted.';

create table taskforce.fixed_row (
  fixed_id bigint not null,
  agency_id bigint not null,
  part text not null,
  kind text not null,
  id bigint not null,
  code text,
  title text not null,
  "to" text not null,
  due_on date,
  done_on date,
  counts integer not null,
  is_against boolean not null,
  constraint fixed_row_pk primary key (fixed_id, agency_id, part, kind, id),
  constraint fixed_row_assessment foreign key (fixed_id) references taskforce.fixed_assessment (fixed_id)
);
comment on table taskforce.fixed_row is 'Every row that a fixed assessment counts, as it was. Never changed, never deleted.';

create trigger fixed_assessment_stays before update or delete on taskforce.fixed_assessment
  for each row execute function taskforce.facts_stay();
create trigger fixed_agency_stays before update or delete on taskforce.fixed_agency
  for each row execute function taskforce.facts_stay();
create trigger fixed_row_stays before update or delete on taskforce.fixed_row
  for each row execute function taskforce.facts_stay();
