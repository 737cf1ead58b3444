comment on table directives.directive is 'A directive as uploaded, and its progress towards tasks.';
comment on index directives.directive_file_once is 'A file that is uploaded again is recognised.';
comment on index directives.directive_notation_once is 'A document confirmed a second time must be marked as a new edition.';
comment on index directives.directive_state_idx is 'The list by state, newest first; readings to resume.';
comment on index directives.draft_task_idx is 'The directives a task comes from, to decide who may read them.';
comment on table directives.reading is 'The document as read and as first extracted; kept unchanged forever.';
