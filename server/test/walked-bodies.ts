/** Long, valid request bodies for the table of routes. */
export const RULE = {
  name: 'Thử',
  reason: 'Thử',
  event: 'before',
  days: 2,
  urgencies: [],
  deadlineKinds: [],
  agencyIds: [],
  whom: ['officer'],
  how: ['inApp'],
  isActive: true,
}
export const URGING_SETTING = {
  superiorAgency: null,
  issuingAgency: 'Văn phòng Chính phủ',
  notationAgency: 'VPCP',
  place: 'Hà Nội',
  headTitle: 'Bộ trưởng, Chủ nhiệm',
  basis: 'Thử',
  soonDays: 10,
  replyDays: 7,
  annexFrom: 9,
  quietFrom: '20:00',
  quietTo: '06:30',
  headTitles: ['Bộ trưởng'],
}

/** A task entered by hand. */
export const BY_HAND = {
  groupTitle: null,
  title: 'x',
  content: 'x',
  product: null,
  implements: [],
  parties: [],
  deadlines: [],
  targets: [],
}
