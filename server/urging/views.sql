-- What other rooms may read of urging.
create view urging.bell_notice as
select n.notice_id, n.person_id, n.on_day, n.event, n.agency_id, n.is_gap, n.letter_id, n.read_at
from urging.notice n
where n.person_id is not null and 'inApp' = any(n.channels);
comment on view urging.bell_notice is 'Notices that are shown to a person on screen. Never null: notice_id, person_id, on_day, event, agency_id, is_gap.';
