export const ACTIVITY_FORMS = [
  'direct',
  'dialogue',
  'receive',
  'conference',
  'session',
  'inspection',
  'report',
  'plan',
  'other',
] as const
export type ActivityForm = (typeof ACTIVITY_FORMS)[number]

/** In this order: a session that hears a report is a session, a plan that is reported is a plan. */
const FORMS: readonly [ActivityForm, RegExp][] = [
  ['dialogue', /đối thoại/i],
  ['conference', /hội nghị|hội thảo/i],
  ['session', /phiên họp|họp chuyên đề|cuộc họp/i],
  ['inspection', /kiểm tra|giám sát/i],
  ['plan', /(?:xây dựng|ban hành|lập)[^.]{0,40}kế hoạch/i],
  ['receive', /tiếp nhận|tổng hợp[^.]{0,40}(?:phản ánh|kiến nghị)/i],
  ['report', /báo cáo/i],
  ['direct', /chỉ đạo|đôn đốc/i],
]

/** What kind of activity a line of a plan is, by its words. A person checks it. */
export function formOf(words: string): ActivityForm {
  return FORMS.find(([, pattern]) => pattern.test(words))?.[0] ?? 'other'
}
