create index recommendation_replaced_by_idx on taskforce.recommendation (replaced_by_id) where replaced_by_id is not null;
comment on index taskforce.recommendation_replaced_by_idx is 'The recommendation that another replaced: on the page of that other.';
