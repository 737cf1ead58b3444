-- The second reader: what a language model of the office was asked about a document, and what came of it. Places only,
-- no words: what is dropped with a directive is nowhere else.
create table directives.second_reading (
  second_reading_id bigint generated always as identity,
  directive_id bigint not null,
  -- The task asked about; null for a passage that gave no task.
  ref text,
  span_start integer not null,
  span_end integer not null,
  -- As the installation names it; null for a server that has only one.
  model text,
  outcome text not null,
  milliseconds integer not null,
  -- Suggestions taken; those with words that are not in the document; values that our grammar does not read.
  accepted integer not null,
  absent integer not null,
  unread integer not null,
  asked_at timestamptz not null default now(),
  constraint second_reading_pk primary key (second_reading_id),
  constraint second_reading_directive foreign key (directive_id) references directives.directive (directive_id),
  constraint second_reading_span check (span_start <= span_end),
  constraint second_reading_outcome
    check (outcome in ('answered', 'late', 'unreachable', 'refused', 'unusable', 'skipped')),
  constraint second_reading_only_answers_count
    check (outcome = 'answered' or (accepted = 0 and absent = 0 and unread = 0))
);
comment on table directives.second_reading is
  'A passage put to the second reader, and what came of it. Never changed, never deleted.';
create index second_reading_directive_idx on directives.second_reading (directive_id);
comment on index directives.second_reading_directive_idx is 'What was asked about one directive.';
