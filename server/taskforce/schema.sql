-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- A line of a plan. When it is due and how far it is, is what its task says.
create table taskforce.activity (
  activity_id bigint generated always as identity,
  plan_id bigint not null,
  position integer not null,
  title text not null,
  words text not null,
  form text not null,
  done_by text,
  task_id bigint not null,
  constraint activity_pk primary key (activity_id),
  constraint activity_position_once unique (plan_id, "position"),
  constraint activity_task_once unique (task_id),
  constraint activity_plan foreign key (plan_id) references taskforce.plan(plan_id),
  constraint activity_task foreign key (task_id) references tasks.task(task_id),
  constraint activity_form check (form = any (array['direct'::text, 'dialogue'::text, 'receive'::text, 'conference'::text, 'session'::text, 'inspection'::text, 'report'::text, 'plan'::text, 'other'::text])),
  constraint activity_words check (title ~ '\S'::text and words ~ '\S'::text and done_by ~ '\S'::text)
);

-- The agencies that a member without an account follows. What a person with one follows is in the registry, and nowhere else.
create table taskforce.area (
  area_id bigint generated always as identity,
  member_id bigint not null,
  agency_id bigint not null,
  from_on date not null,
  to_on date,
  act text not null,
  passed_from_id bigint,
  constraint area_pk primary key (area_id),
  constraint area_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint area_member foreign key (member_id) references taskforce.member(member_id),
  constraint area_passed_from foreign key (passed_from_id) references registry.agency(agency_id),
  constraint area_once exclude using gist (member_id with =, agency_id with =, daterange(from_on, to_on, '[]'::text) with &&),
  constraint area_act check (act ~ '\S'::text),
  constraint area_days check (to_on >= from_on)
);
-- The areas of an agency, when it passes to another.
create index area_agency_idx on taskforce.area using btree (agency_id);

-- A method of assessment, in force from a day on until the next. Never changed: another replaces it from its day.
create table taskforce.assessment_method (
  method_id bigint generated always as identity,
  from_on date not null,
  act text not null,
  least_tasks integer not null,
  recorded_at timestamp with time zone not null default now(),
  recorded_by text not null,
  constraint assessment_method_pk primary key (method_id),
  constraint assessment_method_once unique (from_on, recorded_at),
  constraint assessment_method_act check (act ~ '\S'::text),
  constraint assessment_method_least check (least_tasks >= 1 and least_tasks <= 1000)
);
create trigger assessment_method_stays before delete or update on taskforce.assessment_method for each row execute function taskforce.facts_stay();

-- How a part weighs in a method. Never changed.
create table taskforce.assessment_weight (
  method_id bigint not null,
  part text not null,
  weight numeric(6,2) not null,
  worst_days integer,
  constraint assessment_weight_pk primary key (method_id, part),
  constraint assessment_weight_method foreign key (method_id) references taskforce.assessment_method(method_id),
  constraint assessment_weight_days check ((part = any (array['lateDays'::text, 'answerDays'::text])) = (worst_days is not null) and worst_days > 0),
  constraint assessment_weight_part check (part = any (array['onTime'::text, 'lateDays'::text, 'debt'::text, 'silence'::text, 'answerDays'::text, 'findings'::text])),
  constraint assessment_weight_weight check (weight >= 0::numeric)
);
create trigger assessment_weight_stays before delete or update on taskforce.assessment_weight for each row execute function taskforce.facts_stay();

-- That the office has seen that an answer was given on the day it names, which is before the day it was recorded. Never changed, never deleted.
create table taskforce.day_confirmed (
  day_confirmed_id bigint generated always as identity,
  answer_id bigint,
  question_id bigint,
  words text not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint day_confirmed_pk primary key (day_confirmed_id),
  constraint day_confirmed_answer_once unique (answer_id),
  constraint day_confirmed_question_once unique (question_id),
  constraint day_confirmed_answer foreign key (answer_id) references taskforce.recommendation_answer(answer_id),
  constraint day_confirmed_question foreign key (question_id) references taskforce.question(question_id),
  constraint day_confirmed_of_one check (num_nonnulls(answer_id, question_id) = 1),
  constraint day_confirmed_words check (words ~ '\S'::text)
);
create trigger day_confirmed_stays before delete or update on taskforce.day_confirmed for each row execute function taskforce.facts_stay();

-- A decision to inspect one or several bodies, as it was signed. Never changed, never deleted.
create table taskforce.decision (
  decision_id bigint generated always as identity,
  task_force_id bigint not null,
  number text not null,
  number_key text generated always as (taskforce.number_key(number)), -- See the function of this name.
  decided_on date not null,
  year integer generated always as ((EXTRACT(year FROM decided_on))::integer),
  number_copy integer not null default 0, -- How many decisions before it bear its number in its year: 0, except of those signed before this was refused.
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint decision_pk primary key (decision_id),
  constraint decision_number_once unique (task_force_id, number_key, year, number_copy),
  constraint decision_task_force foreign key (task_force_id) references taskforce.task_force(task_force_id),
  constraint decision_number check (number ~ '\S'::text)
);
create trigger decision_stays before delete or update on taskforce.decision for each row execute function taskforce.facts_stay();

-- A member of the delegation that a decision named; under the one in force, who has an account works on the inspection until it is concluded.
create table taskforce.delegate (
  delegate_id bigint generated always as identity,
  inspection_id bigint not null,
  person_id bigint,
  full_name text not null,
  office text not null,
  role text not null,
  decision_no integer not null,
  constraint delegate_pk primary key (delegate_id),
  constraint delegate_once unique (inspection_id, decision_no, person_id),
  constraint delegate_decision foreign key (inspection_id, decision_no) references taskforce.inspection_decision(inspection_id, decision_no),
  constraint delegate_person foreign key (person_id) references registry.person(person_id),
  constraint delegate_role check (role = any (array['head'::text, 'deputy'::text, 'member'::text, 'secretary'::text])),
  constraint delegate_words check (full_name ~ '\S'::text and office ~ '\S'::text)
);
-- A delegation has one head.
create unique index delegate_one_head on taskforce.delegate using btree (inspection_id, decision_no) where (role = 'head'::text);
-- The inspections that a person is on.
create index delegate_person_idx on taskforce.delegate using btree (person_id) where (person_id is not null);

-- A session in which a task force hears business and people.
create table taskforce.dialogue (
  dialogue_id bigint generated always as identity,
  task_force_id bigint not null,
  title text not null,
  form text not null,
  partner text not null,
  place text,
  held_on date not null,
  state text not null default 'planned'::text,
  participants text,
  reason text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint dialogue_pk primary key (dialogue_id),
  constraint dialogue_task_force foreign key (task_force_id) references taskforce.task_force(task_force_id),
  constraint dialogue_cancelled check (state <> 'cancelled'::text or reason is not null),
  constraint dialogue_form check (form = any (array['inPerson'::text, 'online'::text, 'mixed'::text])),
  constraint dialogue_state check (state = any (array['planned'::text, 'held'::text, 'cancelled'::text])),
  constraint dialogue_words check (title ~ '\S'::text and partner ~ '\S'::text and place ~ '\S'::text and participants ~ '\S'::text and reason ~ '\S'::text)
);
-- The sessions of a task force in their order, and which one is the next.
create index dialogue_order_idx on taskforce.dialogue using btree (task_force_id, held_on, dialogue_id);

-- What the agency explains to an issue; a later one adds to it. Never changed, never deleted.
create table taskforce.explanation (
  explanation_id bigint generated always as identity,
  issue_id bigint not null,
  words text not null,
  document text,
  signer text not null,
  agency_id bigint not null,
  explained_on date not null,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint explanation_pk primary key (explanation_id),
  constraint explanation_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint explanation_file foreign key (sha256) references platform.blob(sha256),
  constraint explanation_issue foreign key (issue_id) references taskforce.issue(issue_id),
  constraint explanation_file_whole check (num_nonnulls(sha256, file_name, media_type, size_bytes) = any (array[0, 4])),
  constraint explanation_words check (words ~ '\S'::text and document ~ '\S'::text and signer ~ '\S'::text)
);
-- The explanations of an issue, in their order.
create index explanation_issue_idx on taskforce.explanation using btree (issue_id, explanation_id);
create trigger explanation_stays before delete or update on taskforce.explanation for each row execute function taskforce.facts_stay();

-- A lack found by an inspection: fact, nature, degree, cause, who is responsible, evidence, and the agency's answer.
create table taskforce.finding (
  finding_id bigint generated always as identity,
  inspection_id bigint not null,
  position integer not null,
  issue_id bigint,
  task_id bigint,
  fact text not null,
  nature text not null,
  degree text not null,
  cause text,
  cause_words text,
  responsible_id bigint not null,
  responsible_words text,
  evidence text not null,
  repeats_id bigint,
  state text not null default 'draft'::text,
  answer text,
  agrees boolean,
  answered_at timestamp with time zone,
  answered_by text,
  remedy_by date,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  searched text generated always as (platform.fold(((((fact || ' '::text) || nature) || ' '::text) || evidence))),
  sent_on date,
  answer_by date,
  decision_no integer not null, -- The decision in whose scope its task is.
  constraint finding_pk primary key (finding_id),
  constraint finding_position_once unique (inspection_id, "position"),
  constraint finding_inspection foreign key (inspection_id) references taskforce.inspection(inspection_id),
  constraint finding_issue foreign key (issue_id, inspection_id) references taskforce.issue(issue_id, inspection_id),
  constraint finding_repeats foreign key (repeats_id) references taskforce.finding(finding_id),
  constraint finding_responsible foreign key (responsible_id) references registry.agency(agency_id),
  constraint finding_task_in_scope foreign key (inspection_id, decision_no, task_id) references taskforce.inspection_task(inspection_id, decision_no, task_id),
  constraint finding_answered check (num_nonnulls(answer, agrees, answered_at, answered_by) = any (array[0, 4])),
  constraint finding_cause check ((cause = any (array['rule'::text, 'money'::text, 'people'::text, 'coordination'::text, 'wrongAddressee'::text, 'deadline'::text, 'other'::text])) and (cause is null or cause_words is not null)),
  constraint finding_caused check ((state = any (array['draft'::text, 'dropped'::text, 'sent'::text])) or cause is not null),
  constraint finding_degree check (degree = any (array['minor'::text, 'serious'::text, 'grave'::text])),
  constraint finding_not_itself check (repeats_id <> finding_id),
  constraint finding_remedying check (state <> 'remedying'::text or remedy_by is not null),
  constraint finding_sent check ((sent_on is null) = (answer_by is null) and ((state = any (array['draft'::text, 'dropped'::text])) or sent_on is not null) and (state <> 'draft'::text or sent_on is null)),
  constraint finding_state check (state = any (array['draft'::text, 'sent'::text, 'dropped'::text, 'open'::text, 'remedying'::text, 'claimed'::text, 'confirmed'::text])),
  constraint finding_words check (fact ~ '\S'::text and nature ~ '\S'::text and evidence ~ '\S'::text and cause_words ~ '\S'::text and responsible_words ~ '\S'::text and answer ~ '\S'::text)
);
-- Whether a finding was made again.
create index finding_repeats_idx on taskforce.finding using btree (repeats_id) where (repeats_id is not null);
-- The findings of an agency: earlier ones to link, and its rows in the assessment.
create index finding_responsible_idx on taskforce.finding using btree (responsible_id, state);
-- Words of findings, for the search box.
create index finding_searched_idx on taskforce.finding using gin (searched gin_trgm_ops);

-- What was done about a finding, and what the office said of it. Never changed, never deleted.
create table taskforce.finding_step (
  finding_step_id bigint generated always as identity,
  finding_id bigint not null,
  act text not null,
  words text not null,
  document text,
  seen text,
  on_day date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint finding_step_pk primary key (finding_step_id),
  constraint finding_step_finding foreign key (finding_id) references taskforce.finding(finding_id),
  constraint finding_step_act check (act = any (array['plan'::text, 'claim'::text, 'confirm'::text, 'refuse'::text, 'drop'::text])),
  constraint finding_step_seen check ((act = any (array['confirm'::text, 'refuse'::text])) = (seen is not null) and (seen = any (array['onPaper'::text, 'onSpot'::text]))),
  constraint finding_step_words check (words ~ '\S'::text and document ~ '\S'::text)
);
-- The steps of a finding, in their order.
create index finding_step_finding_idx on taskforce.finding_step using btree (finding_id, finding_step_id);
create trigger finding_step_stays before delete or update on taskforce.finding_step for each row execute function taskforce.facts_stay();

-- The figures of one agency in a fixed assessment. Never changed, never deleted.
create table taskforce.fixed_agency (
  fixed_id bigint not null,
  agency_id bigint not null,
  position integer not null,
  agency_name text not null,
  rank integer,
  tasks integer not null,
  points numeric(4,1),
  parts jsonb not null,
  constraint fixed_agency_pk primary key (fixed_id, agency_id),
  constraint fixed_agency_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint fixed_agency_assessment foreign key (fixed_id) references taskforce.fixed_assessment(fixed_id)
);
create trigger fixed_agency_stays before delete or update on taskforce.fixed_agency for each row execute function taskforce.facts_stay();

-- The assessment of agencies in a period, fixed as it was known that instant; a correction is a further edition. Never changed, never deleted.
create table taskforce.fixed_assessment (
  fixed_id bigint generated always as identity,
  from_on date not null,
  as_of date not null,
  edition integer not null default 1,
  corrects_id bigint,
  reason text,
  method jsonb not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint fixed_assessment_pk primary key (fixed_id),
  constraint fixed_assessment_corrected_once unique (corrects_id),
  constraint fixed_assessment_once unique (from_on, as_of, edition),
  constraint fixed_assessment_corrects foreign key (corrects_id) references taskforce.fixed_assessment(fixed_id),
  constraint fixed_assessment_days check (from_on <= as_of),
  constraint fixed_assessment_edition check ((edition = 1) = (corrects_id is null) and (edition = 1) = (reason is null) and edition >= 1),
  constraint fixed_assessment_reason check (reason ~ '\S'::text)
);
create trigger fixed_assessment_stays before delete or update on taskforce.fixed_assessment for each row execute function taskforce.facts_stay();

-- Every row that a fixed assessment counts, as it was. Never changed, never deleted.
create table taskforce.fixed_row (
  fixed_id bigint not null,
  agency_id bigint not null,
  part text not null,
  kind text not null,
  id bigint not null,
  code text,
  title text not null,
  to text not null,
  due_on date,
  done_on date,
  counts integer not null,
  is_against boolean not null,
  constraint fixed_row_pk primary key (fixed_id, agency_id, part, kind, id),
  constraint fixed_row_assessment foreign key (fixed_id) references taskforce.fixed_assessment(fixed_id)
);
create trigger fixed_row_stays before delete or update on taskforce.fixed_row for each row execute function taskforce.facts_stay();

-- An inspection of one agency by a task force, from the plan to the conclusion.
create table taskforce.inspection (
  inspection_id bigint generated always as identity,
  task_force_id bigint not null,
  title text not null,
  subject_id bigint not null,
  agency_id bigint not null,
  form text not null,
  place text,
  from_on date not null,
  to_on date not null,
  state text not null default 'planned'::text,
  decision text,
  decided_on date,
  requested_on date,
  explain_by date,
  findings_sent_on date,
  answer_by date,
  conclusion text,
  concluded_on date,
  conclusion_words text,
  concluded_by text,
  stopped_on date,
  reason text,
  created_by text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  searched text generated always as (platform.fold(((((title || ' '::text) || COALESCE(decision, ''::text)) || ' '::text) || COALESCE(conclusion, ''::text)))),
  decision_bases text, -- What the decision rests on, one on a line, as the office wrote it.
  decision_no integer not null default 0, -- The decision in force, or the last one; 0 while nothing is decided.
  conclusion_copy integer not null default 0, -- How many conclusions before it bear its number and day: 0, except of those signed before this was refused.
  constraint inspection_pk primary key (inspection_id),
  constraint inspection_of_subject unique (inspection_id, subject_id),
  constraint inspection_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint inspection_subject foreign key (subject_id) references registry.agency(agency_id),
  constraint inspection_task_force foreign key (task_force_id) references taskforce.task_force(task_force_id),
  constraint inspection_concluded check ((state = 'concluded'::text) = (conclusion is not null) and (state = 'concluded'::text) = (concluded_on is not null)),
  constraint inspection_days check (to_on >= from_on),
  constraint inspection_decided check ((state = any (array['planned'::text, 'stopped'::text])) or decision is not null and decided_on is not null),
  constraint inspection_decision_bases check (decision_bases ~ '\S'::text),
  constraint inspection_findings_sent check ((state <> all (array['findingsSent'::text, 'answered'::text])) or findings_sent_on is not null and answer_by is not null),
  constraint inspection_form check (form = any (array['onSite'::text, 'onPaper'::text, 'online'::text, 'unannounced'::text])),
  constraint inspection_requested check ((state <> all (array['waiting'::text, 'explained'::text])) or requested_on is not null and explain_by is not null),
  constraint inspection_state check (state = any (array['planned'::text, 'announced'::text, 'waiting'::text, 'explained'::text, 'held'::text, 'findingsSent'::text, 'answered'::text, 'concluded'::text, 'stopped'::text])),
  constraint inspection_stopped check ((state = 'stopped'::text) = (stopped_on is not null) and (state <> 'stopped'::text or reason is not null)),
  constraint inspection_words check (title ~ '\S'::text and place ~ '\S'::text and decision ~ '\S'::text and conclusion ~ '\S'::text and conclusion_words ~ '\S'::text and reason ~ '\S'::text)
);
-- The inspections of an agency: what it is to explain or answer.
create index inspection_agency_idx on taskforce.inspection using btree (agency_id, state);
-- A task force uses the number of a conclusion once on a day.
create unique index inspection_conclusion_number_once on taskforce.inspection using btree (task_force_id, conclusion, concluded_on, conclusion_copy) where (conclusion is not null);
-- The list, latest first.
create index inspection_order_idx on taskforce.inspection using btree (from_on desc, inspection_id desc);
-- Title and numbers of inspections, for the search box.
create index inspection_searched_idx on taskforce.inspection using gin (searched gin_trgm_ops);

-- The decisions on an inspection, in their order. Never deleted; changed once, when it is put off.
create table taskforce.inspection_decision (
  inspection_id bigint not null,
  decision_no integer not null,
  decision text not null,
  decided_on date not null,
  postponed_on date,
  reason text,
  postponed_by text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  subject_id bigint not null, -- The body inspected, as when the inspection was planned: a decision may name several, each with an inspection of its own.
  decision_id bigint not null, -- The decision that it is part of, with those on the other bodies that it names.
  constraint inspection_decision_pk primary key (inspection_id, decision_no),
  constraint inspection_decision_number_once unique (decision, decided_on, subject_id),
  constraint inspection_decision_in foreign key (decision_id) references taskforce.decision(decision_id),
  constraint inspection_decision_of foreign key (inspection_id, subject_id) references taskforce.inspection(inspection_id, subject_id),
  constraint inspection_decision_postponed check (num_nonnulls(postponed_on, reason, postponed_by) = any (array[0, 3])),
  constraint inspection_decision_words check (decision ~ '\S'::text and reason ~ '\S'::text)
);
-- The inspections of a decision: the bodies that it names.
create index inspection_decision_in_idx on taskforce.inspection_decision using btree (decision_id);
create trigger inspection_decision_put_off_once before update on taskforce.inspection_decision for each row when (old.postponed_on is not null or old.inspection_id is distinct from new.inspection_id or old.decision_no is distinct from new.decision_no or old.decision is distinct from new.decision or old.decided_on is distinct from new.decided_on or old.subject_id is distinct from new.subject_id or old.decision_id is distinct from new.decision_id or old.recorded_at is distinct from new.recorded_at or old.recorded_by is distinct from new.recorded_by) execute function taskforce.facts_stay();
create trigger inspection_decision_stays before delete on taskforce.inspection_decision for each row execute function taskforce.facts_stay();

-- The decision, minutes and conclusion of an inspection as files, fixed when they were signed. An inspection that was put off and decided again has two decisions. Never changed, never deleted.
create table taskforce.inspection_paper (
  inspection_paper_id bigint generated always as identity,
  inspection_id bigint not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  docx_sha256 bytea not null,
  pdf_sha256 bytea not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint inspection_paper_pk primary key (inspection_paper_id),
  constraint inspection_paper_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint inspection_paper_inspection foreign key (inspection_id) references taskforce.inspection(inspection_id),
  constraint inspection_paper_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint inspection_paper_kind check (kind = any (array['decision'::text, 'minutes'::text, 'conclusion'::text])),
  constraint inspection_paper_number check (number ~ '\S'::text)
);
-- The papers of an inspection, in their order.
create index inspection_paper_of_idx on taskforce.inspection_paper using btree (inspection_id, inspection_paper_id);
-- Minutes and conclusion are signed once.
create unique index inspection_paper_once on taskforce.inspection_paper using btree (inspection_id, kind) where (kind <> 'decision'::text);
create trigger inspection_paper_stays before delete or update on taskforce.inspection_paper for each row execute function taskforce.facts_stay();

-- The tasks in scope of a decision as they were when it was made, each with its version. Never changed.
create table taskforce.inspection_task (
  inspection_id bigint not null,
  task_id bigint not null,
  task_version integer not null,
  code text not null,
  title text not null,
  state text not null,
  due_on date,
  claimed_on date,
  completed_on date,
  decision_no integer not null,
  words text, -- What the task says in full, as when it was decided; null for those decided before this was kept: their title.
  constraint inspection_task_pk primary key (inspection_id, decision_no, task_id),
  constraint inspection_task_decision foreign key (inspection_id, decision_no) references taskforce.inspection_decision(inspection_id, decision_no),
  constraint inspection_task_task foreign key (task_id) references tasks.task(task_id)
);
-- The inspections that a task was in the scope of.
create index inspection_task_task_idx on taskforce.inspection_task using btree (task_id);
create trigger inspection_task_stays before delete or update on taskforce.inspection_task for each row execute function taskforce.facts_stay();

-- What the agency is to explain, and which papers it is to send. Never changed.
create table taskforce.issue (
  issue_id bigint generated always as identity,
  inspection_id bigint not null,
  position integer not null,
  words text not null,
  papers text,
  constraint issue_pk primary key (issue_id),
  constraint issue_of unique (issue_id, inspection_id),
  constraint issue_position_once unique (inspection_id, "position"),
  constraint issue_inspection foreign key (inspection_id) references taskforce.inspection(inspection_id),
  constraint issue_words check (words ~ '\S'::text and papers ~ '\S'::text)
);
create trigger issue_stays before delete or update on taskforce.issue for each row execute function taskforce.facts_stay();

-- A member of a task force in a role, from a day to a day, each with its act. Rows are only ended.
create table taskforce.member (
  member_id bigint generated always as identity,
  task_force_id bigint not null,
  person_id bigint,
  full_name text not null,
  office text not null,
  role text not null,
  from_on date not null,
  to_on date,
  act text not null,
  end_act text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint member_pk primary key (member_id),
  constraint member_person foreign key (person_id) references registry.person(person_id),
  constraint member_task_force foreign key (task_force_id) references taskforce.task_force(task_force_id),
  constraint member_once exclude using gist (task_force_id with =, person_id with =, daterange(from_on, to_on, '[]'::text) with &&) where (person_id is not null),
  constraint member_one_head exclude using gist (task_force_id with =, daterange(from_on, to_on, '[]'::text) with &&) where (role = 'head'::text),
  constraint member_days check (to_on >= from_on and (to_on is null) = (end_act is null)),
  constraint member_role check (role = any (array['head'::text, 'standingDeputy'::text, 'deputy'::text, 'member'::text, 'secretary'::text])),
  constraint member_words check (full_name ~ '\S'::text and office ~ '\S'::text and act ~ '\S'::text and end_act ~ '\S'::text)
);
-- The task forces of a person: the page of a member.
create index member_person_idx on taskforce.member using btree (person_id) where (person_id is not null);

-- The minutes of an inspection. From the first signature on its words stay; it is signed by both sides.
create table taskforce.minutes (
  inspection_id bigint not null,
  held_on date not null,
  place text not null,
  office_side text not null,
  agency_side text not null,
  words text not null,
  commitments text,
  version integer not null default 1,
  written_at timestamp with time zone not null,
  written_by text not null,
  office_signed_at timestamp with time zone,
  office_signer text,
  agency_signed_at timestamp with time zone,
  agency_signer text,
  constraint minutes_pk primary key (inspection_id),
  constraint minutes_inspection foreign key (inspection_id) references taskforce.inspection(inspection_id),
  constraint minutes_signed check ((office_signed_at is null) = (office_signer is null) and (agency_signed_at is null) = (agency_signer is null)),
  constraint minutes_words check (place ~ '\S'::text and office_side ~ '\S'::text and agency_side ~ '\S'::text and words ~ '\S'::text and commitments ~ '\S'::text)
);
create trigger minutes_stay before update on taskforce.minutes for each row when ((old.office_signed_at is not null or old.agency_signed_at is not null) and (old.held_on is distinct from new.held_on or old.place is distinct from new.place or old.office_side is distinct from new.office_side or old.agency_side is distinct from new.agency_side or old.words is distinct from new.words or old.commitments is distinct from new.commitments or old.office_signed_at is not null and new.office_signed_at is distinct from old.office_signed_at or old.agency_signed_at is not null and new.agency_signed_at is distinct from old.agency_signed_at)) execute function taskforce.minutes_stay();

-- A plan of activities of a task force, with the file it was read from.
create table taskforce.plan (
  plan_id bigint generated always as identity,
  task_force_id bigint not null,
  number text not null,
  title text not null,
  issued_on date not null,
  from_on date not null,
  to_on date not null,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint plan_pk primary key (plan_id),
  constraint plan_number_once unique (task_force_id, number),
  constraint plan_file foreign key (sha256) references platform.blob(sha256),
  constraint plan_task_force foreign key (task_force_id) references taskforce.task_force(task_force_id),
  constraint plan_days check (to_on >= from_on),
  constraint plan_file_whole check (num_nonnulls(sha256, file_name, media_type, size_bytes) = any (array[0, 4])),
  constraint plan_words check (number ~ '\S'::text and title ~ '\S'::text)
);

-- What was asked in a dialogue: its class, who answers by when, the answer, and whether the asker is satisfied.
create table taskforce.question (
  question_id bigint generated always as identity,
  dialogue_id bigint not null,
  position integer not null,
  asker text not null,
  asker_kind text not null,
  words text not null,
  state text not null default 'asked'::text,
  class text,
  sent_to_id bigint,
  agency_id bigint,
  sent_on date,
  due_on date,
  answer text,
  answered_on date,
  answered_by text,
  is_on_the_spot boolean not null default false,
  is_satisfied boolean,
  satisfied_words text,
  note text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  answered_at timestamp with time zone, -- When the answer was recorded; answered_on is what was said.
  constraint question_pk primary key (question_id),
  constraint question_position_once unique (dialogue_id, "position"),
  constraint question_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint question_dialogue foreign key (dialogue_id) references taskforce.dialogue(dialogue_id),
  constraint question_sent_to foreign key (sent_to_id) references registry.agency(agency_id),
  constraint question_answered check ((state = 'answered'::text) = (answer is not null) and (state = 'answered'::text) = (answered_on is not null)),
  constraint question_asker_kind check (asker_kind = any (array['firm'::text, 'association'::text, 'person'::text, 'council'::text])),
  constraint question_class check ((class = any (array['clear'::text, 'rule'::text, 'outside'::text])) and (state = 'asked'::text) = (class is null)),
  constraint question_recorded check ((answered_on is null) = (answered_at is null)),
  constraint question_satisfied check (is_satisfied is null or state = 'answered'::text),
  constraint question_sent check (state <> 'sent'::text or num_nonnulls(sent_to_id, agency_id, sent_on, due_on) = 4),
  constraint question_state check (state = any (array['asked'::text, 'classed'::text, 'sent'::text, 'answered'::text])),
  constraint question_words check (asker ~ '\S'::text and words ~ '\S'::text and answer ~ '\S'::text and note ~ '\S'::text)
);
-- What an agency is to answer, and its rows in the assessment.
create index question_agency_idx on taskforce.question using btree (agency_id, state, due_on) where (agency_id is not null);

-- To whom a question was sent, when and until when, and how that ended. Never deleted; changed once, when it ends.
create table taskforce.question_sending (
  sending_id bigint generated always as identity,
  question_id bigint not null,
  agency_id bigint not null,
  sent_on date not null,
  due_on date not null,
  ended_on date,
  ending text,
  reason text,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint question_sending_pk primary key (sending_id),
  constraint question_sending_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint question_sending_question foreign key (question_id) references taskforce.question(question_id),
  constraint question_sending_days check (due_on >= sent_on and ended_on >= sent_on),
  constraint question_sending_ended check ((ending = any (array['answered'::text, 'returned'::text, 'sentAgain'::text])) and (ended_on is null) = (ending is null) and (reason is null or ending = 'returned'::text)),
  constraint question_sending_words check (reason ~ '\S'::text)
);
-- What an agency was sent, and its rows in the assessment.
create index question_sending_agency_idx on taskforce.question_sending using btree (agency_id, sent_on);
-- A question is with one agency at a time.
create unique index question_sending_open on taskforce.question_sending using btree (question_id) where (ended_on is null);
-- The sendings of a question, in their order.
create index question_sending_question_idx on taskforce.question_sending using btree (question_id, sending_id);
create trigger question_sending_ends_once before update on taskforce.question_sending for each row when (old.ended_on is not null or old.question_id is distinct from new.question_id or old.agency_id is distinct from new.agency_id or old.sent_on is distinct from new.sent_on or old.due_on is distinct from new.due_on or old.recorded_at is distinct from new.recorded_at or old.recorded_by is distinct from new.recorded_by) execute function taskforce.facts_stay();
create trigger question_sending_stays before delete on taskforce.question_sending for each row execute function taskforce.facts_stay();

-- A recommendation to an agency. Its words are never edited: another replaces it and is named.
create table taskforce.recommendation (
  recommendation_id bigint generated always as identity,
  task_force_id bigint,
  source_kind text not null,
  source_id bigint,
  source_words text,
  words text not null,
  addressee_id bigint not null,
  agency_id bigint not null,
  competent text,
  basis text,
  product text,
  theme text,
  due_on date not null,
  state text not null default 'drafted'::text,
  made_on date,
  answer_by date,
  task_id bigint,
  replaced_by_id bigint,
  closed_on date,
  closing_words text,
  created_by text not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  searched text generated always as (platform.fold(((((words || ' '::text) || COALESCE(basis, ''::text)) || ' '::text) || COALESCE(theme, ''::text)))),
  constraint recommendation_pk primary key (recommendation_id),
  constraint recommendation_task_once unique (task_id),
  constraint recommendation_addressee foreign key (addressee_id) references registry.agency(agency_id),
  constraint recommendation_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint recommendation_replaced_by foreign key (replaced_by_id) references taskforce.recommendation(recommendation_id),
  constraint recommendation_task foreign key (task_id) references tasks.task(task_id),
  constraint recommendation_task_force foreign key (task_force_id) references taskforce.task_force(task_force_id),
  constraint recommendation_done_with_proof check (state <> 'done'::text or closed_on is not null and closing_words is not null),
  constraint recommendation_in_task check (task_id is null or state = 'accepted'::text),
  constraint recommendation_made check ((state = any (array['drafted'::text, 'withdrawn'::text])) or made_on is not null and answer_by is not null),
  constraint recommendation_replaced check ((state = 'replaced'::text) = (replaced_by_id is not null)),
  constraint recommendation_source check ((source_kind = any (array['finding'::text, 'question'::text, 'report'::text, 'own'::text])) and (source_kind = 'own'::text) = (source_id is null)),
  constraint recommendation_state check (state = any (array['drafted'::text, 'made'::text, 'accepted'::text, 'claimed'::text, 'declined'::text, 'done'::text, 'withdrawn'::text, 'replaced'::text])),
  constraint recommendation_words check (words ~ '\S'::text and competent ~ '\S'::text and basis ~ '\S'::text and product ~ '\S'::text and theme ~ '\S'::text and source_words ~ '\S'::text and closing_words ~ '\S'::text)
);
-- What an agency is to answer, and its rows in the assessment.
create index recommendation_agency_idx on taskforce.recommendation using btree (agency_id, state, due_on);
-- What was recommended in a period: figures of reports.
create index recommendation_made_idx on taskforce.recommendation using btree (made_on) where (made_on is not null);
-- The list, latest due first.
create index recommendation_order_idx on taskforce.recommendation using btree (due_on desc, recommendation_id desc);
-- The recommendation that another replaced: on the page of that other.
create index recommendation_replaced_by_idx on taskforce.recommendation using btree (replaced_by_id) where (replaced_by_id is not null);
-- Words of recommendations, for the search box.
create index recommendation_searched_idx on taskforce.recommendation using gin (searched gin_trgm_ops);
-- What was recommended from a finding, a question or a report.
create index recommendation_source_idx on taskforce.recommendation using btree (source_kind, source_id) where (source_id is not null);
create trigger recommendation_words_stay before update on taskforce.recommendation for each row when (old.words is distinct from new.words or old.addressee_id is distinct from new.addressee_id or old.due_on is distinct from new.due_on or old.source_kind is distinct from new.source_kind or old.source_id is distinct from new.source_id or old.source_words is distinct from new.source_words or old.competent is distinct from new.competent or old.basis is distinct from new.basis or old.product is distinct from new.product or old.task_force_id is distinct from new.task_force_id) execute function taskforce.words_stay();

-- What was answered to a recommendation, and what was said of the answer. Never changed, never deleted.
create table taskforce.recommendation_answer (
  answer_id bigint generated always as identity,
  recommendation_id bigint not null,
  kind text not null,
  words text not null,
  document text,
  agency_id bigint not null,
  answered_on date not null,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint recommendation_answer_pk primary key (answer_id),
  constraint recommendation_answer_agency foreign key (agency_id) references registry.agency(agency_id),
  constraint recommendation_answer_of foreign key (recommendation_id) references taskforce.recommendation(recommendation_id),
  constraint recommendation_answer_kind check (kind = any (array['accept'::text, 'decline'::text, 'claim'::text, 'refuse'::text])),
  constraint recommendation_answer_words check (words ~ '\S'::text and document ~ '\S'::text)
);
-- The answers to a recommendation, in their order.
create index recommendation_answer_of_idx on taskforce.recommendation_answer using btree (recommendation_id, answer_id);
create trigger recommendation_answer_stays before delete or update on taskforce.recommendation_answer for each row execute function taskforce.facts_stay();

-- A task force of the Prime Minister, from the decision that set it up to the one that ended it.
create table taskforce.task_force (
  task_force_id bigint generated always as identity,
  name text not null,
  act text not null,
  act_on date not null,
  from_on date not null,
  to_on date,
  end_act text,
  scope text not null,
  standing_agency_id bigint not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  searched text generated always as (platform.fold(((((name || ' '::text) || act) || ' '::text) || scope))),
  constraint task_force_pk primary key (task_force_id),
  constraint task_force_act_once unique (act, act_on),
  constraint task_force_standing_agency foreign key (standing_agency_id) references registry.agency(agency_id),
  constraint task_force_days check (from_on >= act_on and to_on >= from_on and (to_on is null) = (end_act is null)),
  constraint task_force_words check (name ~ '\S'::text and act ~ '\S'::text and scope ~ '\S'::text and end_act ~ '\S'::text)
);
-- Name, decision and scope of task forces, for the search box.
create index task_force_searched_idx on taskforce.task_force using gin (searched gin_trgm_ops);

-- That a task was looked at on paper or on the spot, and whether what was claimed is true. Never changed, never deleted.
create table taskforce.truth_mark (
  truth_mark_id bigint generated always as identity,
  task_id bigint not null,
  seen text not null,
  is_true boolean not null,
  words text not null,
  seen_on date not null,
  inspection_id bigint,
  recorded_at timestamp with time zone not null,
  recorded_by text not null,
  constraint truth_mark_pk primary key (truth_mark_id),
  constraint truth_mark_inspection foreign key (inspection_id) references taskforce.inspection(inspection_id),
  constraint truth_mark_task foreign key (task_id) references tasks.task(task_id),
  constraint truth_mark_seen check (seen = any (array['onPaper'::text, 'onSpot'::text])),
  constraint truth_mark_words check (words ~ '\S'::text)
);
-- The marks of a task, in their order.
create index truth_mark_task_idx on taskforce.truth_mark using btree (task_id, truth_mark_id);
create trigger truth_mark_stays before delete or update on taskforce.truth_mark for each row execute function taskforce.facts_stay();

-- A finding that was sent to the agency. Never null: finding_id, inspection_id, fact, degree, agency_id, state.
-- view taskforce.finding_card, see views.sql
--   finding_id bigint
--   inspection_id bigint
--   fact text
--   degree text
--   cause text
--   agency_id bigint
--   state text
--   repeats_id bigint
--   concluded_on date

-- An inspection with how many findings it sent, and the day it was held. Never null: inspection_id, title, agency_id, form, state, from_on, to_on, findings.
-- view taskforce.inspection_card, see views.sql
--   inspection_id bigint
--   title text
--   agency_id bigint
--   form text
--   state text
--   from_on date
--   to_on date
--   decision text
--   decided_on date
--   conclusion text
--   concluded_on date
--   findings integer
--   held_on date

-- A recommendation; with a task its state is the task's. Never null: recommendation_id, words, addressee_agency_id, agency_id, due_on, source_kind, state.
-- view taskforce.recommendation_card, see views.sql
--   recommendation_id bigint
--   words text
--   addressee_agency_id bigint
--   agency_id bigint
--   due_on date
--   asked_day date
--   task_id bigint
--   source_kind text
--   source_id bigint
--   theme text
--   closed_on date
--   answer_by date
--   state text
--   completed_on date

-- Rows of this table are only added.
-- function taskforce.facts_stay()

-- What one side has signed is what the other side signs.
-- function taskforce.minutes_stay()

-- A number of a document however it was typed: "07/QĐ-TCT" is "7 /qđ-tct".
-- function taskforce.number_key(text)

-- What was recommended, to whom, by when and on what ground stays as it was written.
-- function taskforce.words_stay()
