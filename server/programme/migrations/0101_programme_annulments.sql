-- What was recorded by mistake is annulled: it never was, and stays to be read. The office gives the number of its register.

create table programme.annulment (
  annulment_id bigint generated always as identity,
  item_id bigint not null,
  what text not null,
  submission_id bigint,
  words text not null,
  reason text not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint annulment_pk primary key (annulment_id),
  constraint annulment_item foreign key (item_id) references programme.item (item_id),
  constraint annulment_submission foreign key (submission_id) references programme.submission (submission_id),
  constraint annulment_once unique (submission_id),
  constraint annulment_what check (what in ('submission', 'signing', 'issue', 'stop')),
  constraint annulment_of check ((submission_id is not null) = (what = 'submission')),
  constraint annulment_words check (words ~ '\S' and reason ~ '\S' and char_length(reason) <= 1000)
);
comment on table programme.annulment is 'A step of an entry that was recorded by mistake and never was: what was recorded, who found so, and why. Never changed, never deleted.';
create index annulment_item_idx on programme.annulment (item_id);
comment on index programme.annulment_item_idx is 'What was annulled of an entry.';

create table programme.annulled_fact (
  fact_id bigint not null,
  annulled_at timestamptz not null,
  annulment_id bigint,
  constraint annulled_fact_pk primary key (fact_id),
  constraint annulled_fact_of foreign key (fact_id) references programme.fact (fact_id),
  constraint annulled_fact_by foreign key (annulment_id) references programme.annulment (annulment_id)
);
comment on table programme.annulled_fact is 'A fact that, as known from an instant on, never was. Never changed, never deleted.';
comment on column programme.annulled_fact.annulment_id is 'Null where the office confirmed another day of the same submission.';

alter table programme.submission add column counts_from date;
update programme.submission set counts_from = sent_on;
alter table programme.submission alter column counts_from set not null;
alter table programme.submission add constraint submission_counts check (counts_from >= sent_on);
comment on column programme.submission.counts_from is 'The day it was submitted: the day the office received it; where its lead recorded it, the day of the record.';

alter table programme.submission_check
  add column registry_number text,
  add column received_on date,
  add constraint submission_check_registry check (char_length(registry_number) <= 100 and (received_on is null or received_on <= checked_on));
comment on column programme.submission_check.received_on is 'The day the office received it, where that is earlier than the day its lead recorded it: from that day it counts.';

alter table programme.issue
  drop constraint issue_pk,
  add column issue_id bigint generated always as identity,
  add column annulled_at timestamptz,
  add constraint issue_pk primary key (issue_id);
create unique index issue_one on programme.issue (item_id) where annulled_at is null;
comment on index programme.issue_one is 'One text of an entry.';

alter table programme.change add column annulled_at timestamptz;
comment on column programme.change.annulled_at is 'The stop that it granted was recorded by mistake, and never was.';
