-- Whose suggestion an outcome is about: the rules, or the second reader with its model. What the second reader saw and the rules
-- did not is an outcome of each.
alter table directives.outcome
  add column model text,
  add constraint outcome_readers check (reader in ('rules', 'secondReader')),
  add constraint outcome_model check (model is null or reader = 'secondReader');
comment on column directives.outcome.model is
  'Of the second reader, as the installation named it then; null for a server that has only one.';
create index outcome_second_reader_idx on directives.outcome (confirmed_on desc, outcome_id desc)
  where reader = 'secondReader';
comment on index directives.outcome_second_reader_idx is 'What the second reader suggested in some months: the few among the many.';

alter table directives.outcome_count
  add column model text not null default '',
  drop constraint outcome_count_pk,
  add constraint outcome_count_pk primary key (month, type, reader, model, field, verdict, band);
alter table directives.outcome_count alter column model drop default;
comment on column directives.outcome_count.model is 'Of the second reader; empty for the rules, and for a server that has only one.';

-- What was compared as if the rules had read all of it is compared again by the job; the sums follow.
update directives.directive set compared_at = null
  where compared_at is not null and directive_id in (select directive_id from directives.second_reading where accepted > 0);
delete from directives.outcome
  where directive_id in (select directive_id from directives.second_reading where accepted > 0);
delete from directives.outcome_count where exists (select from directives.second_reading where accepted > 0);
insert into directives.outcome_count (month, type, reader, model, field, verdict, band, outcomes)
  select date_trunc('month', confirmed_on)::date, type, reader, '', field, verdict,
         case when confidence is null then 'none' when confidence >= 0.9::real then 'high'
              when confidence >= 0.7::real then 'middle' else 'low' end, count(*)
  from directives.outcome
  where exists (select from directives.second_reading where accepted > 0)
  group by 1, 2, 3, 4, 5, 6, 7;
