-- Directives by their title, number and own text, for the search over everything. Stored, so that a text is folded once and
-- not at each search.

alter table directives.directive add column searched text generated always as (platform.fold(
  coalesce(number, '') || ' ' || coalesce(type, '') || ' ' || coalesce(subject, '') || ' ' || coalesce(issuer, '') || ' ' || file_name)) stored;
drop index directives.directive_search_idx;
create index directive_search_idx on directives.directive using gin (searched public.gin_trgm_ops);
comment on index directives.directive_search_idx is 'Search that ignores marks.';

-- Lines end where the page did, in the middle of what is searched for.
alter table directives.reading add column searched text generated always as (
  regexp_replace(platform.fold(reading ->> 'text'), '\s+', ' ', 'g')) stored;
create index reading_searched_idx on directives.reading using gin (searched public.gin_trgm_ops);
comment on index directives.reading_searched_idx is 'Words of documents, for the search over everything.';
