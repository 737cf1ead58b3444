-- Deputies in the log, and a chain of hashes over it.

alter table platform.audit
  add column on_behalf_of_person_id bigint,
  add column on_behalf_of_name text,
  add constraint audit_behalf_ck check (on_behalf_of_person_id is null or on_behalf_of_name is not null);
comment on column platform.audit.on_behalf_of_name is 'Whose post the actor was deputed to; null when acting in their own.';

create table platform.audit_seal (
  position bigint generated always as identity constraint audit_seal_pk primary key,
  audit_id bigint not null constraint audit_seal_audit_uq unique,
  -- Unique: two rows that follow the same row would be two histories.
  previous bytea not null constraint audit_seal_previous_uq unique constraint audit_seal_previous_ck check (length(previous) = 32),
  hash bytea not null constraint audit_seal_hash_uq unique constraint audit_seal_hash_ck check (length(hash) = 32)
);
comment on table platform.audit_seal is 'The hash of each row of the log together with the hash of the row sealed before it. Written by the database alone. Never changed, never deleted.';

create function platform.audit_digest(previous bytea, a platform.audit) returns bytea
  language sql immutable parallel safe
  return sha256(previous || convert_to(jsonb_build_array(
    a.id, extract(epoch from a.recorded_at), a.happened_on - date '2000-01-01', a.actor_person_id, a.actor_name,
    a.on_behalf_of_person_id, a.on_behalf_of_name, a.event, a.subject_kind, a.subject_id, a.before, a.after, a.detail)::text, 'UTF8'));
comment on function platform.audit_digest is 'What a row of the log says, hashed after the hash before it; no setting of the session changes it.';

create function platform.seal_audit() returns trigger
  language plpgsql security definer set search_path = ''
as $$
declare
  last bytea;
  digest bytea;
  entry platform.audit;
begin
  if exists (select from platform.audit_seal s where s.audit_id = new.id) then
    return null;
  end if;
  -- Runs at the end of the transaction, so acts wait for each other here alone, and for no longer than a commit takes.
  perform pg_catalog.pg_advisory_xact_lock(7101, 1);
  select s.hash into last from platform.audit_seal s order by s.position desc limit 1;
  last := coalesce(last, pg_catalog.decode(pg_catalog.repeat('00', 32), 'hex'));
  -- Under the lock, what can be seen and is not sealed was written by this transaction: others seal before they end. All
  -- of it is sealed at its first row, a bulk of thousands in one pass.
  for entry in
    select a.* from platform.audit a
    where a.id >= new.id and not exists (select from platform.audit_seal s where s.audit_id = a.id)
    order by a.id
  loop
    digest := platform.audit_digest(last, entry);
    insert into platform.audit_seal (audit_id, previous, hash) values (entry.id, last, digest);
    last := digest;
  end loop;
  return null;
end
$$;
comment on function platform.seal_audit is 'Seals what a transaction wrote into the log, when it ends.';

do $$
declare
  last bytea := decode(repeat('00', 32), 'hex');
  digest bytea;
  entry platform.audit;
begin
  for entry in select a.* from platform.audit a order by a.id loop
    digest := platform.audit_digest(last, entry);
    insert into platform.audit_seal (audit_id, previous, hash) values (entry.id, last, digest);
    last := digest;
  end loop;
end
$$;

create trigger audit_seal_for_ever before update or delete or truncate on platform.audit_seal
  for each statement execute function platform.refuse_change();
create constraint trigger audit_sealed after insert on platform.audit
  deferrable initially deferred for each row execute function platform.seal_audit();
