import pg from 'pg'
import { Problem } from '../errors.ts'

/** What a socket says when nobody is there, or who was there has gone. */
const SOCKET = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
])
/** What PostgreSQL says when it stops, starts, has crashed, or has no connection left. */
const STATES = new Set(['57P01', '57P02', '57P03', '57P05', '53300'])
/** What the driver says; these errors have no code. */
const DRIVER =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** Whether an error of the driver means that PostgreSQL could not be reached or was lost. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: string }
  if (error instanceof pg.DatabaseError) return code !== undefined && (STATES.has(code) || code.startsWith('08'))
  return (code !== undefined && SOCKET.has(code)) || DRIVER.test(error.message)
}

/** Whether PostgreSQL ended the statement: past its time, or cancelled. */
export function isCancelled(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '57014'
}

/** 503: PostgreSQL does not answer. */
export function databaseAway(cause: unknown): Problem {
  return new Problem(503, 'server.database_away', 'Chưa nối được cơ sở dữ liệu. Hãy thử lại sau ít phút.', {
    cause,
    retryAfter: 5,
  })
}

/** 503: PostgreSQL is there, but everything is taken. */
export function serverBusy(cause?: unknown): Problem {
  return new Problem(503, 'server.busy', 'Hệ thống đang bận. Hãy thử lại sau ít phút.', { cause, retryAfter: 5 })
}

/** 503: one statement needed more time than a request may take; asking again for as much is of no use. */
export function tooSlow(cause: unknown): Problem {
  return new Problem(
    503,
    'server.too_slow',
    'Yêu cầu này cần nhiều thời gian hơn mức cho phép nên đã dừng. Hãy thu hẹp phạm vi (khoảng ngày, cơ quan, số tháng, số mục mỗi lần) rồi thử lại.',
    { cause, retryAfter: 30 },
  )
}
