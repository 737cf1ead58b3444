comment on table webhooks.delivery is 'One event for one endpoint: its content never changes, its state does.';
comment on column webhooks.delivery.sequence is 'Counts the deliveries of an endpoint from 1 without gaps, in the order in which the events were committed: the cursor of the receiver. A test has none.';
comment on table webhooks.delivery_try is 'One request to an endpoint, recorded before it is made, with the beginning of the answer.';
comment on index webhooks.delivery_try_open_uq is 'The request in progress; never two.';
comment on table webhooks.numbering is 'The last number given to a delivery of an endpoint; kept apart from the endpoint, whose row is locked while it is edited.';
comment on table webhooks.secret is 'Secrets that sign deliveries: the newest, and the one before until it ends. Sealed with the secret of the installation.';
