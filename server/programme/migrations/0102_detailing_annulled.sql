-- A text that was recorded for a duty by mistake is annulled, and stays to be read. What is in force is the view detailing_issue.
alter table programme.detailing_issue rename to detailing_text;
alter table programme.detailing_text rename constraint detailing_issue_duty to detailing_text_duty;
alter table programme.detailing_text rename constraint detailing_issue_words to detailing_text_words;
alter table programme.detailing_text rename constraint detailing_issue_days to detailing_text_days;
alter table programme.detailing_text
  drop constraint detailing_issue_pk,
  add column detailing_text_id bigint generated always as identity,
  add column annulled_at timestamptz,
  add column annulled_by text,
  add column annulled_because text,
  add constraint detailing_text_pk primary key (detailing_text_id),
  add constraint detailing_text_annulled_whole check (num_nulls(annulled_at, annulled_by, annulled_because) in (0, 3));
comment on table programme.detailing_text is 'The text that was issued for a duty: issued and in force are two days. One that was recorded wrongly is annulled and stays.';
create unique index detailing_text_one on programme.detailing_text (detailing_duty_id) where annulled_at is null;
comment on index programme.detailing_text_one is 'One text for each duty.';
