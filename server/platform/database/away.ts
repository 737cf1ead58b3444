import pg from 'pg'
import { Problem } from '../errors.ts'

/** Socket errors when the other side is absent or has gone. */
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
/** PostgreSQL's codes when it stops, starts, has crashed, or has no free connection. */
const STATES = new Set(['57P01', '57P02', '57P03', '57P05', '53300'])
/** The driver's messages; these errors have no code. */
const DRIVER =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** Whether a driver error means that PostgreSQL could not be reached or was lost. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as { code?: string }
  if (error instanceof pg.DatabaseError) return code !== undefined && (STATES.has(code) || code.startsWith('08'))
  return (code !== undefined && SOCKET.has(code)) || DRIVER.test(error.message)
}

/** Whether PostgreSQL ended the statement: past its time limit, or cancelled. */
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

/** 503: PostgreSQL answers, but all connections are taken. */
export function serverBusy(cause?: unknown): Problem {
  return new Problem(503, 'server.busy', 'Hệ thống đang bận. Hãy thử lại sau ít phút.', { cause, retryAfter: 5 })
}

/** 503: one statement needed more time than a request may take; repeating the same request does not help. */
export function tooSlow(cause: unknown): Problem {
  return new Problem(
    503,
    'server.too_slow',
    'Yêu cầu này cần nhiều thời gian hơn mức cho phép nên đã dừng. Hãy thu hẹp phạm vi (khoảng ngày, cơ quan, số tháng, số mục mỗi lần) rồi thử lại.',
    { cause, retryAfter: 30 },
  )
}
