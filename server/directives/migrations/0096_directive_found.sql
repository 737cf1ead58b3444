create index directive_found_idx on directives.directive (coalesce(issued_on, '-infinity'::date) desc, directive_id desc);
comment on index directives.directive_found_idx is 'What very common words find, the latest first.';
