-- The method by which agencies are assessed, as dated rows: what is measured, how it weighs, from which day, by which act.
create table taskforce.assessment_method (
  method_id bigint generated always as identity,
  from_on date not null,
  act text not null,
  -- Agencies with fewer tasks are shown with their counts and are not ranked.
  least_tasks integer not null,
  recorded_at timestamptz not null default now(),
  recorded_by text not null,
  constraint assessment_method_pk primary key (method_id),
  constraint assessment_method_once unique (from_on, recorded_at),
  constraint assessment_method_act check (act ~ '\S'),
  constraint assessment_method_least check (least_tasks between 1 and 1000)
);
comment on table taskforce.assessment_method is 'A method of assessment, in force from a day on until the next. Never changed: another replaces it from its day.';

create table taskforce.assessment_weight (
  method_id bigint not null,
  part text not null,
  weight numeric(6, 2) not null,
  -- Of parts in days: so many days and more give no points.
  worst_days integer,
  constraint assessment_weight_pk primary key (method_id, part),
  constraint assessment_weight_method foreign key (method_id) references taskforce.assessment_method (method_id),
  constraint assessment_weight_part check (part in ('onTime', 'lateDays', 'debt', 'silence', 'answerDays', 'findings')),
  constraint assessment_weight_weight check (weight >= 0),
  constraint assessment_weight_days check ((part in ('lateDays', 'answerDays')) = (worst_days is not null) and worst_days > 0)
);
comment on table taskforce.assessment_weight is 'How a part weighs in a method. Never changed.';

create trigger assessment_method_stays before update or delete on taskforce.assessment_method
  for each row execute function taskforce.facts_stay();
create trigger assessment_weight_stays before update or delete on taskforce.assessment_weight
  for each row execute function taskforce.facts_stay();

-- No official formula was found for the duty of Nghị định 196/2026/NĐ-CP, Điều 2.2.o: an office sets its own.
with made as (
  insert into taskforce.assessment_method (from_on, act, least_tasks, recorded_by)
  values ('2017-01-01', 'Phương pháp của phần mềm (chưa có công thức chính thức)', 10, 'dieuhanh') returning method_id
)
insert into taskforce.assessment_weight (method_id, part, weight, worst_days)
select made.method_id, w.part, w.weight, w.worst_days
from made, (values ('onTime', 45, null), ('lateDays', 15, 90), ('debt', 15, null), ('silence', 10, null), ('answerDays', 10, 30), ('findings', 5, null))
  as w (part, weight, worst_days);
