alter table platform.api_token
  add column scopes text[],
  add constraint api_token_scopes_ck check (cardinality(scopes) > 0);
comment on column platform.api_token.scopes is 'The parts of the product it may use; null for one that was created before there were scopes: all of them.';
