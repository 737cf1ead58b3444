create index incoming_due_idx on records.incoming (agency_id, due_on)
  where due_on is not null and state not in ('done', 'returned', 'refused');
comment on index records.incoming_due_idx is 'What is to be done by a day, and what is past it.';
