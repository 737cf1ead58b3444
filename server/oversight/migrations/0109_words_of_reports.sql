-- What a text with bound figures says to a reader: a figure ("{{tasks.done; …}}") is no word of it, and of a clause with a choice
-- ("[[ (chiếm …)| (…)]]") the first is said. Without this the search found brackets, and words that the report does not say.

create function oversight.words_of(body text) returns text language sql immutable strict parallel safe as $$
  select regexp_replace(regexp_replace(body, '\{\{[^}]*\}\}', '…', 'g'), '\|[^][]*\]\]|\[\[|\]\]', '', 'g')
$$;
comment on function oversight.words_of is 'The words of a text with bound figures and clauses, for the search box and its excerpts.';

alter table oversight.report_section alter column searched set expression as (platform.fold(
  coalesce(heading, '') || ' ' || oversight.words_of(body)));
alter table oversight.report_recommendation alter column searched set expression as (platform.fold(oversight.words_of(body)));
