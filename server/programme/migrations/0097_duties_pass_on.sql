-- What an agency owes under a resolution or a law passes to its successor; what was counted before that day stays.

create table programme.duty_move (
  duty_move_id bigint generated always as identity,
  plan_duty_id bigint,
  detailing_duty_id bigint,
  agency_id bigint not null,
  effective_on date not null,
  source text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint duty_move_pk primary key (duty_move_id),
  constraint duty_move_plan foreign key (plan_duty_id) references programme.plan_duty (plan_duty_id),
  constraint duty_move_detailing foreign key (detailing_duty_id) references programme.detailing_duty (detailing_duty_id),
  constraint duty_move_of_one check (num_nonnulls(plan_duty_id, detailing_duty_id) = 1),
  constraint duty_move_agency foreign key (agency_id) references registry.agency (agency_id)
);
comment on table programme.duty_move is 'From a day on another agency holds an action plan or a detailing text that is owed: the successor. Never changed, never deleted.';
create index duty_move_plan_idx on programme.duty_move (plan_duty_id, effective_on desc, duty_move_id desc) where plan_duty_id is not null;
comment on index programme.duty_move_plan_idx is 'Who holds a plan on a day.';
create index duty_move_detailing_idx on programme.duty_move (detailing_duty_id, effective_on desc, duty_move_id desc) where detailing_duty_id is not null;
comment on index programme.duty_move_detailing_idx is 'Who holds a detailing text on a day.';

-- What is open, or waits for the office, is a small part of all that ever was: it is found without reading the rest.
create index item_version_open_idx on programme.item_version (valid_to, due_on) where state in ('registered', 'planned', 'returned', 'submitted');
comment on index programme.item_version_open_idx is 'What is owed, coming due or to be checked on a day, and how the debt of a period moved.';
create index item_version_first_due_idx on programme.item_version (first_due_on, item_id);
comment on index programme.item_version_first_due_idx is 'How far due days slipped, and the oldest debt first.';
create index item_from_idx on programme.item (from_item_id) where from_item_id is not null;
comment on index programme.item_from_idx is 'The entries that an entry was split into.';
create index item_into_idx on programme.item (into_item_id) where into_item_id is not null;
comment on index programme.item_into_idx is 'The entries that were merged into an entry.';
create index due_later_idx on programme.due (effective_on, item_id) where position > 1;
comment on index programme.due_later_idx is 'What was postponed in a period.';
create index fact_stopped_idx on programme.fact (effective_on, item_id) where state = 'stopped';
comment on index programme.fact_stopped_idx is 'What was stopped in a period.';
create index carried_item_idx on programme.carried (item_id);
comment on index programme.carried_item_idx is 'Since which year the debt of an entry is carried over.';
