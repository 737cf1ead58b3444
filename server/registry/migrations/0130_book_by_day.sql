-- A page of the book takes the latest numbers of each register of a body, by its days.
create index document_number_day_idx on registry.document_number (register, year, issued_on, (coalesce(number, 0)), notation);
comment on index registry.document_number_day_idx is 'A page of the book of outgoing documents, the newest days first.';
