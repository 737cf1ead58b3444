-- Dialogues with business: sessions, what was asked, who answers by when, and what was answered by the next session.
create table taskforce.dialogue (
  dialogue_id bigint generated always as identity,
  task_force_id bigint not null,
  title text not null,
  form text not null,
  partner text not null,
  place text,
  held_on date not null,
  state text not null default 'planned',
  participants text,
  reason text,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint dialogue_pk primary key (dialogue_id),
  constraint dialogue_task_force foreign key (task_force_id) references taskforce.task_force (task_force_id),
  constraint dialogue_form check (form in ('inPerson', 'online', 'mixed')),
  constraint dialogue_state check (state in ('planned', 'held', 'cancelled')),
  constraint dialogue_words check (title ~ '\S' and partner ~ '\S' and place ~ '\S' and participants ~ '\S' and reason ~ '\S'),
  constraint dialogue_cancelled check (state <> 'cancelled' or reason is not null)
);
comment on table taskforce.dialogue is 'A session in which a task force hears business and people.';
create index dialogue_order_idx on taskforce.dialogue (task_force_id, held_on, dialogue_id);
comment on index taskforce.dialogue_order_idx is 'The sessions of a task force in their order, and which one is the next.';

create table taskforce.question (
  question_id bigint generated always as identity,
  dialogue_id bigint not null,
  position integer not null,
  asker text not null,
  asker_kind text not null,
  words text not null,
  state text not null default 'asked',
  class text,
  -- As sent; who answers now is `agency_id`, which follows reorganisations.
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
  changed_at timestamptz not null,
  changed_by text not null,
  constraint question_pk primary key (question_id),
  constraint question_dialogue foreign key (dialogue_id) references taskforce.dialogue (dialogue_id),
  constraint question_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint question_sent_to foreign key (sent_to_id) references registry.agency (agency_id),
  constraint question_position_once unique (dialogue_id, position),
  constraint question_asker_kind check (asker_kind in ('firm', 'association', 'person', 'council')),
  constraint question_state check (state in ('asked', 'classed', 'sent', 'answered')),
  constraint question_class check (class in ('clear', 'rule', 'outside') and (state = 'asked') = (class is null)),
  constraint question_sent check (state <> 'sent' or num_nonnulls(sent_to_id, agency_id, sent_on, due_on) = 4),
  constraint question_answered check ((state = 'answered') = (answer is not null) and (state = 'answered') = (answered_on is not null)),
  constraint question_satisfied check (is_satisfied is null or state = 'answered'),
  constraint question_words check (asker ~ '\S' and words ~ '\S' and answer ~ '\S' and note ~ '\S')
);
comment on table taskforce.question is 'What was asked in a dialogue: its class, who answers by when, the answer, and whether the asker is satisfied.';
create index question_agency_idx on taskforce.question (agency_id, state, due_on) where agency_id is not null;
comment on index taskforce.question_agency_idx is 'What an agency is to answer, and its rows in the assessment.';
