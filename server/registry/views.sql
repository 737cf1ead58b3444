-- What other modules may read of the registry.
create view registry.agency_card as
select p.agency_id, a.slug, p.name, p.name_en, p.abbreviation, p.kind, p.parent_id, p.position,
       lower(p.valid) as valid_from,
       -- Last day inside the period; null while it goes on.
       (upper(p.valid) - 1) as valid_to,
       p.valid
from registry.agency_period p
join registry.agency a using (agency_id);
comment on view registry.agency_card is 'Each body in each of its periods, with first and last day.';

create view registry.agency_latest as
select distinct on (agency_id) agency_id, slug, name, name_en, abbreviation, kind, parent_id, position, valid_from, valid_to
from registry.agency_card
order by agency_id, valid_from desc nulls last;
comment on view registry.agency_latest is 'Each body as last known, for showing a name beside an id.';

create view registry.person_card as
select p.person_id, p.user_id, p.full_name, p.is_sample, o.agency_id, o.role, o.title, o.valid
from registry.person p
join registry.post o using (person_id);
comment on view registry.person_card is 'People with their posts through time.';
