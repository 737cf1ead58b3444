-- What other rooms may read.
create view programme.item_card as
select i.item_id, i.code, i.name as title, i.text_kind as kind, i.level, i.lead_agency_id, i.in_charge, i.state, i.due_on, i.first_due_on,
       v.submitted_on, s.issued_on, s.effect_on, i.task_id, i.source_kind, i.source_id, i.version, i.changed_at
from programme.item i
join programme.item_version v on v.item_id = i.item_id and v.known_to = 'infinity' and v.valid_to = 'infinity'
left join programme.issue s on s.item_id = i.item_id and s.annulled_at is null;
comment on view programme.item_card is 'An entry of the work programme as it is now. Never null: item_id, code, title, kind, level, lead_agency_id, state, due_on, first_due_on, version, changed_at.';

create view programme.plan_duty_card as
select d.plan_duty_id as duty_id, d.plan_call_id, coalesce(m.agency_id, d.agency_id) as agency_id, d.agency_group, c.due_on, p.issued_on, p.number as document_number,
       c.source_kind, c.source_id, c.number as source_number
from programme.plan_duty d
join programme.plan_call c on c.plan_call_id = d.plan_call_id
left join lateral (
  select m.agency_id from programme.duty_move m where m.plan_duty_id = d.plan_duty_id order by m.effective_on desc, m.duty_move_id desc limit 1
) m on true
left join programme.plan_issue p on p.plan_duty_id = d.plan_duty_id and p.withdrawn_at is null;
comment on view programme.plan_duty_card is 'An action plan that an agency, or its successor, owes under a resolution, and the document by which it was issued. Never null: duty_id, plan_call_id, agency_id, agency_group.';

create view programme.detailing_issue as
select t.detailing_duty_id, t.number, t.issued_on, t.effect_on, t.recorded_at, t.recorded_by
from programme.detailing_text t where t.annulled_at is null;
comment on view programme.detailing_issue is 'The text that was issued for a duty; one that was annulled is none. Never null: detailing_duty_id, number, issued_on, effect_on, recorded_at, recorded_by.';

create view programme.submission_made as
select s.submission_id, s.item_id, s.position, s.number, s.sent_on,
       least(s.counts_from, c.received_on) as counts_from, coalesce(c.registry_number, s.registry_number) as registry_number, c.outcome
from programme.submission s
left join programme.submission_check c on c.submission_id = s.submission_id
where not exists (select from programme.annulment a where a.submission_id = s.submission_id);
comment on view programme.submission_made is 'A submission that was not annulled, with what the office found. counts_from: the day of the record or, where the office confirmed an earlier one, the day it received it. Never null: submission_id, item_id, position, number, sent_on, counts_from.';

create view programme.item_trace as
select v.item_id, i.code, i.name as title, v.lead_agency_id, v.level, v.state, v.due_on, v.submitted_on, v.valid_from, v.valid_to
from programme.item_version v
join programme.item i using (item_id)
where v.known_to = 'infinity';
comment on view programme.item_trace is 'An entry of the work programme as it was on each day (valid_from <= day < valid_to), as known now. Never null: item_id, code, title, lead_agency_id, level, state, due_on, valid_from, valid_to.';
