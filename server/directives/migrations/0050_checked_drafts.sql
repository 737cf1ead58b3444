alter table directives.draft add column checked_by text, add column checked_at timestamptz;
comment on column directives.draft.checked_by is 'Who found that what was doubted is right as it stands; empty again once the content changes.';
alter table directives.draft add constraint draft_checked check ((checked_by is null) = (checked_at is null));
