-- A row of an annex may be an entry that another programme lists already: it is listed once more, and counted once.
alter table programme.import_row
  add column item_id bigint,
  add column is_new boolean not null default false,
  add constraint import_row_item foreign key (item_id) references programme.item (item_id),
  add constraint import_row_new check (not (is_new and item_id is not null));
comment on column programme.import_row.item_id is 'The entry it was decided to be; where nothing was decided, the one of this name and lead that is due in the period.';
comment on column programme.import_row.is_new is 'It was decided to be none of the entries of other programmes.';
