-- What reviewers made of what was read, value by value; written at the confirmation, never changed.
create table directives.outcome (
  outcome_id bigint generated always as identity,
  directive_id bigint not null,
  -- The draft's reference; null for the document's own fields.
  ref text,
  field text not null,
  -- Each an object with `text`; null where there was nothing to read, or nothing was left.
  suggested jsonb,
  confirmed jsonb,
  verdict text not null,
  -- Of the suggestion, 0 to 1.
  confidence real,
  -- Kind of document, as confirmed; empty if it states none.
  type text not null,
  -- The agency a unit's name was confirmed to mean.
  agency_id bigint,
  reader text not null default 'rules',
  confirmed_on date not null,
  constraint outcome_pk primary key (outcome_id),
  constraint outcome_directive foreign key (directive_id) references directives.directive (directive_id),
  constraint outcome_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint outcome_field check (field in ('number', 'type', 'issuer', 'issuedOn', 'subject',
    'task', 'group', 'lead', 'coordinating', 'deadline', 'target')),
  constraint outcome_verdict check (case verdict
    when 'right' then suggested is not null and confirmed is not null
    when 'changed' then suggested is not null and confirmed is not null
    when 'added' then suggested is null and confirmed is not null
    when 'dropped' then suggested is not null and confirmed is null
    else false end),
  constraint outcome_values check (coalesce(jsonb_typeof(suggested -> 'text') = 'string', true)
    and coalesce(jsonb_typeof(confirmed -> 'text') = 'string', true)),
  constraint outcome_confidence check ((confidence is null) = (suggested is null) and confidence between 0 and 1),
  constraint outcome_reader check (reader <> '')
);
comment on table directives.outcome is 'One value that was read or added by hand: what was suggested, what was confirmed.';
create index outcome_directive_idx on directives.outcome (directive_id);
comment on index directives.outcome_directive_idx is 'Outcomes of one directive.';
create index outcome_day_idx on directives.outcome (confirmed_on desc, outcome_id desc);
comment on index directives.outcome_day_idx is 'Every outcome of some months, newest first.';
create index outcome_field_idx on directives.outcome (field, verdict, confirmed_on desc, outcome_id desc);
comment on index directives.outcome_field_idx is 'The rows behind one figure of one field.';
create index outcome_wrong_idx on directives.outcome (confirmed_on desc, outcome_id desc) where verdict <> 'right';
comment on index directives.outcome_wrong_idx is 'What was not right in some months: the few among the many.';
create index outcome_correction_idx on directives.outcome ((suggested ->> 'text'), confirmed_on desc, outcome_id desc)
  where verdict = 'changed';
comment on index directives.outcome_correction_idx is 'The rows behind one correction.';

-- Sums of the outcomes, so that a page of figures costs the same at any number of documents.
create table directives.outcome_count (
  month date not null,
  type text not null,
  reader text not null,
  field text not null,
  verdict text not null,
  -- Of the confidence: from 0.9, from 0.7, below; `none` for what was added by hand.
  band text not null,
  outcomes bigint not null,
  constraint outcome_count_pk primary key (month, type, reader, field, verdict, band),
  constraint outcome_count_month check (month = date_trunc('month', month)::date),
  constraint outcome_count_band check (band in ('high', 'middle', 'low', 'none')),
  constraint outcome_count_positive check (outcomes > 0)
);
comment on table directives.outcome_count is 'How many outcomes of each kind a month has; always the sum of the outcomes.';

-- Directives confirmed before are compared by a job, a few at a time, because the rule that compares is not SQL.
alter table directives.directive add column compared_at timestamptz;
create index directive_uncompared_idx on directives.directive (directive_id)
  where state = 'confirmed' and compared_at is null;
comment on index directives.directive_uncompared_idx is 'Confirmed before outcomes were kept: those the job still has to compare.';

create index directive_confirmed_idx on directives.directive (confirmed_at, directive_id) where state = 'confirmed';
comment on index directives.directive_confirmed_idx is 'Confirmed directives in the order of their confirmation, for the export of labelled documents.';
