create index letter_search_idx on urging.letter using gin (
  platform.fold(coalesce(notation, '') || ' ' || agency_name || ' ' || about) public.gin_trgm_ops
);
comment on index urging.letter_search_idx is 'Letters by notation, agency and what they are about, marks aside.';
