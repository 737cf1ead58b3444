-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- Figures as printed in reports of before the system: kept as they were, whether they can be derived or not. Never changed, never deleted.
create table oversight.published_report (
  as_of date not null,
  from_on date not null,
  number text,
  assigned integer not null,
  done integer not null,
  done_on_time integer not null,
  done_late integer not null,
  open_in_term integer not null,
  open_overdue integer not null,
  printed_share text not null,
  source text not null,
  constraint published_report_pk primary key (as_of)
);

-- A report with its figures and text, from draft to issue; of an issued one nothing changes.
create table oversight.report (
  report_id bigint generated always as identity,
  kind text not null,
  period text not null,
  from_on date not null,
  as_of date not null,
  known_before timestamp with time zone not null,
  number text, -- Before the issue: taken from a book kept elsewhere; if empty, the next one of the register is given at the signature.
  place text not null,
  issued_on date,
  signer text,
  signer_title text,
  content jsonb,
  assigned integer,
  done_on_time integer,
  done_late integer,
  open_in_term integer,
  open_overdue integer,
  docx_sha256 bytea,
  pdf_sha256 bytea,
  xlsx_sha256 bytea,
  issued_at timestamp with time zone,
  issued_by text,
  state text not null default 'draft'::text,
  version integer not null default 1,
  signatory_id bigint,
  sent_back_reason text,
  submitted_at timestamp with time zone,
  submitted_by text,
  signer_id bigint,
  on_behalf_of_name text,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  title text,
  template_id bigint,
  subject_agency_id bigint,
  source text,
  source_name text,
  rounding text,
  counts_from text,
  addressee text,
  recipients text[],
  known_on date,
  is_sample boolean,
  corrects_id bigint,
  edition integer not null default 1,
  correction_reason text,
  issued_text jsonb,
  svg_sha256 bytea,
  png_sha256 bytea,
  searched text generated always as (platform.fold((((((((('Báo cáo '::text || COALESCE(title, (content ->> 'title'::text), ''::text)) || ' '::text) || COALESCE(number, ''::text)) || ' '::text) || COALESCE(source_name, ''::text)) || ' '::text) || period) ||
CASE
    WHEN (period ~ '^\d{4}-0\d$'::text) THEN (' '::text || "right"(period, 1))
    ELSE ''::text
END))),
  constraint report_pk primary key (report_id),
  constraint report_corrects foreign key (corrects_id) references oversight.report(report_id),
  constraint report_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint report_of_kind foreign key (kind) references oversight.report_kind(kind),
  constraint report_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint report_png foreign key (png_sha256) references platform.blob(sha256),
  constraint report_signatory foreign key (signatory_id) references registry.person(person_id),
  constraint report_signer foreign key (signer_id) references registry.person(person_id),
  constraint report_subject_agency foreign key (subject_agency_id) references registry.agency(agency_id),
  constraint report_svg foreign key (svg_sha256) references platform.blob(sha256),
  constraint report_template foreign key (template_id) references oversight.report_template(template_id),
  constraint report_xlsx foreign key (xlsx_sha256) references platform.blob(sha256),
  constraint report_adds_up check (assigned = (done_on_time + done_late + open_in_term + open_overdue)),
  constraint report_correction check ((num_nulls(corrects_id, correction_reason) = any (array[0, 2])) and (edition = 1) = (corrects_id is null) and correction_reason ~ '\S'::text),
  constraint report_issued_whole check (
case
    when state = 'issued'::text then num_nulls(number, issued_on, issued_at, issued_by, signer, signer_title, docx_sha256, pdf_sha256, xlsx_sha256) = 0
    else num_nonnulls(issued_on, issued_at, issued_by, signer, signer_title, signer_id, on_behalf_of_name, docx_sha256, pdf_sha256, xlsx_sha256) = 0
end),
  constraint report_period check (period ~ '^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?|-Q[1-4]|-H[12])?$'::text),
  constraint report_pictures check ((num_nulls(svg_sha256, png_sha256) = any (array[0, 2])) and (svg_sha256 is null or state = 'issued'::text)),
  constraint report_state check (state = any (array['draft'::text, 'submitted'::text, 'issued'::text, 'dropped'::text])),
  constraint report_submitted_whole check ((num_nulls(submitted_at, submitted_by) = any (array[0, 2])) and
case state
    when 'submitted'::text then submitted_at is not null
    when 'issued'::text then (submitted_at is null) = (signer_id is null)
    else submitted_at is null
end),
  constraint report_whole check (
case
    when kind = 'monthlyTasks'::text then num_nulls(content, assigned, done_on_time, done_late, open_in_term, open_overdue) = 0 and num_nonnulls(title, template_id, subject_agency_id, source, rounding, counts_from, recipients, known_on, corrects_id, issued_text) = 0
    else num_nulls(title, template_id, rounding, counts_from, recipients, is_sample) = 0 and (state = 'issued'::text) = (issued_text is not null) and num_nonnulls(content, assigned, done_on_time, done_late, open_in_term, open_overdue) = 0
end)
);
-- A report is corrected by one; a further correction is of that one.
create unique index report_corrected_once on oversight.report using btree (corrects_id) where (state <> 'dropped'::text);
-- A number is given once; each agency has its own register.
create unique index report_number_once on oversight.report using btree (kind, coalesce(subject_agency_id, (0)::bigint), number, issued_on) where ((number is not null) and (issued_on is not null));
-- One report of a period about one subject in the making at a time.
create unique index report_one_open on oversight.report using btree (kind, period, coalesce(subject_agency_id, (0)::bigint), coalesce(source, ''::text)) where (state = any (array['draft'::text, 'submitted'::text]));
-- Issued reports of a period.
create index report_period_idx on oversight.report using btree (kind, period);
-- Title, number and period of reports, for the search box.
create index report_searched_idx on oversight.report using gin (searched gin_trgm_ops);
-- Reports about or of an agency.
create index report_subject_idx on oversight.report using btree (subject_agency_id) where (subject_agency_id is not null);
create trigger report_stays before delete or update on oversight.report for each row when (old.state = 'issued'::text) execute function oversight.issued_stays();

-- A figure that a report names: of which days, known when, rounded how, its value and the address of its rows. Fixed when the report is issued.
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
  missing text,
  printed_before text,
  why text,
  computed_at timestamp with time zone not null,
  truncated text, -- Says so where the data begin later than the period it counts.
  constraint report_figure_pk primary key (report_id, ref),
  constraint report_figure_report foreign key (report_id) references oversight.report(report_id),
  constraint report_figure_missing check (missing is null or value is null),
  constraint report_figure_why check (why is null or printed_before is not null and why ~ '\S'::text)
);
create trigger report_figure_stays before insert or delete or update on oversight.report_figure for each row execute function oversight.parts_of_issued_stay();

-- A kind of report: how often, about what, whose paper it is. Loaded at the start from report-kinds.ts.
create table oversight.report_kind (
  kind text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  sort text not null, -- How long its periods are; half: for the June and December sessions; day: as of any day.
  subject text not null,
  whose text not null, -- office: prepared and signed in the Office; agency: within the agency that it is about, which alone sees it.
  superior_agency text,
  issuing_agency text,
  head_title text,
  notation text,
  register text,
  constraint report_kind_pk primary key (kind),
  constraint report_kind_position unique ("position") deferrable,
  constraint report_kind_issuer check (
case whose
    when 'agency'::text then subject = 'agency'::text and num_nonnulls(superior_agency, issuing_agency, notation, register) = 0
    else num_nulls(issuing_agency, head_title, notation, register) = 0
end),
  constraint report_kind_sort check (sort = any (array['month'::text, 'quarter'::text, 'half'::text, 'year'::text, 'day'::text])),
  constraint report_kind_subject check (subject = any (array['none'::text, 'agency'::text, 'source'::text])),
  constraint report_kind_whose check (whose = any (array['office'::text, 'agency'::text]))
);

-- A recommendation as a rule drafted it from the data or a person wrote it; a person takes it or leaves it.
create table oversight.report_recommendation (
  report_id bigint not null,
  key text not null,
  position integer not null,
  rule text,
  body text not null,
  state text not null default 'suggested'::text,
  decided_by text,
  decided_at timestamp with time zone,
  searched text generated always as (platform.fold(oversight.words_of(body))),
  constraint report_recommendation_pk primary key (report_id, key),
  constraint report_recommendation_report foreign key (report_id) references oversight.report(report_id),
  constraint report_recommendation_body check (body ~ '\S'::text),
  constraint report_recommendation_decided check ((state = 'suggested'::text) = (decided_by is null) and (num_nulls(decided_by, decided_at) = any (array[0, 2]))),
  constraint report_recommendation_state check (state = any (array['suggested'::text, 'taken'::text, 'left'::text]))
);
-- Words of the recommendations of reports, for the search box.
create index report_recommendation_searched_idx on oversight.report_recommendation using gin (searched gin_trgm_ops);
create trigger report_recommendation_stays before insert or delete or update on oversight.report_recommendation for each row execute function oversight.parts_of_issued_stay();

-- A dated rule: the day on which the draft of a kind is there. A change ends one row and begins another.
create table oversight.report_regime (
  regime_id bigint generated always as identity,
  kind text not null,
  valid_from date not null,
  valid_to date,
  day_of_month integer not null,
  months integer[] not null,
  of_period text not null,
  instrument text not null,
  made_at timestamp with time zone not null,
  made_by text not null,
  constraint report_regime_pk primary key (regime_id),
  constraint report_regime_kind foreign key (kind) references oversight.report_kind(kind),
  constraint report_regime_once exclude using gist (kind with =, daterange(valid_from, valid_to, '[]'::text) with &&),
  constraint report_regime_day check (day_of_month >= 1 and day_of_month <= 31),
  constraint report_regime_days check (valid_to is null or valid_to >= valid_from),
  constraint report_regime_instrument check (instrument ~ '\S'::text),
  constraint report_regime_months check (cardinality(months) >= 1 and cardinality(months) <= 12 and months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  constraint report_regime_of check (of_period = any (array['running'::text, 'before'::text]))
);

-- What became of a day on which a draft was due. Never changed, never deleted.
create table oversight.report_scheduled (
  regime_id bigint not null,
  period text not null,
  due_on date not null,
  report_id bigint,
  note text,
  made_at timestamp with time zone not null,
  constraint report_scheduled_pk primary key (regime_id, period),
  constraint report_scheduled_regime foreign key (regime_id) references oversight.report_regime(regime_id),
  constraint report_scheduled_report foreign key (report_id) references oversight.report(report_id),
  constraint report_scheduled_outcome check (num_nulls(report_id, note) = 1)
);

-- A section of a report: its words with bound figures, or what a table or chart of it was computed to.
create table oversight.report_section (
  report_id bigint not null,
  key text not null,
  position integer not null,
  kind text not null,
  heading text,
  body text not null,
  settings jsonb not null,
  data jsonb,
  searched text generated always as (platform.fold(((COALESCE(heading, ''::text) || ' '::text) || oversight.words_of(body)))),
  constraint report_section_pk primary key (report_id, key),
  constraint report_section_place unique (report_id, "position") deferrable initially deferred,
  constraint report_section_report foreign key (report_id) references oversight.report(report_id),
  constraint report_section_key check (key ~ '^[a-z][a-zA-Z0-9]{0,39}$'::text),
  constraint report_section_kind check (kind = any (array['text'::text, 'comparison'::text, 'agencies'::text, 'tasks'::text, 'chart'::text, 'goals'::text, 'recommendations'::text]))
);
-- Words of the sections of reports, for the search box.
create index report_section_searched_idx on oversight.report_section using gin (searched gin_trgm_ops);
create trigger report_section_stays before insert or delete or update on oversight.report_section for each row execute function oversight.parts_of_issued_stay();

-- A version of the template of a kind: sections with wording, figures and tables. One that was used stays as it was.
create table oversight.report_template (
  template_id bigint generated always as identity,
  kind text not null,
  version_number integer not null,
  state text not null default 'draft'::text,
  version integer not null default 1,
  title text not null,
  sections jsonb not null,
  recipients text[] not null,
  counts_from text not null,
  rounding text not null,
  addressee text,
  tried_period text,
  tried_version integer,
  tried_at timestamp with time zone,
  tried_by text,
  used_from timestamp with time zone,
  used_by text,
  retired_at timestamp with time zone,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint report_template_pk primary key (template_id),
  constraint report_template_once unique (kind, version_number),
  constraint report_template_kind foreign key (kind) references oversight.report_kind(kind),
  constraint report_template_counts check (counts_from = any (array['period'::text, 'year'::text, 'lastYear'::text])),
  constraint report_template_retired check ((state = 'retired'::text) = (retired_at is not null)),
  constraint report_template_rounding check (rounding = any (array['truncate1'::text, 'round1'::text, 'round0'::text, 'truncate2'::text, 'round2'::text])),
  constraint report_template_sections check (jsonb_typeof(sections) = 'array'::text and jsonb_array_length(sections) >= 1 and jsonb_array_length(sections) <= 60),
  constraint report_template_state check (state = any (array['draft'::text, 'inUse'::text, 'retired'::text])),
  constraint report_template_title check (title ~ '\S'::text),
  constraint report_template_tried check (num_nulls(tried_period, tried_version, tried_at, tried_by) = any (array[0, 4])),
  constraint report_template_tried_first check (state = 'draft'::text or used_from is not null and used_by is not null and tried_version = version),
  constraint report_template_used check ((state = 'draft'::text) = (used_from is null))
);
-- One template of a kind in use at a time.
create unique index report_template_in_use on oversight.report_template using btree (kind) where (state = 'inUse'::text);
-- One draft of a kind at a time.
create unique index report_template_one_draft on oversight.report_template using btree (kind) where (state = 'draft'::text);
create trigger report_template_stays before delete or update on oversight.report_template for each row when (old.state <> 'draft'::text) execute function oversight.used_template_stays();

-- Nothing of an issued report changes.
-- function oversight.issued_stays()

-- Nothing under an issued report is added, changed or deleted.
-- function oversight.parts_of_issued_stay()

-- Of a template that was used nothing changes but that it is retired.
-- function oversight.used_template_stays()

-- The words of a text with bound figures and clauses, for the search box and its excerpts.
-- function oversight.words_of(text)
