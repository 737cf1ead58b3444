import type { FastifyReply, FastifyRequest } from 'fastify'
import { Conflict, Invalid, Problem } from './errors.ts'

/** The version of an answer: `ETag: "7"`. The client sends it back in `If-Match` when it changes the thing. */
export function etag(reply: FastifyReply, version: number): void {
  reply.header('etag', `"${version}"`)
}

/** The version the caller saw. Missing is 428, anything but one version number is 400. */
export function ifMatch(request: FastifyRequest): number {
  const header = request.headers['if-match']
  if (header === undefined || header === '') {
    throw new Problem(428, 'request.if_match_missing', 'Yêu cầu thay đổi phải nêu phiên bản đã xem (If-Match).')
  }
  const found = /^(?:W\/)?"?(\d{1,15})"?$/.exec(header.trim())
  if (!found) throw new Invalid('request.if_match_invalid', 'Phiên bản nêu trong If-Match không đúng dạng.')
  return Number(found[1])
}

/** Who changed it last, for the answer to a stale change. `at` is an ISO instant. */
export interface LastChange {
  by: string
  at: string
  /** Every change since the version seen, oldest first. */
  changes?: readonly Change[]
}

/** One change as recorded in the log. */
export interface Change {
  event: string
  by: string
  at: string
  before: unknown
  after: unknown
  detail: unknown
}

/**
 * Throws 409 saying who changed the thing, when and (if the caller knows) what, unless the version seen is the current
 * one.
 */
export function checkVersion(seen: number, kept: number, last?: LastChange): void {
  if (seen === kept) return
  const when = last ? ` ${last.by} đã sửa lúc ${timeInVietnam(last.at)}.` : ''
  throw new Conflict('request.stale', `Nội dung đã thay đổi từ khi bạn mở.${when} Hãy tải lại rồi sửa trên bản mới.`, {
    extra: {
      version: kept,
      ...(last ? { changedBy: last.by, changedAt: last.at } : {}),
      ...(last?.changes ? { changes: last.changes } : {}),
    },
  })
}

function timeInVietnam(at: string): string {
  const local = Temporal.Instant.from(at).toZonedDateTimeISO('Asia/Ho_Chi_Minh')
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(local.hour)}:${two(local.minute)} ngày ${two(local.day)}/${two(local.month)}/${local.year}`
}
