alter table platform.blob
  add column purged_at timestamptz,
  add column purge_reason text,
  add column bytes_gone_at timestamptz,
  add constraint blob_purged_ck check ((purged_at is null) = (purge_reason is null)),
  add constraint blob_bytes_gone_ck check (bytes_gone_at is null or purged_at is not null);
comment on column platform.blob.purged_at is 'When the file was found to be one that must not be kept here; what referred to it still does.';
comment on column platform.blob.bytes_gone_at is 'When its bytes were deleted: after the purge has committed.';
create index blob_to_remove_idx on platform.blob (purged_at) where purged_at is not null and bytes_gone_at is null;
comment on index platform.blob_to_remove_idx is 'Purged files whose bytes are still there.';
alter table platform.blob add column looked_at timestamptz, add column look_note text;
comment on column platform.blob.looked_at is 'When an uploaded file was searched for a mark of secrecy; empty for files made here.';
comment on column platform.blob.look_note is 'Why it could not be searched: it has no text that can be read.';
