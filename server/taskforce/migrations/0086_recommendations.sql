-- Recommendations: what an agency is recommended to do, by when, and what came of it.
create table taskforce.recommendation (
  recommendation_id bigint generated always as identity,
  task_force_id bigint,
  source_kind text not null,
  source_id bigint,
  source_words text,
  words text not null,
  -- As addressed; who answers now is `agency_id`, which follows reorganisations.
  addressee_id bigint not null,
  agency_id bigint not null,
  competent text,
  basis text,
  product text,
  theme text,
  due_on date not null,
  state text not null default 'drafted',
  made_on date,
  answer_by date,
  task_id bigint,
  replaced_by_id bigint,
  closed_on date,
  closing_words text,
  created_by text not null,
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by text not null,
  searched text generated always as (platform.fold(words || ' ' || coalesce(basis, '') || ' ' || coalesce(theme, ''))) stored,
  constraint recommendation_pk primary key (recommendation_id),
  constraint recommendation_task_force foreign key (task_force_id) references taskforce.task_force (task_force_id),
  constraint recommendation_addressee foreign key (addressee_id) references registry.agency (agency_id),
  constraint recommendation_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint recommendation_task foreign key (task_id) references tasks.task (task_id),
  constraint recommendation_task_once unique (task_id),
  constraint recommendation_replaced_by foreign key (replaced_by_id) references taskforce.recommendation (recommendation_id),
  constraint recommendation_source check (
    source_kind in ('finding', 'question', 'report', 'own') and (source_kind = 'own') = (source_id is null)),
  constraint recommendation_state check (
    state in ('drafted', 'made', 'accepted', 'claimed', 'declined', 'done', 'withdrawn', 'replaced')),
  constraint recommendation_words check (
    words ~ '\S' and competent ~ '\S' and basis ~ '\S' and product ~ '\S' and theme ~ '\S' and source_words ~ '\S' and closing_words ~ '\S'),
  constraint recommendation_made check (state in ('drafted', 'withdrawn') or (made_on is not null and answer_by is not null)),
  constraint recommendation_done_with_proof check (state <> 'done' or (closed_on is not null and closing_words is not null)),
  constraint recommendation_replaced check ((state = 'replaced') = (replaced_by_id is not null)),
  -- With a task it is accepted, and how far it is, is what the task says.
  constraint recommendation_in_task check (task_id is null or state = 'accepted')
);
comment on table taskforce.recommendation is 'A recommendation to an agency. Its words are never edited: another replaces it and is named.';
create index recommendation_agency_idx on taskforce.recommendation (agency_id, state, due_on);
comment on index taskforce.recommendation_agency_idx is 'What an agency is to answer, and its rows in the assessment.';
create index recommendation_order_idx on taskforce.recommendation (due_on desc, recommendation_id desc);
comment on index taskforce.recommendation_order_idx is 'The list, latest due first.';
create index recommendation_source_idx on taskforce.recommendation (source_kind, source_id) where source_id is not null;
comment on index taskforce.recommendation_source_idx is 'What was recommended from a finding, a question or a report.';
create index recommendation_made_idx on taskforce.recommendation (made_on) where made_on is not null;
comment on index taskforce.recommendation_made_idx is 'What was recommended in a period: figures of reports.';
create index recommendation_searched_idx on taskforce.recommendation using gin (searched gin_trgm_ops);
comment on index taskforce.recommendation_searched_idx is 'Words of recommendations, for the search box.';

create function taskforce.words_stay() returns trigger
language plpgsql as $$
begin
  raise exception 'the words of a recommendation are never edited' using errcode = '23514', constraint = 'recommendation_words_stay';
end
$$;
comment on function taskforce.words_stay is 'What was recommended, to whom, by when and on what ground stays as it was written.';
create trigger recommendation_words_stay before update on taskforce.recommendation
  for each row when ((old.words, old.addressee_id, old.due_on, old.source_kind, old.source_id, old.source_words, old.competent, old.basis,
      old.product, old.task_force_id)
    is distinct from (new.words, new.addressee_id, new.due_on, new.source_kind, new.source_id, new.source_words, new.competent, new.basis,
      new.product, new.task_force_id))
  execute function taskforce.words_stay();

create table taskforce.recommendation_answer (
  answer_id bigint generated always as identity,
  recommendation_id bigint not null,
  kind text not null,
  words text not null,
  -- The document that answers or proves it.
  document text,
  agency_id bigint not null,
  answered_on date not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint recommendation_answer_pk primary key (answer_id),
  constraint recommendation_answer_of foreign key (recommendation_id) references taskforce.recommendation (recommendation_id),
  constraint recommendation_answer_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint recommendation_answer_kind check (kind in ('accept', 'decline', 'claim', 'refuse')),
  constraint recommendation_answer_words check (words ~ '\S' and document ~ '\S')
);
comment on table taskforce.recommendation_answer is 'What was answered to a recommendation, and what was said of the answer. Never changed, never deleted.';
create index recommendation_answer_of_idx on taskforce.recommendation_answer (recommendation_id, answer_id);
comment on index taskforce.recommendation_answer_of_idx is 'The answers to a recommendation, in their order.';
