alter table registry.api_client drop constraint api_client_scopes;
alter table registry.api_client add constraint api_client_scopes check (
  scopes <@ array['tasks.read', 'tasks.report', 'letters.read'] and cardinality(scopes) > 0);
