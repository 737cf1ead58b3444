-- How large a share of the documents that a unit handles is to be handled online, by the level of the body it belongs to.
create table records.online_target (
  level text not null,
  valid daterange not null,
  percent integer not null,
  source text not null,
  confidence text not null,
  constraint online_target_pk primary key (level, valid without overlaps),
  constraint online_target_level check (level in ('ministry', 'province', 'district', 'commune')),
  constraint online_target_percent check (percent between 0 and 100),
  constraint online_target_confidence check (confidence in ('verified', 'memory'))
);
comment on table records.online_target is 'Shares of documents handled online that units are to reach, secret ones apart.';
-- Districts ended on 01/7/2025; that their share is that of communes since is not read in a text.
insert into records.online_target (level, valid, percent, source, confidence) values
  ('ministry', '[2021-01-12,)', 100, 'Quyết định 12/QĐ-VPCP ngày 12/01/2021, mục II.1.d', 'verified'),
  ('province', '[2021-01-12,)', 100, 'Quyết định 12/QĐ-VPCP ngày 12/01/2021, mục II.1.d', 'verified'),
  ('district', '[2021-01-12,2025-07-01)', 80, 'Quyết định 12/QĐ-VPCP ngày 12/01/2021, mục II.1.d', 'verified'),
  ('commune', '[2025-07-01,)', 80, 'Theo chỉ tiêu của cấp huyện tại Quyết định 12/QĐ-VPCP, chính quyền địa phương hai cấp từ 01/7/2025', 'memory');
