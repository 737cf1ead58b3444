-- Words of lines and columns that the office teaches the reader; those the library knows are code and are not here.
create table directives.label (
  label_id bigint generated always as identity,
  phrase text not null,
  folded text not null generated always as (platform.fold(phrase)) stored,
  role text not null,
  added_at timestamptz not null,
  added_by text not null,
  withdrawn_at timestamptz,
  withdrawn_by text,
  version integer not null default 1,
  constraint label_pk primary key (label_id),
  constraint label_phrase check (phrase <> '' and phrase !~ '^\s|\s$|\s\s' and length(phrase) <= 100),
  constraint label_role check (role in ('lead', 'coordinating', 'deadline', 'product', 'target', 'content', 'other')),
  constraint label_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
comment on table directives.label is 'A label of a line or column as this office writes it, and what the words after it are.';
create unique index label_once on directives.label (folded) where withdrawn_at is null;
comment on index directives.label_once is 'One phrase in force means one thing, whatever its case and marks.';
