alter table platform.user add column last_signed_in_at timestamptz;
comment on column platform.user.last_signed_in_at is 'When they last signed in wholly: with the second factor, if they have one. It stays when the session is gone; null: never.';
update platform.user u set last_signed_in_at = seen.at
from (
  select user_id, max(at) as at from (
    select d.user_id, d.seen_at as at from platform.known_device d
    union all
    select s.user_id, p.proved_at from platform.session s join platform.session_proof p on p.session_id = s.id
    union all
    select s.user_id, s.created_at from platform.session s
    where not exists (select from platform.totp t where t.user_id = s.user_id and t.confirmed_at is not null)
      and not exists (select from platform.passkey k where k.user_id = s.user_id)
  ) every_time group by user_id
) seen
where seen.user_id = u.id;

create function platform.note_session() returns trigger language plpgsql as $$
begin
  update platform.user u set last_signed_in_at = new.created_at
  where u.id = new.user_id
    and not exists (select from platform.totp t where t.user_id = u.id and t.confirmed_at is not null)
    and not exists (select from platform.passkey k where k.user_id = u.id);
  return null;
end $$;
comment on function platform.note_session is 'Keeps the last sign-in in the transaction that makes the session, whoever makes it; one that owes a second factor is none yet.';
create trigger session_signed_in after insert on platform.session
  for each row execute function platform.note_session();

create function platform.note_proof() returns trigger language plpgsql as $$
begin
  update platform.user u set last_signed_in_at = new.proved_at
  from platform.session s where s.id = new.session_id and u.id = s.user_id;
  return null;
end $$;
comment on function platform.note_proof is 'A session that has proved the second factor is signed in.';
create trigger session_proof_signed_in after insert on platform.session_proof
  for each row execute function platform.note_proof();
