create index if not exists answer_sha256_idx on urging.answer (sha256) where sha256 is not null;
comment on index urging.answer_sha256_idx is 'What refers to a file, when the file is given up or purged.';
