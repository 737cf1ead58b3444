create index agency_period_search_idx on registry.agency_period using gin (
  platform.fold(name || ' ' || coalesce(abbreviation, '') || ' ' || coalesce(name_en, '')) public.gin_trgm_ops
);
comment on index registry.agency_period_search_idx is 'Agencies by name, marks aside.';
create index agency_alias_search_idx on registry.agency_alias using gin (platform.fold(alias) public.gin_trgm_ops);
comment on index registry.agency_alias_search_idx is 'Agencies by their other names, marks aside.';
create index person_search_idx on registry.person using gin (platform.fold(full_name) public.gin_trgm_ops);
comment on index registry.person_search_idx is 'People by name, marks aside.';
