-- What other rooms may read of the registry.
create view registry.agency_card as
select p.agency_id, a.slug, p.name, p.name_en, p.abbreviation, p.kind, p.parent_id, p.position,
       lower(p.valid) as valid_from,
       -- Last day inside the period; null if open-ended.
       (upper(p.valid) - 1) as valid_to,
       p.valid
from registry.agency_period p
join registry.agency a using (agency_id);
comment on view registry.agency_card is 'Each agency in each of its periods, with first and last day.';

create view registry.agency_latest as
select distinct on (agency_id) agency_id, slug, name, name_en, abbreviation, kind, parent_id, position, valid_from, valid_to
from registry.agency_card
order by agency_id, valid_from desc nulls last;
comment on view registry.agency_latest is 'Each agency as last known, for showing a name beside an id.';

create view registry.agency_spelling as
select p.agency_id, p.name as spelling, 'name' as kind from registry.agency_period p
union
-- A unit's abbreviation is a code of its own agency's papers; in any other document it may mean anything.
select p.agency_id, p.abbreviation, 'abbreviation' from registry.agency_period p
where p.abbreviation is not null and p.kind <> 'unit'
union
select s.agency_id, s.alias, 'alias' from registry.agency_alias s;
comment on view registry.agency_spelling is 'How documents of any day name each agency: its names, abbreviations and other names. Never null: agency_id, spelling, kind.';

create view registry.person_card as
select p.person_id, p.user_id, p.full_name, p.is_sample, o.post_id, o.agency_id, o.role, o.title, o.valid
from registry.person p
join registry.post o using (person_id);
comment on view registry.person_card is 'People with their posts through time.';

-- Every request calls this, so it descends through the indexes: its cost grows with what is reached, not with the registry.
-- In plpgsql because its plan is kept for the lifetime of a connection; a recursive query in sql was planned at each call,
-- which took longer than its work.
create function registry.reach(roots bigint[], on_day date) returns bigint[]
language plpgsql stable parallel safe as $$
begin
  return array(
    with recursive reached as (
      select unnest(roots) as agency_id
      union
      select b.agency_id from reached r cross join lateral (
        -- The parent of an agency on the day; for an agency that had ended, its last one. Periods of an agency do not overlap,
        -- so only where none holds the day are later ones looked for. A range compares by its first day.
        select p.agency_id from registry.agency_period p
        where p.parent_id = r.agency_id
          and (p.valid @> on_day or p.valid <= daterange(on_day, null) and not exists (
            select from registry.agency_period later
            where later.agency_id = p.agency_id and later.valid > p.valid and later.valid <= daterange(on_day, null)))
        union all
        select s.old_agency_id from registry.succession s
        where s.new_agency_id = r.agency_id and s.kind = 'main' and s.effective_on <= on_day
      ) b
    )
    select agency_id from reached order by agency_id);
end
$$;
comment on function registry.reach is 'Agencies with the units under them and the agencies they took over as main successor, at any depth, on a day.';

-- plpgsql keeps its plans for the connection; a function in sql is planned anew in each statement, four times in a figure.
create function registry.followed(person bigint, on_day date) returns bigint[]
language plpgsql stable parallel safe as $$
begin
  return registry.reach(
    array(select f.agency_id from registry.following f where f.person_id = person and f.valid @> on_day), on_day);
end
$$;
comment on function registry.followed is 'The agencies that a person follows on a day, with the units under them: the filter by follow-up officer. Whoever follows agencies is asked for here.';

create function registry.above(agencies bigint[], on_day date) returns bigint[]
language sql stable parallel safe as $$
  with recursive above as (
    select unnest(agencies) as agency_id
    union
    select b.agency_id from above a cross join lateral (
      -- The parent of the agency on the day; for an agency that had ended, its last one.
      (select p.parent_id as agency_id from registry.agency_period p
       where p.agency_id = a.agency_id and (lower_inf(p.valid) or lower(p.valid) <= on_day)
       order by p.valid desc limit 1)
      union all
      select s.new_agency_id from registry.succession s
      where s.old_agency_id = a.agency_id and s.kind = 'main' and s.effective_on <= on_day
    ) b
    where b.agency_id is not null
  )
  select coalesce(array_agg(agency_id order by agency_id), '{}') from above
$$;
comment on function registry.above is 'The agencies whose reach (registry.reach) contains one of these on a day, these among them.';

create view registry.succession_card as
select s.old_agency_id, s.new_agency_id, s.kind, s.subject, s.effective_on
from registry.succession s;
comment on view registry.succession_card is 'Who took over from whom, as other rooms may read it. Never null: old_agency_id, kind, effective_on.';

create function registry.heirs(on_day date) returns table (agency_id bigint, heir_id bigint)
language sql stable parallel safe rows 100 as $$
  with recursive
  next_one as (
    -- If an agency has two main successors over time, the later one is responsible now.
    select distinct on (s.old_agency_id) s.old_agency_id as agency_id, s.new_agency_id as heir_id
    from registry.succession s
    where s.kind = 'main' and s.effective_on <= on_day
    order by s.old_agency_id, s.effective_on desc, s.succession_id desc
  ),
  -- `union` ends even if successions form a cycle.
  way as (
    select n.agency_id, n.heir_id from next_one n
    union
    select w.agency_id, n.heir_id from way w join next_one n on n.agency_id = w.heir_id
  )
  select w.agency_id, w.heir_id from way w
  where not exists (select from next_one n where n.agency_id = w.heir_id)
$$;
comment on function registry.heirs is 'For each agency with a main successor, the agency that replaces it on a day, over any number of reorganisations.';

-- Every act on a task asks the following two in its transaction, so their plan is kept: planning them takes ten times as long
-- as running them, and within a transaction the connection cannot be told to keep it.
create function registry.responsible(agencies bigint[], on_day date) returns table (root bigint, agency_id bigint, distance integer)
language plpgsql stable parallel safe rows 10 set plan_cache_mode = force_generic_plan as $$
begin
  return query
    with recursive answering as (
      select a as root, a as agency_id, 0 as distance from unnest(agencies) a
      union
      select w.root, n.agency_id, w.distance + 1
      from answering w cross join lateral (
        select s.new_agency_id as agency_id from registry.succession s
        where s.old_agency_id = w.agency_id and s.kind = 'main' and s.effective_on <= on_day
        union all
        select p.parent_id from registry.agency_period p
        where p.agency_id = w.agency_id and p.kind = 'unit' and p.valid @> on_day and p.parent_id is not null
      ) n
      where w.distance < 6
    )
    select w.root, w.agency_id, w.distance from answering w;
end
$$;
comment on function registry.responsible is 'For each agency: itself, its main successors and the agencies that a unit belongs to, at any depth on a day, with how far away they are.';

create function registry.workers(agencies bigint[], wanted text, on_day date)
returns table (agency_id bigint, person_id bigint, holder_id bigint, is_focal boolean)
language plpgsql stable parallel safe rows 10 set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
begin
  return query
    with held as (
      select w.root, w.distance, o.post_id, o.person_id, 'people.keepOwn' = any(r.rights) as is_focal
      from registry.responsible(agencies, on_day) w
      join registry.post o on o.agency_id = w.agency_id and o.valid @> on_day
      join registry.role r on r.role = o.role and wanted = any(r.rights)
    ),
    nearest as (
      select h.* from held h where h.distance = (select min(o.distance) from held o where o.root = h.root)
    ),
    hands as (
      select h.root, h.person_id, h.person_id as holder_id, h.is_focal from nearest h
      union all
      select h.root, d.deputy_id, h.person_id, h.is_focal
      from nearest h
      join registry.deputation d on d.post_id = h.post_id and d.valid @> on_day and d.revoked_at is null
    )
    select distinct on (w.root, w.person_id) w.root, w.person_id, w.holder_id, w.is_focal
    from hands w
    join registry.person p on p.person_id = w.person_id
    join platform.user_card u on u.user_id = p.user_id and u.deactivated_at is null
    order by w.root, w.person_id, w.person_id <> w.holder_id, not w.is_focal;
end
$$;
comment on function registry.workers is 'Who may do something for each of these agencies on a day: the holders of a right in the nearest agency responsible that has any, and their deputies, with an open sign-in.';

create view registry.following_card as
select f.person_id, f.agency_id, f.valid, lower(f.valid) as from_on, (upper(f.valid) - 1) as to_on
from registry.following f;
comment on view registry.following_card is 'Which agencies a person follows, from which day to which; to_on is null until further notice. Never null: person_id, agency_id, valid, from_on.';

create view registry.document_kind_card as
select kind, name, name_en, abbreviation, exchange_code, position from registry.document_kind;
comment on view registry.document_kind_card is 'Kinds of administrative documents, for choosing one and for notations.';

-- A number without a line is of a document that is signed and not issued yet, or from before the book was kept here.
create view registry.book_card as
select r.register, r.agency_id, r.direction, r.is_secret, n.year, n.number, n.notation, n.issued_on,
       e.kind, e.about, e.signer, e.recipients, e.source_kind, e.source_id, e.pdf_sha256, e.is_urgent, e.entered_at
from registry.document_number n
join registry.register r using (register)
left join registry.book_entry e using (register, year, notation);
comment on view registry.book_card is 'The book of outgoing documents, one line for each number.';

create view registry.register_card as
select register, agency_id, direction, is_secret from registry.register;
comment on view registry.register_card is 'Registers, and the body that numbers in each. Never null: register, direction, is_secret.';
