-- People are changed by several who keep them: each has a version. Deputations are bounded, and nobody deputes to themselves.

alter table registry.person
  add column version integer not null default 1,
  add column changed_at timestamptz not null default now(),
  add column changed_by text not null default 'dieuhanh',
  add constraint person_name_plain check (full_name !~ '[[:cntrl:]]');

alter table registry.post
  add constraint post_title check (title = btrim(title) and title <> '' and title !~ '[[:cntrl:]]'),
  add constraint post_begins check (not lower_inf(valid)),
  add constraint post_owner_once unique (post_id, person_id);

-- The owner is kept beside the post so that a row can be checked by itself.
alter table registry.deputation add column owner_id bigint;
update registry.deputation d set owner_id = o.person_id from registry.post o where o.post_id = d.post_id;
alter table registry.deputation alter column owner_id set not null;
alter table registry.deputation drop constraint deputation_post;
alter table registry.deputation
  add constraint deputation_post foreign key (post_id, owner_id) references registry.post (post_id, person_id),
  add constraint deputation_not_oneself check (owner_id <> deputy_id),
  -- Authority without a term lasts one year (Bộ luật Dân sự 2015, Điều 563); nobody is deputed for longer at a time.
  add constraint deputation_within_a_year check (upper(valid) - lower(valid) <= 366),
  -- Whoever signs by authority was given it in writing (Nghị định 30/2020/NĐ-CP, Điều 13 khoản 3).
  add constraint deputation_in_writing check (kind <> 'authorised' or document is not null),
  add constraint deputation_words check (
    (document is null or (document = btrim(document) and document <> '')) and
    (reason is null or (reason = btrim(reason) and reason <> ''))
  ),
  add constraint deputation_once exclude using gist (post_id with =, deputy_id with =, valid with &&) where (revoked_at is null);
create index deputation_post_idx on registry.deputation (post_id);
comment on index registry.deputation_post_idx is 'Who may act in a post.';

alter table registry.following add constraint following_begins check (not lower_inf(valid));

alter table registry.role
  -- These tell of every body: whoever has them sees every body.
  add constraint role_sees_what_it_reads check (
    sees = 'all' or not rights && array['audit.read', 'report.draft', 'report.issue', 'system.keep', 'people.keep']
  );
