alter table platform.mail add column sealed_secret bytea;
comment on column platform.mail.sealed_secret is 'What of the message its receiver alone may read, sealed; put in its place when the message is handed over, and gone once it was accepted.';
alter table platform.mail add constraint mail_secret_gone check (state <> 'accepted' or sealed_secret is null);
-- Links of invitations sent before this step: whoever keeps the ledger could read them.
update platform.mail set
  text_body = regexp_replace(text_body, 'loi-moi#[A-Za-z0-9_-]{43}', 'loi-moi#•••••', 'g'),
  html_body = regexp_replace(html_body, 'loi-moi#[A-Za-z0-9_-]{43}', 'loi-moi#•••••', 'g')
where key like 'invitation/%' and state not in ('due', 'sending');
