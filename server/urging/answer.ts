import { signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import type { Blobs } from '../platform/blobs.ts'
import { dayInVietnam } from '../platform/calendar.ts'
import type { Ask } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import { Problem, wrong } from '../platform/errors.ts'
import { putUpload } from '../platform/secrecy.ts'
import { cleanFileName, type UploadedFile } from '../platform/upload.ts'
import { reportsSince } from '../tasks/index.ts'
import { letterToChange } from './access.ts'
import type { Answer } from './answer-form.ts'
import type { UrgingDb } from './db.ts'
import { moveLetter } from './letter-state.ts'
import { insertAnswer, tasksOfLetter, updateLetter } from './letter-store.ts'

/** The file types an answer may have, by their first bytes: a file name proves nothing. */
const FILE_TYPES: readonly { type: string; begins: readonly number[] }[] = [
  { type: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    begins: [0x50, 0x4b, 0x03, 0x04],
  },
]

/** Files an agency's answer to a letter: its document by number and day, with the file, or a report on a task. */
export async function answerLetter(
  trx: Transaction<UrgingDb>,
  ask: Ask,
  { file, ...input }: Answer,
  { blobs }: { blobs: Blobs },
): Promise<{ version: number; id: number }> {
  const letter = await letterToChange(trx, ask, 'answer')
  const state = moveLetter(letter.state, 'answer')
  const today = dayInVietnam(ask.now)
  if (input.answeredOn > today) {
    throw wrong('answeredOn', 'letter.answered_ahead', 'Ngày trả lời không được sau hôm nay. Hãy chọn lại ngày.')
  }
  if (input.answeredOn < letter.issuedOn!) {
    throw wrong(
      'answeredOn',
      'letter.answered_before_issue',
      'Ngày trả lời không được trước ngày công văn. Hãy chọn lại ngày.',
    )
  }
  if (input.number === undefined && input.progressReportId === undefined) {
    throw wrong('number', 'letter.answer_of_nothing', 'Hãy nhập số văn bản trả lời, hoặc chọn một báo cáo nhiệm vụ.')
  }
  await checkReport(trx, letter.id, input.progressReportId, letter.issuedOn!)
  const at = ask.now.toString()
  const kept = file ? await putUpload(trx, blobs, file, typeOf(file)) : undefined
  const id = await insertAnswer(trx, {
    letter_id: letter.id,
    number: input.number?.trim() ?? null,
    answered_on: input.answeredOn,
    summary: input.summary.trim(),
    progress_report_id: input.progressReportId ?? null,
    sha256: kept ? Buffer.from(kept.sha256, 'hex') : null,
    file_name: kept && file ? cleanFileName(file.fileName, 'tra-loi') : null,
    recorded_at: at,
    recorded_by: signatureOf(ask.actor),
  })
  const version = await updateLetter(
    trx,
    letter.id,
    { state, answered_at: letter.answeredAt ?? at },
    signatureOf(ask.actor),
    at,
  )
  await record(trx, ask.actor, 'letter.answered', {
    subject: { kind: 'letter', id: letter.id },
    on: input.answeredOn,
    before: { state: letter.state },
    after: { state, number: input.number ?? null, answeredOn: input.answeredOn, file: file?.fileName ?? null },
    detail: { summary: input.summary },
  })
  return { version, id }
}

async function checkReport(
  trx: Transaction<UrgingDb>,
  letterId: number,
  reportId: number | undefined,
  since: string,
): Promise<void> {
  if (reportId === undefined) return
  const ids = (await tasksOfLetter(trx, letterId)).map(({ taskId }) => taskId)
  const reports = await reportsSince(trx, ids, since)
  if (!reports.some(({ id }) => id === reportId)) {
    throw wrong(
      'progressReportId',
      'letter.no_such_report',
      'Báo cáo này không thuộc nhiệm vụ của công văn hoặc có trước ngày công văn. Hãy chọn lại.',
    )
  }
}

function typeOf(file: UploadedFile): string {
  const found = FILE_TYPES.find(({ begins }) => begins.every((byte, place) => file.bytes[place] === byte))
  if (found) return found.type
  throw new Problem(415, 'letter.file_type', 'Văn bản trả lời chỉ nhận tệp PDF hoặc DOCX. Hãy chọn tệp khác.', {
    fields: [{ path: 'file', code: 'letter.file_type', message: 'Chỉ nhận tệp PDF hoặc DOCX.' }],
  })
}
