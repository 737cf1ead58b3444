-- Numbers of official documents by register and year, for all rooms: letters that urge and reports have them, and what a
-- government office sends out will. What stands is brought over with its numbers, so that none is given twice.
create table registry.document_register (
  -- Of which documents: "letter/VPCP".
  register text not null,
  year integer not null,
  last_number integer not null,
  constraint document_register_pk primary key (register, year),
  constraint document_register_number check (last_number >= 0)
);
comment on table registry.document_register is 'The last number given in a register and year; its row is the lock under which the next is given.';

create table registry.document_number (
  register text not null,
  year integer not null,
  -- Number and notation as they stand on the document: "12/VPCP-TH".
  notation text not null,
  -- What the notation begins with; null where a person wrote one without a number.
  number integer,
  issued_on date not null,
  constraint document_number_pk primary key (register, year, notation),
  constraint document_number_register foreign key (register, year) references registry.document_register (register, year)
);
comment on table registry.document_number is 'Every number and notation given to a document. Never changed, never deleted.';

insert into registry.document_register (register, year, last_number)
select 'letter/' || series, year, last_number from urging.letter_register;

insert into registry.document_number (register, year, notation, number, issued_on)
select 'letter/' || series, year, notation, number, issued_on from urging.letter where number is not null;

drop table urging.letter_register;

-- A report's number is written by whoever issues it. Before, one number could come again on another day of the year.
insert into registry.document_register (register, year, last_number)
select 'report/' || kind, extract(year from issued_on)::integer,
       coalesce(max(substring(number from '^(\d{1,6})(?:\D|$)')::integer), 0)
from oversight.report group by 1, 2;

insert into registry.document_number (register, year, notation, number, issued_on)
select 'report/' || kind, extract(year from issued_on)::integer, number,
       substring(number from '^(\d{1,6})(?:\D|$)')::integer, issued_on
from oversight.report order by report_id
on conflict do nothing;
