-- Work that is done when something else is proven (an entry of the work programme was submitted) is closed by that, not by hand.
alter table tasks.task
  add column proof_kind text,
  add column proof_id bigint,
  add column proof_name text,
  add constraint task_proof_whole check (num_nulls(proof_kind, proof_id, proof_name) in (0, 3)),
  add constraint task_proof_kind check (proof_kind ~ '^[a-z][A-Za-z]*$' and proof_name ~ '\S');
comment on column tasks.task.proof_kind is 'What closes the task instead of a claim: the kind of a thing of another room; null: the lead claims and the giver confirms.';
create unique index task_proof_once on tasks.task (proof_kind, proof_id) where proof_kind is not null;
comment on index tasks.task_proof_once is 'One task at most for each thing that closes tasks, and the task of such a thing.';
