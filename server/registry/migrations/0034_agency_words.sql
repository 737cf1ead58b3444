alter table registry.succession rename constraint succession_renamed_is_same_body to succession_renamed_is_same_agency;

comment on table registry.agency is 'One agency or unit for its whole life; its names and its place are in agency_period.';
comment on table registry.agency_period is 'Name, kind and parent of an agency over a period; periods of one agency cannot overlap.';
comment on index registry.agency_period_parent_idx is 'Units of an agency.';
comment on index registry.agency_code_agency_idx is 'Codes of one agency.';
comment on table registry.agency_alias is 'Other ways documents write the name of an agency.';
comment on index registry.succession_old_idx is 'Successors of an agency.';
comment on index registry.succession_new_idx is 'Predecessors of an agency.';
comment on table registry.collective is 'Phrases that stand for many agencies ("các bộ, ngành, địa phương") and the kinds they expand to on a day.';
comment on table registry.post is 'A person''s post in an agency: role and period; one person may hold several at a time.';
comment on index registry.post_agency_idx is 'People of an agency.';
comment on table registry.following is 'Agencies that a member of the Task Force is assigned to follow.';
comment on table registry.api_client is 'An API client of an agency; only hashes of its secrets are kept.';
comment on index registry.api_client_name_once is 'One name for one API client of an agency, so that the log shows which it was.';
comment on table registry.client_token is 'Short-lived keys given to API clients; only their hashes are kept.';
comment on table registry.client_minute is 'Requests of an API client in a minute, counted here so that all copies of the server count together.';
