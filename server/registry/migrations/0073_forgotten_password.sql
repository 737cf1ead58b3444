alter table registry.reset_request add column is_from_door boolean not null default false;
comment on column registry.reset_request.is_from_door is 'Whether it was asked for at the page of forgotten passwords: under the name of the person, by whoever it was.';
