-- A template is written in texts that stay; drafts begin with the one that was put in use.
create table records.template_text (
  template_id bigint not null,
  number integer not null,
  about text not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by text not null,
  constraint template_text_pk primary key (template_id, number),
  constraint template_text_of foreign key (template_id) references records.template (template_id),
  constraint template_text_number check (number > 0),
  constraint template_text_about check (about ~ '\S')
);
comment on table records.template_text is 'What a template said at each saving. Never changed, never deleted.';
insert into records.template_text
select template_id, 1, content ->> 'about', content -> 'content', changed_at, changed_by from records.template;
alter table records.template
  drop column content,
  -- Null: not in use yet.
  add column used_number integer,
  add column used_at timestamptz,
  add column used_by text;
update records.template set used_number = 1, used_at = changed_at, used_by = changed_by;
alter table records.template
  add constraint template_used foreign key (template_id, used_number) references records.template_text (template_id, number),
  add constraint template_used_whole check (num_nonnulls(used_number, used_at, used_by) in (0, 3));
