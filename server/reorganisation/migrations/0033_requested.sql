alter table reorganisation.run rename column asked_as to requested_as;
alter table reorganisation.run rename column asked_at to requested_at;
alter table reorganisation.run rename constraint run_done_tells to run_done_has_outcome;
alter table reorganisation.run rename constraint run_failed_tells to run_failed_has_problem;
