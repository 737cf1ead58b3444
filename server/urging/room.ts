import type { Room } from '../platform/room.ts'
import { remindersDigest } from './digest.ts'
import { letterFinder } from './find.ts'
import { handlers, schedules } from './jobs.ts'
import { urgingLanding } from './landing.ts'
import { passRules } from './pass-on.ts'
import { notePurged } from './purged-answer.ts'
import { urgingRoutes } from './routes.ts'
import { installDefaultRules } from './rules.ts'
import { urgingSubjects } from './subjects.ts'
import { urgingTells } from './tells.ts'
import { lettersToSign } from './to-sign.ts'

export const urging: Room = {
  name: 'urging',
  tokenScopes: { urging: 'urging' },
  subjects: urgingSubjects,
  routes: urgingRoutes,
  prepare: installDefaultRules,
  handlers,
  schedules,
  succeed: async (trx, actor, { from, to, now }) => ({
    rules: to === null ? 0 : await passRules(trx, actor, from.id, to, now),
  }),
  followers: [{ events: ['file.purged'], follow: notePurged }],
  landing: urgingLanding,
  toSign: lettersToSign,
  digest: remindersDigest,
  tells: urgingTells,
  // A person is told that their bell has another line; nobody else hears it.
  audiences: { notice: 'person' },
  clientScopes: {
    '/api/urging': 'letters.read',
    '/api/tasks/:id/urgings': 'letters.read',
  },
  search: [letterFinder],
  events: [
    {
      name: 'task.urged',
      vi: 'Đôn đốc nhiệm vụ sắp đến hạn hoặc quá hạn',
      en: 'Tasks due soon or overdue were urged',
      isPublic: true,
      isRecorded: false,
    },
    {
      name: 'urging.rulesApplied',
      vi: 'Áp dụng quy tắc đôn đốc trong ngày',
      en: 'Daily urging rules applied',
    },
    { name: 'urging.ruleAdded', vi: 'Thêm quy tắc đôn đốc', en: 'Urging rule added' },
    { name: 'urging.ruleChanged', vi: 'Sửa quy tắc đôn đốc', en: 'Urging rule changed' },
    { name: 'urging.settingChanged', vi: 'Sửa thiết lập đôn đốc', en: 'Urging settings changed' },
    { name: 'urging.letterIssued', vi: 'Được đôn đốc bằng công văn', en: 'Urged by a letter' },
    { name: 'letter.drafted', vi: 'Lập dự thảo công văn đôn đốc', en: 'Letter drafted' },
    { name: 'letter.edited', vi: 'Sửa dự thảo công văn', en: 'Draft letter changed' },
    { name: 'letter.submitted', vi: 'Trình ký công văn', en: 'Letter submitted for signature' },
    { name: 'letter.withdrawn', vi: 'Rút công văn đã trình', en: 'Letter withdrawn' },
    { name: 'letter.sentBack', vi: 'Trả lại công văn, không ký', en: 'Letter sent back unsigned' },
    {
      name: 'letter.issued',
      vi: 'Ký, phát hành công văn đôn đốc',
      en: 'Urging letter signed and issued',
      isPublic: true,
    },
    { name: 'letter.answered', vi: 'Ghi trả lời công văn', en: 'Answer to a letter filed' },
    {
      name: 'letter.answerPurged',
      vi: 'Gỡ tệp trả lời mang dấu mật',
      en: 'File of an answer removed: mark of secrecy',
    },
    { name: 'letter.closed', vi: 'Kết thúc công văn', en: 'Letter closed' },
    { name: 'letter.dropped', vi: 'Bỏ dự thảo công văn', en: 'Draft letter dropped' },
  ],
  constraints: {
    letter_one_open: {
      kind: 'conflict',
      code: 'letter.one_open',
      detail: 'Đang có một công văn gửi cơ quan này chưa phát hành. Hãy sửa, trình ký hoặc bỏ công văn đó.',
    },
    letter_number_once: {
      kind: 'conflict',
      code: 'letter.number_taken',
      detail: 'Số công văn này đã cấp. Hãy thử lại.',
    },
    letter_issued_stays: {
      kind: 'conflict',
      code: 'letter.issued_stays',
      detail: 'Công văn đã phát hành không thay đổi được. Nếu cần, hãy lập công văn mới.',
    },
    letter_reply_later: {
      kind: 'invalid',
      code: 'letter.reply_in_past',
      detail: 'Hạn trả lời phải sau ngày số liệu của công văn. Hãy chọn ngày khác.',
    },
  },
}
