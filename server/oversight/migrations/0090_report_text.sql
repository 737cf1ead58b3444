-- Reports of every kind: text with bound figures beside the computed report of a month. Issued reports keep their rows and their bytes: a
-- column gets another name, and nothing of them is written.

create table oversight.report_kind (
  kind text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  sort text not null,
  subject text not null,
  whose text not null,
  -- Whose paper it is, and the register and notation of its number.
  superior_agency text,
  issuing_agency text,
  head_title text,
  notation text,
  register text,
  constraint report_kind_pk primary key (kind),
  constraint report_kind_position unique (position) deferrable,
  constraint report_kind_sort check (sort in ('month', 'quarter', 'half', 'year', 'day')),
  constraint report_kind_subject check (subject in ('none', 'agency', 'source')),
  constraint report_kind_whose check (whose in ('office', 'agency')),
  -- An agency's own report is of that agency, and so are its name and its register.
  constraint report_kind_issuer check (
    case whose when 'agency' then subject = 'agency' and num_nonnulls(superior_agency, issuing_agency, notation, register) = 0
      else num_nulls(issuing_agency, head_title, notation, register) = 0 end)
);
comment on table oversight.report_kind is 'A kind of report: how often, about what, whose paper it is. Loaded at the start from report-kinds.ts.';
comment on column oversight.report_kind.sort is 'How long its periods are; half: for the June and December sessions; day: as of any day.';
comment on column oversight.report_kind.whose is 'office: prepared and signed in the Office; agency: within the agency that it is about, which alone sees it.';

insert into oversight.report_kind
  (kind, position, name, name_en, sort, subject, whose, superior_agency, issuing_agency, head_title, notation, register)
values ('monthlyTasks', 1, 'Báo cáo tháng, bảng số liệu nhiệm vụ', 'Monthly report, tables of tasks', 'month', 'none', 'office',
  'Thủ tướng Chính phủ', 'Tổ công tác', 'Tổ trưởng', '/BC-TCT', 'report/monthlyTasks');

create table oversight.report_template (
  template_id bigint generated always as identity,
  kind text not null,
  version_number integer not null,
  state text not null default 'draft',
  version integer not null default 1,
  title text not null,
  sections jsonb not null,
  recipients text[] not null,
  -- From which day figures count unless they say otherwise.
  counts_from text not null,
  rounding text not null,
  -- The slug of the agency the report goes to; its successor is addressed where it passed to another.
  addressee text,
  tried_period text,
  -- The version of the row that was tried: what was changed since is untried.
  tried_version integer,
  tried_at timestamptz,
  tried_by text,
  used_from timestamptz,
  used_by text,
  retired_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint report_template_pk primary key (template_id),
  constraint report_template_once unique (kind, version_number),
  constraint report_template_kind foreign key (kind) references oversight.report_kind (kind),
  constraint report_template_state check (state in ('draft', 'inUse', 'retired')),
  constraint report_template_counts check (counts_from in ('period', 'year', 'lastYear')),
  constraint report_template_rounding check (rounding in ('truncate1', 'round1', 'round0', 'truncate2', 'round2')),
  constraint report_template_title check (title ~ '\S'),
  constraint report_template_sections check (jsonb_typeof(sections) = 'array' and jsonb_array_length(sections) between 1 and 60),
  constraint report_template_tried check (num_nulls(tried_period, tried_version, tried_at, tried_by) in (0, 4)),
  -- What is put in use was tried on a past period as it stands.
  constraint report_template_tried_first check (
    state = 'draft' or (used_from is not null and used_by is not null and tried_version = version)),
  constraint report_template_used check ((state = 'draft') = (used_from is null)),
  constraint report_template_retired check ((state = 'retired') = (retired_at is not null))
);
comment on table oversight.report_template is 'A version of the template of a kind: sections with wording, figures and tables. One that was used stays as it was.';
create unique index report_template_in_use on oversight.report_template (kind) where state = 'inUse';
comment on index oversight.report_template_in_use is 'One template of a kind in use at a time.';
create unique index report_template_one_draft on oversight.report_template (kind) where state = 'draft';
comment on index oversight.report_template_one_draft is 'One draft of a kind at a time.';

create function oversight.used_template_stays() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - array['state', 'retired_at']) <> (to_jsonb(old) - array['state', 'retired_at'])
     or new.state = 'draft' then
    raise exception 'a template that was used stays as it is' using errcode = '23514', constraint = 'report_template_stays';
  end if;
  return new;
end
$$;
comment on function oversight.used_template_stays is 'Of a template that was used nothing changes but that it is retired.';
create trigger report_template_stays before update or delete on oversight.report_template
  for each row when (old.state <> 'draft') execute function oversight.used_template_stays();

-- One row for a report of any kind.
alter table oversight.report rename column month to period;
alter table oversight.report
  drop constraint report_kind,
  drop constraint report_month,
  drop constraint report_number_once,
  alter column content drop not null,
  alter column assigned drop not null,
  alter column done_on_time drop not null,
  alter column done_late drop not null,
  alter column open_in_term drop not null,
  alter column open_overdue drop not null,
  add column title text,
  add column template_id bigint,
  add column subject_agency_id bigint,
  -- "directive:12" or "archive:01/NQ-CP", as tasks name their source, and its name on the day the report was drawn up.
  add column source text,
  add column source_name text,
  add column rounding text,
  add column counts_from text,
  add column addressee text,
  add column recipients text[],
  -- What was recorded after this day does not count; null: what is known now, until the report is issued.
  add column known_on date,
  add column is_sample boolean,
  -- The report that this one corrects, how many were before it, and why.
  add column corrects_id bigint,
  add column edition integer not null default 1,
  add column correction_reason text,
  -- The whole text as it was issued, every row of its lists included.
  add column issued_text jsonb,
  add column svg_sha256 bytea,
  add column png_sha256 bytea,
  add constraint report_of_kind foreign key (kind) references oversight.report_kind (kind),
  add constraint report_template foreign key (template_id) references oversight.report_template (template_id),
  add constraint report_subject_agency foreign key (subject_agency_id) references registry.agency (agency_id),
  add constraint report_corrects foreign key (corrects_id) references oversight.report (report_id),
  add constraint report_svg foreign key (svg_sha256) references platform.blob (sha256),
  add constraint report_png foreign key (png_sha256) references platform.blob (sha256),
  add constraint report_period check (period ~ '^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-Q[1-4]|-H[12])?$'),
  add constraint report_whole check (
    case when kind = 'monthlyTasks' then
      num_nulls(content, assigned, done_on_time, done_late, open_in_term, open_overdue) = 0
      and num_nonnulls(title, template_id, subject_agency_id, source, rounding, counts_from, recipients, known_on, corrects_id,
        issued_text) = 0
    else
      num_nulls(title, template_id, rounding, counts_from, recipients, is_sample) = 0 and (state = 'issued') = (issued_text is not null)
      and num_nonnulls(content, assigned, done_on_time, done_late, open_in_term, open_overdue) = 0
    end),
  add constraint report_correction check (
    num_nulls(corrects_id, correction_reason) in (0, 2) and (edition = 1) = (corrects_id is null) and correction_reason ~ '\S'),
  add constraint report_pictures check (num_nulls(svg_sha256, png_sha256) in (0, 2) and (svg_sha256 is null or state = 'issued'));
-- Numbers that are not given yet are many and none: only given ones are compared.
create unique index report_number_once on oversight.report (kind, coalesce(subject_agency_id, 0), number, issued_on)
  where number is not null and issued_on is not null;
comment on index oversight.report_number_once is 'A number is given once; each agency has its own register.';
drop index oversight.report_one_open;
create unique index report_one_open on oversight.report (kind, period, coalesce(subject_agency_id, 0), coalesce(source, ''))
  where state in ('draft', 'submitted');
comment on index oversight.report_one_open is 'One report of a period about one subject in the making at a time.';
create unique index report_corrected_once on oversight.report (corrects_id) where state <> 'dropped';
comment on index oversight.report_corrected_once is 'A report is corrected by one; a further correction is of that one.';
comment on index oversight.report_month_idx is 'Issued reports of a period.';
alter index oversight.report_month_idx rename to report_period_idx;
create index report_subject_idx on oversight.report (subject_agency_id) where subject_agency_id is not null;
comment on index oversight.report_subject_idx is 'Reports about or of an agency.';

create table oversight.report_section (
  report_id bigint not null,
  key text not null,
  position integer not null,
  kind text not null,
  heading text,
  -- Text with bound figures.
  body text not null,
  settings jsonb not null,
  -- Rows of a table and points of a chart, as computed with the figures.
  data jsonb,
  constraint report_section_pk primary key (report_id, key),
  constraint report_section_place unique (report_id, position) deferrable initially deferred,
  constraint report_section_report foreign key (report_id) references oversight.report (report_id),
  constraint report_section_key check (key ~ '^[a-z][a-zA-Z0-9]{0,39}$'),
  constraint report_section_kind check (kind in ('text', 'comparison', 'agencies', 'tasks', 'chart', 'goals', 'recommendations'))
);
comment on table oversight.report_section is 'A section of a report: its words with bound figures, or what a table or chart of it was computed to.';

create table oversight.report_figure (
  report_id bigint not null,
  ref text not null,
  name text not null,
  from_on date not null,
  as_of date not null,
  known_on date,
  rounding text not null,
  value double precision,
  printed text not null,
  rows text,
  -- Why there is no value.
  missing text,
  -- Of a correction: what the corrected report printed, and why it differs.
  printed_before text,
  why text,
  computed_at timestamptz not null,
  constraint report_figure_pk primary key (report_id, ref),
  constraint report_figure_report foreign key (report_id) references oversight.report (report_id),
  constraint report_figure_missing check (missing is null or value is null),
  constraint report_figure_why check (why is null or (printed_before is not null and why ~ '\S'))
);
comment on table oversight.report_figure is 'A figure that a report names: of which days, known when, rounded how, its value and the address of its rows. Fixed when the report is issued.';

create table oversight.report_recommendation (
  report_id bigint not null,
  key text not null,
  position integer not null,
  -- The rule that drafted it; null: a person wrote it.
  rule text,
  body text not null,
  state text not null default 'suggested',
  decided_by text,
  decided_at timestamptz,
  constraint report_recommendation_pk primary key (report_id, key),
  constraint report_recommendation_report foreign key (report_id) references oversight.report (report_id),
  constraint report_recommendation_state check (state in ('suggested', 'taken', 'left')),
  constraint report_recommendation_body check (body ~ '\S'),
  constraint report_recommendation_decided check ((state = 'suggested') = (decided_by is null) and num_nulls(decided_by, decided_at) in (0, 2))
);
comment on table oversight.report_recommendation is 'A recommendation as a rule drafted it from the data or a person wrote it; a person takes it or leaves it.';

create function oversight.parts_of_issued_stay() returns trigger
  language plpgsql set search_path = ''
as $$
begin
  if exists (select from oversight.report r
             where r.report_id = case tg_op when 'DELETE' then old.report_id else new.report_id end and r.state = 'issued') then
    raise exception 'an issued report stays as it is' using errcode = '23514', constraint = 'report_issued_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
comment on function oversight.parts_of_issued_stay is 'Nothing under an issued report is added, changed or deleted.';
create trigger report_section_stays before insert or update or delete on oversight.report_section
  for each row execute function oversight.parts_of_issued_stay();
create trigger report_figure_stays before insert or update or delete on oversight.report_figure
  for each row execute function oversight.parts_of_issued_stay();
create trigger report_recommendation_stays before insert or update or delete on oversight.report_recommendation
  for each row execute function oversight.parts_of_issued_stay();
