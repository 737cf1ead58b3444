-- Officers who follow up for the giver follow agencies too: they start with these, and are the ones told.
comment on table registry.following is 'Agencies that a member of the Task Force or an officer who follows up is assigned to follow. The first sees what they follow; the second sees all, and starts with it.';

create index following_agency_idx on registry.following (agency_id);
comment on index registry.following_agency_idx is 'Who follows an agency, when an act on one of its tasks is told.';
