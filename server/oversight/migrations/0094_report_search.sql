-- Reports by title, number, period and the words of their sections, for the search over everything. The month is found as
-- printed ("tháng 02") and as typed ("tháng 2").

alter table oversight.report add column searched text generated always as (platform.fold(
  'Báo cáo ' || coalesce(title, content ->> 'title', '') || ' ' || coalesce(number, '') || ' ' || coalesce(source_name, '') || ' ' || period
    || case when period ~ '^\d{4}-0\d$' then ' ' || right(period, 1) else '' end)) stored;
create index report_searched_idx on oversight.report using gin (searched public.gin_trgm_ops);
comment on index oversight.report_searched_idx is 'Title, number and period of reports, for the search box.';

-- A bound figure ("{{tasks.done; …}}") is no word of the text.
alter table oversight.report_section add column searched text generated always as (platform.fold(
  coalesce(heading, '') || ' ' || regexp_replace(body, '\{\{[^}]*\}\}', '…', 'g'))) stored;
create index report_section_searched_idx on oversight.report_section using gin (searched public.gin_trgm_ops);
comment on index oversight.report_section_searched_idx is 'Words of the sections of reports, for the search box.';
