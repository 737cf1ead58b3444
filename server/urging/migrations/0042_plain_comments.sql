comment on index urging.letter_search_idx is 'Letters by notation, agency and what they are about, ignoring marks.';
comment on table urging.notice is 'Who was notified of which task on which day: with this ledger no one can claim not to have been notified.';
comment on index urging.notice_unread_idx is 'Unread notices of a person.';
comment on function urging.issued_stays is 'Of an issued letter only what follows from it may change: its answer and its end.';
