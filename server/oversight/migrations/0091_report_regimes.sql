-- On which day the draft of a kind is to be there, and what was published before the system.

create table oversight.report_regime (
  regime_id bigint generated always as identity,
  kind text not null,
  valid_from date not null,
  valid_to date,
  day_of_month integer not null,
  months integer[] not null,
  -- running: of the period the day is in; before: of the one that ended.
  of_period text not null,
  -- What sets it: "01/NQ-CP, mục IV".
  instrument text not null,
  made_at timestamptz not null,
  made_by text not null,
  constraint report_regime_pk primary key (regime_id),
  constraint report_regime_kind foreign key (kind) references oversight.report_kind (kind),
  constraint report_regime_days check (valid_to is null or valid_to >= valid_from),
  constraint report_regime_day check (day_of_month between 1 and 31),
  constraint report_regime_months check (cardinality(months) between 1 and 12 and months <@ array[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
  constraint report_regime_of check (of_period in ('running', 'before')),
  constraint report_regime_instrument check (instrument ~ '\S'),
  constraint report_regime_once exclude using gist (kind with =, daterange(valid_from, valid_to, '[]') with &&)
);
comment on table oversight.report_regime is 'A dated rule: the day on which the draft of a kind is there. A change ends one row and begins another.';

create table oversight.report_scheduled (
  regime_id bigint not null,
  period text not null,
  due_on date not null,
  report_id bigint,
  -- Why no draft was made: one was in the making already, there was no template.
  note text,
  made_at timestamptz not null,
  constraint report_scheduled_pk primary key (regime_id, period),
  constraint report_scheduled_regime foreign key (regime_id) references oversight.report_regime (regime_id),
  constraint report_scheduled_report foreign key (report_id) references oversight.report (report_id),
  constraint report_scheduled_outcome check (num_nulls(report_id, note) = 1)
);
comment on table oversight.report_scheduled is 'What became of a day on which a draft was due. Never changed, never deleted.';

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
comment on table oversight.published_report is 'Figures as printed in reports of before the system: kept as they were, whether they can be derived or not. Never changed, never deleted.';
insert into oversight.published_report
  (as_of, from_on, number, assigned, done, done_on_time, done_late, open_in_term, open_overdue, printed_share, source)
values
  ('2016-12-25', '2016-01-01', null, 10205, 6367, 5265, 1102, 3656, 182, '2,82%', 'vov.vn 581461'),
  ('2017-12-25', '2017-01-01', '1270/BC-TCTTTg', 21914, 16051, 14068, 1983, 5640, 223, '1,38%', 'Báo cáo 1270/BC-TCTTTg'),
  ('2021-02-28', '2020-01-01', null, 10527, 6954, 6185, 769, 3230, 343, '3,2%', 'Chinhphu.vn, 02/03/2021');
