-- Lists, figures and searches of books of many years: each page is found by an index, and the words of drafts are searched too.

-- The words of a text: what people typed, without what says how it is laid out.
create function records.draft_words(content jsonb) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
  select string_agg(w.word #>> '{}', ' ')
  from (
    select jsonb_path_query(content, '$.addressees[*]') as word
    union all select jsonb_path_query(content, 'strict $.** ? (@.type() == "object" && exists (@.text)).text')
    union all select jsonb_path_query(content, 'strict $.** ? (@.type() == "object" && exists (@.title)).title')
  ) w
$$;
comment on function records.draft_words is 'The words of a text: what people typed, without what says how it is laid out.';
alter table records.document_version add column search tsvector
  generated always as (to_tsvector('simple'::regconfig, "left"(coalesce(platform.fold(records.draft_words(content)), ''), 400000))) stored;
create index document_version_search_idx on records.document_version using gin (search);
comment on index records.document_version_search_idx is 'Full text search over documents that go out, with marks and without.';

-- Documents that go out.
create index outgoing_latest_idx on records.outgoing (agency_id, changed_at desc, outgoing_id desc);
comment on index records.outgoing_latest_idx is 'The documents of a body, latest first.';
create index outgoing_unit_idx on records.outgoing (unit_id, changed_at desc, outgoing_id desc);
comment on index records.outgoing_unit_idx is 'What a unit drafts, latest first.';
create index outgoing_submitted_idx on records.outgoing (signer_id, changed_at desc, outgoing_id desc) where submitted_at is not null;
comment on index records.outgoing_submitted_idx is 'What a person signed or is to sign, latest first.';
create index outgoing_drafted_idx on records.outgoing (drafter_id, changed_at desc, outgoing_id desc);
comment on index records.outgoing_drafted_idx is 'What a person drafted, latest first.';
create index route_step_asked_idx on records.route_step (person_id, outgoing_id) where state <> 'waiting';
comment on index records.route_step_asked_idx is 'On which drafts a person was asked.';

-- Documents that come in.
create index incoming_registered_idx on records.incoming (agency_id, registered_at) include (state, arrived_at, register_due_at)
  where registered_at is not null;
comment on index records.incoming_registered_idx is 'What a body registered in a period, for figures.';
create index incoming_sender_idx on records.incoming (agency_id, sender_id, arrived_at desc, incoming_id desc);
comment on index records.incoming_sender_idx is 'What a sender sent, latest first.';
create index incoming_open_idx on records.incoming (agency_id, due_on) where state not in ('done', 'returned', 'refused');
comment on index records.incoming_open_idx is 'What is past its day.';

-- Parts of documents.
create index handling_unit_due_idx on records.handling (unit_id, (coalesce(due_on, 'infinity'::date)), handling_id);
comment on index records.handling_unit_due_idx is 'What the units of a body were given, what is due first at the top.';
create index handling_person_due_idx on records.handling (person_id, (coalesce(due_on, 'infinity'::date)), handling_id) where person_id is not null;
comment on index records.handling_person_due_idx is 'What a person was given, what is due first at the top.';
create index handling_open_idx on records.handling (unit_id, due_on) where state in ('assigned', 'underway');
comment on index records.handling_open_idx is 'Parts that are not done.';
create index handling_ended_idx on records.handling (unit_id, ended_at) where state = 'done';
comment on index records.handling_ended_idx is 'What was done in a period, for figures.';

-- Case files.
create index case_file_unit_latest_idx on records.case_file (unit_id, year desc, case_id desc);
comment on index records.case_file_unit_latest_idx is 'The cases of a unit, latest first.';
create index case_file_state_idx on records.case_file (agency_id, state, year desc, case_id desc);
comment on index records.case_file_state_idx is 'The cases of a body in a state, latest first.';
