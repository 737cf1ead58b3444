-- Inspections: a decision with a frozen list of tasks, what was asked and explained, minutes, findings, conclusion.
create table taskforce.inspection (
  inspection_id bigint generated always as identity,
  task_force_id bigint not null,
  title text not null,
  -- As decided; who answers now is `agency_id`, which follows reorganisations.
  subject_id bigint not null,
  agency_id bigint not null,
  form text not null,
  place text,
  from_on date not null,
  to_on date not null,
  state text not null default 'planned',
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
  changed_at timestamptz not null,
  changed_by text not null,
  searched text generated always as (platform.fold(title || ' ' || coalesce(decision, '') || ' ' || coalesce(conclusion, ''))) stored,
  constraint inspection_pk primary key (inspection_id),
  constraint inspection_task_force foreign key (task_force_id) references taskforce.task_force (task_force_id),
  constraint inspection_subject foreign key (subject_id) references registry.agency (agency_id),
  constraint inspection_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint inspection_decision_once unique (decision, decided_on),
  constraint inspection_form check (form in ('onSite', 'onPaper', 'online', 'unannounced')),
  constraint inspection_state check (
    state in ('planned', 'announced', 'waiting', 'explained', 'held', 'findingsSent', 'answered', 'concluded', 'stopped')),
  constraint inspection_words check (
    title ~ '\S' and place ~ '\S' and decision ~ '\S' and conclusion ~ '\S' and conclusion_words ~ '\S' and reason ~ '\S'),
  constraint inspection_days check (to_on >= from_on),
  constraint inspection_decided check (state in ('planned', 'stopped') or (decision is not null and decided_on is not null)),
  constraint inspection_requested check (
    state not in ('waiting', 'explained') or (requested_on is not null and explain_by is not null)),
  constraint inspection_findings_sent check (
    state not in ('findingsSent', 'answered') or (findings_sent_on is not null and answer_by is not null)),
  constraint inspection_concluded check (
    (state = 'concluded') = (conclusion is not null) and (state = 'concluded') = (concluded_on is not null)),
  constraint inspection_stopped check ((state = 'stopped') = (stopped_on is not null) and (state <> 'stopped' or reason is not null))
);
comment on table taskforce.inspection is 'An inspection of one agency by a task force, from the plan to the conclusion.';
create index inspection_agency_idx on taskforce.inspection (agency_id, state);
comment on index taskforce.inspection_agency_idx is 'The inspections of an agency: what it is to explain or answer.';
create index inspection_order_idx on taskforce.inspection (from_on desc, inspection_id desc);
comment on index taskforce.inspection_order_idx is 'The list, latest first.';
create index inspection_searched_idx on taskforce.inspection using gin (searched gin_trgm_ops);
comment on index taskforce.inspection_searched_idx is 'Title and numbers of inspections, for the search box.';

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
  constraint inspection_task_pk primary key (inspection_id, task_id),
  constraint inspection_task_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint inspection_task_task foreign key (task_id) references tasks.task (task_id)
);
comment on table taskforce.inspection_task is 'The tasks in scope as they were when the inspection was decided, each with its version. Never changed.';
create index inspection_task_task_idx on taskforce.inspection_task (task_id);
comment on index taskforce.inspection_task_task_idx is 'The inspections that a task was in the scope of.';

create table taskforce.delegate (
  delegate_id bigint generated always as identity,
  inspection_id bigint not null,
  person_id bigint,
  full_name text not null,
  office text not null,
  role text not null,
  constraint delegate_pk primary key (delegate_id),
  constraint delegate_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint delegate_person foreign key (person_id) references registry.person (person_id),
  constraint delegate_once unique (inspection_id, person_id),
  constraint delegate_role check (role in ('head', 'deputy', 'member', 'secretary')),
  constraint delegate_words check (full_name ~ '\S' and office ~ '\S')
);
comment on table taskforce.delegate is 'A member of the delegation of an inspection; who has an account works on that inspection until it is concluded.';
create unique index delegate_one_head on taskforce.delegate (inspection_id) where role = 'head';
comment on index taskforce.delegate_one_head is 'A delegation has one head.';
create index delegate_person_idx on taskforce.delegate (person_id) where person_id is not null;
comment on index taskforce.delegate_person_idx is 'The inspections that a person is on.';

create table taskforce.issue (
  issue_id bigint generated always as identity,
  inspection_id bigint not null,
  position integer not null,
  words text not null,
  papers text,
  constraint issue_pk primary key (issue_id),
  constraint issue_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint issue_of unique (issue_id, inspection_id),
  constraint issue_position_once unique (inspection_id, position),
  constraint issue_words check (words ~ '\S' and papers ~ '\S')
);
comment on table taskforce.issue is 'What the agency is to explain, and which papers it is to send. Never changed.';

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
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint explanation_pk primary key (explanation_id),
  constraint explanation_issue foreign key (issue_id) references taskforce.issue (issue_id),
  constraint explanation_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint explanation_file foreign key (sha256) references platform.blob (sha256),
  constraint explanation_words check (words ~ '\S' and document ~ '\S' and signer ~ '\S'),
  constraint explanation_file_whole check (num_nonnulls(sha256, file_name, media_type, size_bytes) in (0, 4))
);
comment on table taskforce.explanation is 'What the agency explains to an issue; a later one adds to it. Never changed, never deleted.';
create index explanation_issue_idx on taskforce.explanation (issue_id, explanation_id);
comment on index taskforce.explanation_issue_idx is 'The explanations of an issue, in their order.';

create table taskforce.minutes (
  inspection_id bigint not null,
  held_on date not null,
  place text not null,
  office_side text not null,
  agency_side text not null,
  words text not null,
  commitments text,
  version integer not null default 1,
  written_at timestamptz not null,
  written_by text not null,
  office_signed_at timestamptz,
  office_signer text,
  agency_signed_at timestamptz,
  agency_signer text,
  constraint minutes_pk primary key (inspection_id),
  constraint minutes_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint minutes_words check (
    place ~ '\S' and office_side ~ '\S' and agency_side ~ '\S' and words ~ '\S' and commitments ~ '\S'),
  constraint minutes_signed check (
    (office_signed_at is null) = (office_signer is null) and (agency_signed_at is null) = (agency_signer is null))
);
comment on table taskforce.minutes is 'The minutes of an inspection. From the first signature on its words stay; it is signed by both sides.';
create function taskforce.minutes_stay() returns trigger
language plpgsql as $$
begin
  raise exception 'minutes stay as they were signed' using errcode = '23514', constraint = 'minutes_stay';
end
$$;
comment on function taskforce.minutes_stay is 'What one side has signed is what the other side signs.';
create trigger minutes_stay before update on taskforce.minutes
  for each row when ((old.office_signed_at is not null or old.agency_signed_at is not null)
    and ((old.held_on, old.place, old.office_side, old.agency_side, old.words, old.commitments)
      is distinct from (new.held_on, new.place, new.office_side, new.agency_side, new.words, new.commitments)
      or (old.office_signed_at is not null and new.office_signed_at is distinct from old.office_signed_at)
      or (old.agency_signed_at is not null and new.agency_signed_at is distinct from old.agency_signed_at)))
  execute function taskforce.minutes_stay();

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
  state text not null default 'draft',
  -- The agency's answer before the conclusion.
  answer text,
  agrees boolean,
  answered_at timestamptz,
  answered_by text,
  remedy_by date,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint finding_pk primary key (finding_id),
  constraint finding_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint finding_issue foreign key (issue_id, inspection_id) references taskforce.issue (issue_id, inspection_id),
  -- Only of a task in the frozen scope.
  constraint finding_task_in_scope foreign key (inspection_id, task_id) references taskforce.inspection_task (inspection_id, task_id),
  constraint finding_responsible foreign key (responsible_id) references registry.agency (agency_id),
  constraint finding_repeats foreign key (repeats_id) references taskforce.finding (finding_id),
  constraint finding_position_once unique (inspection_id, position),
  constraint finding_not_itself check (repeats_id <> finding_id),
  constraint finding_state check (
    state in ('draft', 'sent', 'dropped', 'open', 'remedying', 'claimed', 'confirmed')),
  constraint finding_degree check (degree in ('minor', 'serious', 'grave')),
  constraint finding_cause check (
    cause in ('rule', 'money', 'people', 'coordination', 'wrongAddressee', 'deadline', 'other') and (cause is null or cause_words is not null)),
  constraint finding_caused check (state in ('draft', 'dropped', 'sent') or cause is not null),
  constraint finding_words check (
    fact ~ '\S' and nature ~ '\S' and evidence ~ '\S' and cause_words ~ '\S' and responsible_words ~ '\S' and answer ~ '\S'),
  constraint finding_answered check (num_nonnulls(answer, agrees, answered_at, answered_by) in (0, 4)),
  constraint finding_remedying check (state <> 'remedying' or remedy_by is not null)
);
comment on table taskforce.finding is 'A lack found by an inspection: fact, nature, degree, cause, who is responsible, evidence, and the agency''s answer.';
create index finding_responsible_idx on taskforce.finding (responsible_id, state);
comment on index taskforce.finding_responsible_idx is 'The findings of an agency: earlier ones to link, and its rows in the assessment.';
create index finding_repeats_idx on taskforce.finding (repeats_id) where repeats_id is not null;
comment on index taskforce.finding_repeats_idx is 'Whether a finding was made again.';

create table taskforce.finding_step (
  finding_step_id bigint generated always as identity,
  finding_id bigint not null,
  act text not null,
  words text not null,
  document text,
  -- Of a confirmation or refusal: how the office made sure.
  seen text,
  on_day date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint finding_step_pk primary key (finding_step_id),
  constraint finding_step_finding foreign key (finding_id) references taskforce.finding (finding_id),
  constraint finding_step_act check (act in ('plan', 'claim', 'confirm', 'refuse', 'drop')),
  constraint finding_step_seen check ((act in ('confirm', 'refuse')) = (seen is not null) and seen in ('onPaper', 'onSpot')),
  constraint finding_step_words check (words ~ '\S' and document ~ '\S')
);
comment on table taskforce.finding_step is 'What was done about a finding, and what the office said of it. Never changed, never deleted.';
create index finding_step_finding_idx on taskforce.finding_step (finding_id, finding_step_id);
comment on index taskforce.finding_step_finding_idx is 'The steps of a finding, in their order.';

create table taskforce.truth_mark (
  truth_mark_id bigint generated always as identity,
  task_id bigint not null,
  seen text not null,
  is_true boolean not null,
  words text not null,
  seen_on date not null,
  inspection_id bigint,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint truth_mark_pk primary key (truth_mark_id),
  constraint truth_mark_task foreign key (task_id) references tasks.task (task_id),
  constraint truth_mark_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint truth_mark_seen check (seen in ('onPaper', 'onSpot')),
  constraint truth_mark_words check (words ~ '\S')
);
comment on table taskforce.truth_mark is 'That a task was looked at on paper or on the spot, and whether what was claimed is true. Never changed, never deleted.';
create index truth_mark_task_idx on taskforce.truth_mark (task_id, truth_mark_id);
comment on index taskforce.truth_mark_task_idx is 'The marks of a task, in their order.';

create function taskforce.facts_stay() returns trigger
language plpgsql as $$
begin
  raise exception 'a recorded fact is never changed' using errcode = '23514', constraint = 'task_force_facts_stay';
end
$$;
comment on function taskforce.facts_stay is 'Rows of this table are only added.';
create trigger inspection_task_stays before update or delete on taskforce.inspection_task for each row execute function taskforce.facts_stay();
create trigger issue_stays before update or delete on taskforce.issue for each row execute function taskforce.facts_stay();
create trigger explanation_stays before update or delete on taskforce.explanation for each row execute function taskforce.facts_stay();
create trigger finding_step_stays before update or delete on taskforce.finding_step for each row execute function taskforce.facts_stay();
create trigger truth_mark_stays before update or delete on taskforce.truth_mark for each row execute function taskforce.facts_stay();
create trigger recommendation_answer_stays before update or delete on taskforce.recommendation_answer
  for each row execute function taskforce.facts_stay();
