-- The Task Force's periodic reports.
create schema oversight;
comment on schema oversight is 'The Task Force: periodic reports computed from rows, frozen when issued.';

create table oversight.report (
  report_id bigint generated always as identity,
  kind text not null,
  month text not null,
  from_on date not null,
  as_of date not null,
  known_before timestamptz not null,
  number text not null,
  place text not null,
  issued_on date not null,
  signer text not null,
  signer_title text not null,
  -- The whole computed report (oversight/shapes.ts), so that the page on screen never changes either.
  content jsonb not null,
  assigned integer not null,
  done_on_time integer not null,
  done_late integer not null,
  open_in_term integer not null,
  open_overdue integer not null,
  docx_sha256 bytea not null,
  pdf_sha256 bytea not null,
  xlsx_sha256 bytea not null,
  frozen_at timestamptz not null default now(),
  frozen_by text not null,
  constraint report_pk primary key (report_id),
  constraint report_docx foreign key (docx_sha256) references platform.blob (sha256),
  constraint report_pdf foreign key (pdf_sha256) references platform.blob (sha256),
  constraint report_xlsx foreign key (xlsx_sha256) references platform.blob (sha256),
  constraint report_kind check (kind in ('monthlyTasks')),
  constraint report_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  constraint report_number_once unique (kind, number, issued_on),
  constraint report_adds_up check (assigned = done_on_time + done_late + open_in_term + open_overdue)
);
comment on table oversight.report is 'A report as issued: figures, text and files. Never changed, never deleted.';
create index report_month_idx on oversight.report (kind, month);
comment on index oversight.report_month_idx is 'Issued reports of a month.';
