-- Findings and task forces by their words, for the search over everything. Stored, so that a text is folded once and not at
-- each search.

alter table taskforce.finding add column searched text
  generated always as (platform.fold(fact || ' ' || nature || ' ' || evidence)) stored;
create index finding_searched_idx on taskforce.finding using gin (searched public.gin_trgm_ops);
comment on index taskforce.finding_searched_idx is 'Words of findings, for the search box.';

alter table taskforce.task_force add column searched text
  generated always as (platform.fold(name || ' ' || act || ' ' || scope)) stored;
create index task_force_searched_idx on taskforce.task_force using gin (searched public.gin_trgm_ops);
comment on index taskforce.task_force_searched_idx is 'Name, decision and scope of task forces, for the search box.';
