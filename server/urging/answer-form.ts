import { Compile } from 'typebox/compile'
import { wrong } from '../platform/errors.ts'
import { closed } from '../platform/http/validator.ts'
import type { UploadedFile, UploadedForm } from '../platform/upload.ts'
import { AnswerLetter } from './letter-shapes.ts'

const shape = Compile(closed(AnswerLetter))

export type Answer = AnswerLetter & { file: UploadedFile | undefined }

/** The answer from a multipart form: fields are text, the file is separate. Throws naming the field that is wrong. */
export function answerIn({ fields, file }: UploadedForm): Answer {
  const input = Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value.trim() !== '')
      .map(([name, value]) => [name, name === 'progressReportId' ? Number(value) : value]),
  )
  if (shape.Check(input)) return { ...input, file }
  const first = [...shape.Errors(input)][0]
  const path = first?.instancePath.slice(1) || missing(input) || 'summary'
  throw wrong(path, 'letter.answer_invalid', MESSAGES[path] ?? 'Nội dung trả lời chưa đúng. Hãy kiểm tra lại.')
}

const MESSAGES: Record<string, string> = {
  number: 'Số văn bản trả lời không quá 100 ký tự.',
  answeredOn: 'Hãy nhập ngày trả lời, dạng ngày/tháng/năm.',
  summary: 'Hãy tóm tắt nội dung trả lời, không quá 4.000 ký tự.',
  progressReportId: 'Hãy chọn một báo cáo trong danh sách.',
}

function missing(input: Record<string, unknown>): string | undefined {
  return ['answeredOn', 'summary'].find((name) => !(name in input))
}
