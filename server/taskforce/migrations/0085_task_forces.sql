-- Task forces by decision and date, whom their members follow, and the plan of what they do themselves.
create schema taskforce;
comment on schema taskforce is 'Task forces: members, plans, inspections, recommendations, dialogues, assessment of agencies.';

create table taskforce.task_force (
  task_force_id bigint generated always as identity,
  name text not null,
  -- The decision that set it up: "1642/QĐ-TTg".
  act text not null,
  act_on date not null,
  from_on date not null,
  to_on date,
  end_act text,
  scope text not null,
  standing_agency_id bigint not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint task_force_pk primary key (task_force_id),
  constraint task_force_act_once unique (act, act_on),
  constraint task_force_standing_agency foreign key (standing_agency_id) references registry.agency (agency_id),
  constraint task_force_words check (name ~ '\S' and act ~ '\S' and scope ~ '\S' and end_act ~ '\S'),
  constraint task_force_days check (from_on >= act_on and to_on >= from_on and (to_on is null) = (end_act is null))
);
comment on table taskforce.task_force is 'A task force of the Prime Minister, from the decision that set it up to the one that ended it.';

create table taskforce.member (
  member_id bigint generated always as identity,
  task_force_id bigint not null,
  -- Null: has no account here, such as a minister who is named in the decision.
  person_id bigint,
  full_name text not null,
  office text not null,
  role text not null,
  from_on date not null,
  to_on date,
  act text not null,
  end_act text,
  recorded_at timestamptz not null,
  recorded_by text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint member_pk primary key (member_id),
  constraint member_task_force foreign key (task_force_id) references taskforce.task_force (task_force_id),
  constraint member_person foreign key (person_id) references registry.person (person_id),
  constraint member_role check (role in ('head', 'standingDeputy', 'deputy', 'member', 'secretary')),
  constraint member_words check (full_name ~ '\S' and office ~ '\S' and act ~ '\S' and end_act ~ '\S'),
  constraint member_days check (to_on >= from_on and (to_on is null) = (end_act is null)),
  constraint member_one_head exclude using gist (task_force_id with =, daterange(from_on, to_on, '[]') with &&) where (role = 'head'),
  constraint member_once exclude using gist (task_force_id with =, person_id with =, daterange(from_on, to_on, '[]') with &&)
    where (person_id is not null)
);
comment on table taskforce.member is 'A member of a task force in a role, from a day to a day, each with its act. Rows are only ended.';
create index member_person_idx on taskforce.member (person_id) where person_id is not null;
comment on index taskforce.member_person_idx is 'The task forces of a person: the page of a member.';

create table taskforce.area (
  area_id bigint generated always as identity,
  member_id bigint not null,
  agency_id bigint not null,
  from_on date not null,
  to_on date,
  act text not null,
  -- The agency that it took the work of, if a reorganisation made it an area.
  passed_from_id bigint,
  constraint area_pk primary key (area_id),
  constraint area_member foreign key (member_id) references taskforce.member (member_id),
  constraint area_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint area_passed_from foreign key (passed_from_id) references registry.agency (agency_id),
  constraint area_days check (to_on >= from_on),
  constraint area_act check (act ~ '\S'),
  constraint area_once exclude using gist (member_id with =, agency_id with =, daterange(from_on, to_on, '[]') with &&)
);
comment on table taskforce.area is 'The agencies that a member without an account follows. What a person with one follows is in the registry, and nowhere else.';
create index area_agency_idx on taskforce.area (agency_id);
comment on index taskforce.area_agency_idx is 'The areas of an agency, when it passes to another.';

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
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint plan_pk primary key (plan_id),
  constraint plan_task_force foreign key (task_force_id) references taskforce.task_force (task_force_id),
  constraint plan_number_once unique (task_force_id, number),
  constraint plan_file foreign key (sha256) references platform.blob (sha256),
  constraint plan_words check (number ~ '\S' and title ~ '\S'),
  constraint plan_days check (to_on >= from_on),
  constraint plan_file_whole check (num_nonnulls(sha256, file_name, media_type, size_bytes) in (0, 4))
);
comment on table taskforce.plan is 'A plan of activities of a task force, with the file it was read from.';

create table taskforce.activity (
  activity_id bigint generated always as identity,
  plan_id bigint not null,
  position integer not null,
  title text not null,
  -- The sentence of the plan.
  words text not null,
  form text not null,
  done_by text,
  task_id bigint not null,
  constraint activity_pk primary key (activity_id),
  constraint activity_plan foreign key (plan_id) references taskforce.plan (plan_id),
  constraint activity_task foreign key (task_id) references tasks.task (task_id),
  constraint activity_task_once unique (task_id),
  constraint activity_position_once unique (plan_id, position),
  constraint activity_form check (
    form in ('direct', 'dialogue', 'receive', 'conference', 'session', 'inspection', 'report', 'plan', 'other')),
  constraint activity_words check (title ~ '\S' and words ~ '\S' and done_by ~ '\S')
);
comment on table taskforce.activity is 'A line of a plan. When it is due and how far it is, is what its task says.';
