-- The recommendations of reports by their words, for the search over everything. A bound figure ("{{tasks.done; …}}") is no
-- word of the text.

alter table oversight.report_recommendation add column searched text generated always as (platform.fold(
  regexp_replace(body, '\{\{[^}]*\}\}', '…', 'g'))) stored;
create index report_recommendation_searched_idx on oversight.report_recommendation using gin (searched public.gin_trgm_ops);
comment on index oversight.report_recommendation_searched_idx is 'Words of the recommendations of reports, for the search box.';
