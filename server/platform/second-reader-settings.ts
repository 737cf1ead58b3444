import { type Environment, text, wholeNumber } from './environment.ts'
import { CannotStart } from './errors.ts'

/** The language model of the office, and the bounds within which it is asked. */
export interface SecondReaderSettings {
  /** Where requests are posted: the address of the model's server with `/chat/completions`. */
  url: string
  /** Undefined for a server that has only one. */
  model: string | undefined
  key: string | undefined
  /** Longest wait for one answer, and for all answers about one document. */
  seconds: number
  totalSeconds: number
  /** Questions under way at the same time, for one document. */
  atOnce: number
  /** Most passages asked about in one document. */
  questions: number
}

const OTHERS = ['MODEL', 'KEY', 'SECONDS', 'TOTAL_SECONDS', 'AT_ONCE', 'QUESTIONS']

/**
 * Reads `SECOND_READER_URL` (http://10.0.0.5:8000/v1) and what goes with it. Undefined without it: then nothing is sent.
 * Throws `CannotStart` naming the variable; a key is never repeated.
 */
export function readSecondReader(env: Environment): SecondReaderSettings | undefined {
  const value = text(env, 'SECOND_READER_URL')
  if (value === undefined) {
    const left = OTHERS.map((name) => `SECOND_READER_${name}`).filter((name) => text(env, name) !== undefined)
    if (left.length === 0) return undefined
    throw new CannotStart({
      vi: `${left.join(', ')} đã đặt mà thiếu SECOND_READER_URL; hãy đặt SECOND_READER_URL hoặc bỏ các biến đó.`,
      en: `${left.join(', ')} is set without SECOND_READER_URL; set SECOND_READER_URL, or leave those out.`,
    })
  }
  return {
    url: address(value),
    model: text(env, 'SECOND_READER_MODEL'),
    key: text(env, 'SECOND_READER_KEY'),
    seconds: wholeNumber(env, 'SECOND_READER_SECONDS', 1, 600) ?? 30,
    totalSeconds: wholeNumber(env, 'SECOND_READER_TOTAL_SECONDS', 1, 3600) ?? 300,
    atOnce: wholeNumber(env, 'SECOND_READER_AT_ONCE', 1, 16) ?? 2,
    questions: wholeNumber(env, 'SECOND_READER_QUESTIONS', 1, 500) ?? 40,
  }
}

function address(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '' || url.hash !== '') {
    // The value may contain a password: it is not repeated.
    throw new CannotStart({
      vi: 'SECOND_READER_URL không có dạng http://10.0.0.5:8000/v1; không kèm tên đăng nhập, mật khẩu hay dấu #.',
      en: 'SECOND_READER_URL is not an address of the form http://10.0.0.5:8000/v1, without user, password or "#".',
    })
  }
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/chat/completions`
  return url.href
}
