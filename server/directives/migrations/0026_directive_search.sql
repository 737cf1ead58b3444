create index directive_search_idx on directives.directive using gin (
  platform.fold(coalesce(number, '') || ' ' || coalesce(type, '') || ' ' || coalesce(subject, '')
    || ' ' || coalesce(issuer, '') || ' ' || file_name) public.gin_trgm_ops
);
comment on index directives.directive_search_idx is 'Search that ignores marks.';
