create index if not exists evidence_sha256_idx on tasks.evidence (sha256) where sha256 is not null;
comment on index tasks.evidence_sha256_idx is 'What refers to a file, when the file is given up or purged.';
