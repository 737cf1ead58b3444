alter table urging.setting rename column superior_body to superior_agency;
alter table urging.setting rename column issuing_body to issuing_agency;
alter table urging.setting rename column notation_body to notation_agency;

comment on table urging.rule is 'When which tasks are urged, who is notified and how; each change raises the version.';
comment on table urging.letter is 'A letter that urges one agency (công văn đôn đốc), from draft to the answer.';
comment on index urging.letter_one_open is 'One unissued letter to an agency at a time.';
comment on index urging.letter_agency_idx is 'Letters to an agency, newest first.';
comment on table urging.answer is 'What an agency answered to a letter: a document, a file, a report on a task. Never changed, never deleted.';
comment on table urging.notice is 'Who was notified of which task on which day: the ledger by which nobody can claim not to have been notified.';
comment on index urging.notice_person_idx is 'Notices to one person, newest first.';
comment on index urging.notice_task_idx is 'Notices about a task.';
comment on index urging.notice_agency_idx is 'Notices to an agency.';
comment on table urging.digest is 'One message a day to one person, with all their notices.';
