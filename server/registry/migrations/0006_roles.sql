-- Roles as data, several posts at a time, deputies, and whom a member of the Task Force follows.

create table registry.role (
  role text not null,
  name text not null,
  name_en text not null,
  sees text not null,
  rights text[] not null default '{}',
  -- Nobody works in such a post without having proved a second factor.
  is_two_factor boolean not null default false,
  position integer not null,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  changed_by text not null default 'dieuhanh',
  constraint role_pk primary key (role),
  constraint role_form check (role ~ '^[a-z][a-zA-Z]*$'),
  constraint role_name check (name = btrim(name) and name <> '' and name_en <> ''),
  constraint role_sees check (sees in ('all', 'followed', 'own')),
  constraint role_rights check (
    rights <@ array[
      'directive.review', 'task.steer', 'task.carryOut', 'report.read', 'report.draft', 'report.issue', 'urge.prepare',
      'urge.sign', 'registry.keep', 'people.keep', 'people.keepOwn', 'connection.keepOwn', 'system.keep', 'audit.read',
      'post.deputise'
    ]
  )
);
comment on table registry.role is 'What a post of this role may see and do; platform/rights.ts says what each right means.';

insert into registry.role (role, name, name_en, sees, rights, position) values
  ('administrator', 'Quản trị hệ thống', 'Administrator', 'all',
   array['directive.review', 'task.steer', 'task.carryOut', 'report.read', 'report.draft', 'report.issue', 'urge.prepare',
         'registry.keep', 'people.keep', 'people.keepOwn', 'connection.keepOwn', 'system.keep', 'audit.read'], 1),
  ('followUpLeader', 'Lãnh đạo Văn phòng Chính phủ', 'Leader of the Office', 'all',
   array['directive.review', 'task.steer', 'task.carryOut', 'report.read', 'report.draft', 'report.issue', 'urge.prepare',
         'urge.sign', 'post.deputise'], 2),
  ('followUp', 'Chuyên viên theo dõi', 'Follow-up officer', 'all',
   array['directive.review', 'task.steer', 'task.carryOut', 'report.read', 'report.draft', 'report.issue', 'urge.prepare'], 3),
  ('taskForceHead', 'Tổ trưởng Tổ công tác', 'Head of the Task Force', 'all',
   array['report.read', 'report.draft', 'urge.prepare', 'urge.sign', 'post.deputise'], 4),
  ('taskForce', 'Thành viên Tổ công tác', 'Member of the Task Force', 'followed', array['report.read'], 5),
  ('leader', 'Lãnh đạo cơ quan, đơn vị', 'Leader of a body or unit', 'own', array['task.carryOut', 'post.deputise'], 6),
  ('focalPoint', 'Đầu mối cơ quan', 'Focal point of a body', 'own',
   array['task.carryOut', 'people.keepOwn', 'connection.keepOwn', 'post.deputise'], 7),
  ('officer', 'Cán bộ cơ quan thực hiện', 'Officer of a body', 'own', array['task.carryOut'], 8),
  ('auditor', 'Kiểm tra, giám sát', 'Auditor', 'all', array['report.read', 'report.draft', 'audit.read'], 9);

alter table registry.post drop constraint post_role;
alter table registry.post add constraint post_role foreign key (role) references registry.role (role);
alter table registry.post drop constraint post_pk;
alter table registry.post add column post_id bigint generated always as identity;
alter table registry.post add constraint post_pk primary key (post_id);
alter table registry.post add constraint post_once unique (person_id, agency_id, role, valid without overlaps);
comment on table registry.post is 'A person''s post in a body: role and period; one person may hold several at a time.';

create table registry.deputation (
  deputation_id bigint generated always as identity,
  post_id bigint not null,
  deputy_id bigint not null,
  valid daterange not null,
  kind text not null,
  document text,
  reason text,
  made_at timestamptz not null,
  made_by text not null,
  revoked_at timestamptz,
  revoked_by text,
  constraint deputation_pk primary key (deputation_id),
  constraint deputation_post foreign key (post_id) references registry.post (post_id),
  constraint deputation_deputy foreign key (deputy_id) references registry.person (person_id),
  constraint deputation_kind check (kind in ('authorised', 'absent')),
  constraint deputation_bounded check (not isempty(valid) and not lower_inf(valid) and not upper_inf(valid)),
  constraint deputation_revoked_whole check ((revoked_at is null) = (revoked_by is null))
);
comment on table registry.deputation is 'Who may act in whose post from one day to another: authorised (ủy quyền) or standing in for the absent (vắng mặt).';
create index deputation_deputy_idx on registry.deputation (deputy_id);
comment on index registry.deputation_deputy_idx is 'In whose posts a person may act.';

create table registry.following (
  person_id bigint not null,
  agency_id bigint not null,
  valid daterange not null,
  constraint following_pk primary key (person_id, agency_id, valid without overlaps),
  constraint following_person foreign key (person_id) references registry.person (person_id),
  constraint following_agency foreign key (agency_id) references registry.agency (agency_id),
  constraint following_not_empty check (not isempty(valid))
);
comment on table registry.following is 'Bodies that a member of the Task Force is assigned to follow.';

create table registry.working_post (
  session_id text not null,
  post_id bigint not null,
  deputation_id bigint,
  constraint working_post_pk primary key (session_id),
  constraint working_post_session foreign key (session_id) references platform.session (id) on delete cascade,
  constraint working_post_post foreign key (post_id) references registry.post (post_id),
  constraint working_post_deputation foreign key (deputation_id) references registry.deputation (deputation_id)
);
comment on table registry.working_post is 'The post somebody chose to work in during a session; without a row, the first they hold.';
