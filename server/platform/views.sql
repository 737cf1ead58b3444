-- What rooms may read of the platform.
create view platform.user_card as
select u.id as user_id, u.name, u.email, u.username, u.deactivated_at,
       exists (select from platform.account c where c.user_id = u.id) as has_credential,
       (select count(*) from platform.session s where s.user_id = u.id and s.expires_at > now()) as open_sessions,
       u.last_signed_in_at
from platform.user u;
comment on view platform.user_card is 'Users: the address, whether the sign-in is closed, whether it has a credential, how many sessions are open, and when they last signed in. Never null: user_id, name, email, has_credential, open_sessions.';

create view platform.open_invitation as
select i.id as invitation_id, i.user_id, i.created_at, i.created_by, i.expires_at
from platform.invitation i
where i.used_at is null and i.revoked_at is null;
comment on view platform.open_invitation is 'Invitations neither used nor revoked; one may have expired. Never null: invitation_id, user_id, created_at, created_by, expires_at.';

create view platform.audit_entry as
select a.id as audit_id, a.event, a.subject_kind, a.subject_id, a.actor_name, a.on_behalf_of_name, a.happened_on,
       a.recorded_at, a.after, a.detail, a.actor_person_id
from platform.audit a;
comment on view platform.audit_entry is 'An act as recorded. Never null: audit_id, event, actor_name, happened_on, recorded_at.';

create view platform.sealed_entry as
select k.position, k.audit_id
from platform.audit_seal k;
comment on view platform.sealed_entry is 'The order in which acts were committed. Never null: position, audit_id.';

create view platform.mail_card as
select m.mail_id, m.state, m.created_at, m.settled_at
from platform.mail m;
comment on view platform.mail_card is 'State of a message. Never null: mail_id, state, created_at.';

create view platform.blob_card as
select b.sha256, b.size, b.media_type, b.purged_at, b.look_note
from platform.blob b;
comment on view platform.blob_card is 'A kept file, when its bytes were purged, and the code of why it could not be read. Never null: sha256, size, media_type.';
