-- Drawn from the migrated database by server/generate.ts. To be read; the migrations are what makes it.

-- A report with its figures and text, from draft to issue; of an issued one nothing changes.
create table oversight.report (
  report_id bigint generated always as identity,
  kind text not null,
  month text not null,
  from_on date not null,
  as_of date not null,
  known_before timestamp with time zone not null,
  number text, -- Before the issue: taken from a book kept elsewhere; if empty, the next one of the register is given at the signature.
  place text not null,
  issued_on date,
  signer text,
  signer_title text,
  content jsonb not null,
  assigned integer not null,
  done_on_time integer not null,
  done_late integer not null,
  open_in_term integer not null,
  open_overdue integer not null,
  docx_sha256 bytea,
  pdf_sha256 bytea,
  xlsx_sha256 bytea,
  issued_at timestamp with time zone,
  issued_by text,
  state text not null default 'draft'::text,
  version integer not null default 1,
  signatory_id bigint,
  sent_back_reason text,
  submitted_at timestamp with time zone,
  submitted_by text,
  signer_id bigint,
  on_behalf_of_name text,
  created_at timestamp with time zone not null,
  created_by text not null,
  changed_at timestamp with time zone not null,
  changed_by text not null,
  constraint report_pk primary key (report_id),
  constraint report_number_once unique (kind, number, issued_on),
  constraint report_docx foreign key (docx_sha256) references platform.blob(sha256),
  constraint report_pdf foreign key (pdf_sha256) references platform.blob(sha256),
  constraint report_signatory foreign key (signatory_id) references registry.person(person_id),
  constraint report_signer foreign key (signer_id) references registry.person(person_id),
  constraint report_xlsx foreign key (xlsx_sha256) references platform.blob(sha256),
  constraint report_adds_up check (assigned = (done_on_time + done_late + open_in_term + open_overdue)),
  constraint report_issued_whole check (
case
    when state = 'issued'::text then num_nulls(number, issued_on, issued_at, issued_by, signer, signer_title, docx_sha256, pdf_sha256, xlsx_sha256) = 0
    else num_nonnulls(issued_on, issued_at, issued_by, signer, signer_title, signer_id, on_behalf_of_name, docx_sha256, pdf_sha256, xlsx_sha256) = 0
end),
  constraint report_kind check (kind = 'monthlyTasks'::text),
  constraint report_month check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'::text),
  constraint report_state check (state = any (array['draft'::text, 'submitted'::text, 'issued'::text, 'dropped'::text])),
  constraint report_submitted_whole check ((num_nulls(submitted_at, submitted_by) = any (array[0, 2])) and
case state
    when 'submitted'::text then submitted_at is not null
    when 'issued'::text then (submitted_at is null) = (signer_id is null)
    else submitted_at is null
end)
);
-- Issued reports of a month.
create index report_month_idx on oversight.report using btree (kind, month);
-- One report of a month in the making at a time.
create unique index report_one_open on oversight.report using btree (kind, month) where (state = any (array['draft'::text, 'submitted'::text]));
create trigger report_stays before delete or update on oversight.report for each row when (old.state = 'issued'::text) execute function oversight.issued_stays();

-- Nothing of an issued report changes.
-- function oversight.issued_stays()
