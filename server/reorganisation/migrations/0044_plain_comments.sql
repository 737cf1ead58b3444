comment on table reorganisation.choice is 'A task that a person gave to a partial successor, or to another agency, instead of leaving it to the main one.';
comment on table reorganisation.line is 'One "old → new" of a plan: its kind, subject, day and document.';
comment on table reorganisation.run is 'A rehearsal or the application of a plan: its progress, and what it moved or would move.';
