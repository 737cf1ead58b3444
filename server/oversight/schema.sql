-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- A report as issued: figures, text and files. Never changed, never deleted.
create table oversight.report (
  report_id bigint generated always as identity,
  kind text not null,
  month text not null,
  from_on date not null,
  as_of date not null,
  known_before timestamp with time zone not null,
  number text not null,
  place text not null,
  issued_on date not null,
  signer text not null,
  signer_title text not null,
  content jsonb not null,
  assigned integer not null,
  done_on_time integer not null,
  done_late integer not null,
  open_in_term integer not null,
  open_overdue integer not null,
  docx_sha256 bytea not null,
  pdf_sha256 bytea not null,
  xlsx_sha256 bytea not null,
  frozen_at timestamp with time zone not null default now(),
  frozen_by text not null,
  constraint report_pk primary key (report_id),
  constraint report_number_once unique (kind, number, issued_on),
  constraint report_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint report_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint report_xlsx foreign key (xlsx_sha256) references platform.blob(sha256),
  constraint report_adds_up check (assigned = (done_on_time + done_late + open_in_term + open_overdue)),
  constraint report_kind check (kind = 'monthlyTasks'::text),
  constraint report_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text)
);
-- Issued reports of a month.
create index report_month_idx on oversight.report using btree (kind, month);
