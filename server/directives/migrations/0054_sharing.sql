create table directives.setting (
  setting_id integer not null default 1,
  shares text not null default 'whole',
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null default 'hệ thống',
  constraint setting_pk primary key (setting_id),
  constraint setting_one check (setting_id = 1),
  constraint setting_shares check (shares in ('whole', 'ownTasks'))
);
comment on table directives.setting is 'How much of a confirmed document an agency with a task in it may read; one row.';
insert into directives.setting default values;
