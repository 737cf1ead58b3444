-- The papers of an inspection: drawn once, at the act that signs them, and kept to the byte.
alter table taskforce.inspection add column decision_bases text;
alter table taskforce.inspection add constraint inspection_decision_bases check (decision_bases ~ '\S');
comment on column taskforce.inspection.decision_bases is 'What the decision rests on, one on a line, as the office wrote it.';

create table taskforce.inspection_paper (
  inspection_paper_id bigint generated always as identity,
  inspection_id bigint not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  docx_sha256 bytea not null,
  pdf_sha256 bytea not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  constraint inspection_paper_pk primary key (inspection_paper_id),
  constraint inspection_paper_inspection foreign key (inspection_id) references taskforce.inspection (inspection_id),
  constraint inspection_paper_docx foreign key (docx_sha256) references platform.blob (sha256),
  constraint inspection_paper_pdf foreign key (pdf_sha256) references platform.blob (sha256),
  constraint inspection_paper_kind check (kind in ('decision', 'minutes', 'conclusion')),
  constraint inspection_paper_number check (number ~ '\S')
);
comment on table taskforce.inspection_paper is
  'The decision, minutes and conclusion of an inspection as files, fixed when they were signed. An inspection that was put off and decided again has two decisions. Never changed, never deleted.';
create index inspection_paper_of_idx on taskforce.inspection_paper (inspection_id, inspection_paper_id);
comment on index taskforce.inspection_paper_of_idx is 'The papers of an inspection, in their order.';
create unique index inspection_paper_once on taskforce.inspection_paper (inspection_id, kind) where kind <> 'decision';
comment on index taskforce.inspection_paper_once is 'Minutes and conclusion are signed once.';
create trigger inspection_paper_stays before update or delete on taskforce.inspection_paper
  for each row execute function taskforce.facts_stay();
