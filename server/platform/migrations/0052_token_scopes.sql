alter table platform.api_token
  add column may_change boolean not null default true,
  add column revoked_because text;
comment on column platform.api_token.may_change is 'Whether it may change anything; else it only reads.';
comment on column platform.api_token.revoked_because is 'What ended it, if not its owner: a change of password or of second factor.';
