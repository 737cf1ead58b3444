-- What a body owes it can neither ask to stop nor to merge into something due later. Requests made before stay as they are.
alter table programme.change drop constraint change_owed_not_stopped;
alter table programme.change add constraint change_owed_not_stopped
  check (not (kind in ('stop', 'merge') and was_owed and is_by_lead)) not valid;
