create index label_withdrawn_idx on directives.label (folded, label_id) where withdrawn_at is not null;
comment on index directives.label_withdrawn_idx is 'Labels that were withdrawn, in the order of their words.';
