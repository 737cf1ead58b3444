import { Compile } from 'typebox/compile'
import { wrong } from '../platform/errors.ts'
import { closed } from '../platform/http/validator.ts'
import type { UploadedFile, UploadedForm } from '../platform/upload.ts'
import { AnswerLetter } from './letter-shapes.ts'

const shape = Compile(closed(AnswerLetter))

export type Answer = AnswerLetter & { file: UploadedFile | undefined }

/** The answer as a form sends it: fields are text, the file is beside them. Throws naming the field that is wrong. */
export function answerIn({ fields, file }: UploadedForm): Answer {
  const said = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => [name, name === 'progressReportId' ? Number(value) : value]),
  )
  if (shape.Check(said)) return { ...said, file }
  const first = [...shape.Errors(said)][0]
  const path = first?.instancePath.slice(1) || missing(said) || 'summary'
  throw wrong(path, 'letter.answer_invalid', SENTENCES[path] ?? 'Nội dung trả lời chưa đúng. Hãy kiểm tra lại.')
}

const SENTENCES: Record<string, string> = {
  number: 'Số văn bản trả lời không quá 100 ký tự.',
  answeredOn: 'Hãy nhập ngày trả lời, dạng ngày/tháng/năm.',
  summary: 'Hãy tóm tắt nội dung trả lời, không quá 4.000 ký tự.',
  progressReportId: 'Hãy chọn một báo cáo trong danh sách.',
}

function missing(said: Record<string, unknown>): string | undefined {
  return ['answeredOn', 'summary'].find((name) => !(name in said))
}
