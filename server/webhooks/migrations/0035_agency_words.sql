comment on table webhooks.endpoint is 'An address of an agency''s own system, and the events it receives.';
comment on index webhooks.endpoint_name_once is 'The endpoints of an agency; a creation that is retried finds its name taken.';
