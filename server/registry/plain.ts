import { wrong } from '../platform/errors.ts'

/** One line without control characters, in composed letters. */
export function plainWords(typed: string, field: string, name: string): string {
  if (/\p{Cc}|\p{Zl}|\p{Zp}/u.test(typed)) {
    throw wrong(
      field,
      'person.words',
      `${name} phải nằm trên một dòng, không có ký tự xuống dòng hay ký tự điều khiển.`,
    )
  }
  return typed.normalize('NFC').trim()
}
