-- What was ordered outside the documents of the system: at a meeting, by telephone, by a paper that is not here. Its tasks are entered by hand.
create table directives.outside_order (
  outside_order_id bigint generated always as identity,
  form text not null,
  -- Who ordered, as written: "Phó Thủ tướng …".
  given_by text not null,
  given_on date not null,
  -- What was said, or which meeting it was.
  about text not null,
  document_number text,
  document_on date,
  sha256 bytea,
  file_name text,
  media_type text,
  size_bytes bigint,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint outside_order_pk primary key (outside_order_id),
  constraint outside_order_file foreign key (sha256) references platform.blob (sha256),
  constraint outside_order_form check (form in ('meeting', 'phone', 'document', 'inPerson')),
  constraint outside_order_words check (given_by <> '' and about <> ''),
  constraint outside_order_document_whole check ((document_number is null) = (document_on is null)),
  constraint outside_order_paper_is_named check (form <> 'document' or document_number is not null),
  constraint outside_order_document_by_then check (form <> 'document' or document_on <= given_on),
  constraint outside_order_file_whole check (num_nulls(sha256, file_name, media_type, size_bytes) in (0, 4))
);
comment on table directives.outside_order is 'An order given outside the documents of the system, with its basis: who, when, in what form. Never changed, never deleted.';
create index outside_order_given_idx on directives.outside_order (given_on desc, outside_order_id desc);
comment on index directives.outside_order_given_idx is 'The list, newest first.';
create index outside_order_sha256_idx on directives.outside_order (sha256) where sha256 is not null;
comment on index directives.outside_order_sha256_idx is 'What refers to a file, when the file is given up or purged.';

create table directives.outside_order_task (
  outside_order_id bigint not null,
  task_id bigint not null,
  position integer not null,
  constraint outside_order_task_pk primary key (outside_order_id, position),
  constraint outside_order_task_once unique (task_id),
  constraint outside_order_task_order foreign key (outside_order_id) references directives.outside_order (outside_order_id),
  constraint outside_order_task_task foreign key (task_id) references tasks.task (task_id)
);
comment on table directives.outside_order_task is 'The tasks entered from an order given outside, in order. Never changed, never deleted.';
