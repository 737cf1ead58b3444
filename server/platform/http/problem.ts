import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import pg from 'pg'
import { Type } from 'typebox'
import { databaseAway, isAway, tooSlow } from '../database/away.ts'
import { Conflict, Forbidden, Invalid, NotFound, Problem, TooMany } from '../errors.ts'
import { fieldsOf } from './validator.ts'

/**
 * What a violated constraint means, by its name: a room lists its own. `conflict` if the state of things forbids it
 * (409), `invalid` if the input could never be right (400).
 */
export type ConstraintMeanings = Readonly<
  Record<string, { kind: 'conflict' | 'invalid'; code: string; detail: string }>
>

/** Every refusal, in the form it is sent. */
export const ProblemShape = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable, for API clients: "task.wrong_state"' }),
    detail: Type.String({ description: 'What is wrong and what to do, in Vietnamese' }),
    fields: Type.Optional(
      Type.Array(Type.Object({ path: Type.String(), code: Type.String(), message: Type.String() })),
    ),
    requestId: Type.String(),
  },
  { description: 'Problem (RFC 9457)', additionalProperties: true },
)

const TITLES: Record<number, string> = {
  400: 'Yêu cầu không hợp lệ',
  401: 'Chưa đăng nhập',
  403: 'Không có quyền',
  404: 'Không tìm thấy',
  405: 'Không có thao tác này',
  409: 'Không thực hiện được lúc này',
  413: 'Dữ liệu quá lớn',
  415: 'Loại dữ liệu không được nhận',
  428: 'Thiếu phiên bản',
  429: 'Quá nhiều lần',
  499: 'Yêu cầu đã bỏ dở',
  500: 'Lỗi hệ thống',
  503: 'Chưa phục vụ được',
}

/** Largest file accepted, in bytes. */
export const LARGEST_FILE = 50 * 1024 * 1024
/** Largest JSON body accepted, in bytes. */
export const LARGEST_BODY = 2 * 1024 * 1024

export const fileTooLarge = () =>
  new Problem(
    413,
    'request.file_too_large',
    'Tệp lớn hơn 50 MB. Hãy nén lại, tách phụ lục thành tệp riêng, hoặc quét lại ở độ phân giải 300 dpi.',
  )

/** The one error handler: answers `application/problem+json`, logs what is our fault. */
export function problemHandler(meanings: ConstraintMeanings) {
  return (error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const problem = asAnswered(asProblem(error, meanings), request)
    if (problem.status >= 500) request.log.error({ err: error }, problem.code)
    else request.log.info({ code: problem.code }, 'refused')
    return sendProblem(request, reply, problem)
  }
}

/**
 * A library in between (sign-in) turns "the database is away" into an error without a cause: the request remembers it.
 */
function asAnswered(problem: Problem, request: FastifyRequest): Problem {
  return (problem.status === 500 && request.scope?.trouble) || problem
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: Problem): FastifyReply {
  if (problem.retryAfter !== undefined) reply.header('retry-after', String(problem.retryAfter))
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .serializer((body) => JSON.stringify(body))
    .send({
      type: 'about:blank',
      title: TITLES[problem.status] ?? TITLES[500],
      status: problem.status,
      code: problem.code,
      detail: problem.detail,
      ...(problem.fields.length > 0 ? { fields: problem.fields } : {}),
      ...problem.extra,
      requestId: request.id,
    })
}

/** Converts any error into a problem. */
export function asProblem(error: Error & Partial<FastifyError>, meanings: ConstraintMeanings = {}): Problem {
  if (error instanceof Problem) return error
  if (error.validation) return invalidRequest(error)
  if (error instanceof pg.DatabaseError) return ofDatabase(error, meanings)
  return ofFastify(error)
}

function invalidRequest(error: Partial<FastifyError>): Problem {
  const fields = fieldsOf(error.validation ?? [])
  const where = { body: 'Nội dung gửi lên', querystring: 'Địa chỉ', params: 'Địa chỉ', headers: 'Tiêu đề' }
  return new Invalid(
    'request.invalid',
    `${where[error.validationContext as keyof typeof where] ?? 'Yêu cầu'} có chỗ chưa đúng${listed(fields.map(({ path }) => path))}.`,
    { fields },
  )
}

function listed(paths: string[]): string {
  const named = paths.filter((path) => path !== '')
  if (named.length === 0) return ''
  return `: ${named.slice(0, 5).join(', ')}${named.length > 5 ? '…' : ''}`
}

function ofDatabase(error: pg.DatabaseError, meanings: ConstraintMeanings): Problem {
  if (isAway(error)) return databaseAway(error)
  const meaning = error.constraint === undefined ? undefined : meanings[error.constraint]
  if (meaning) {
    const Kind = meaning.kind === 'conflict' ? Conflict : Invalid
    return new Kind(meaning.code, meaning.detail, { cause: error })
  }
  switch (error.code) {
    case '23505':
    case '23P01':
      return new Conflict('request.duplicate', 'Nội dung này đã có hoặc chồng lên nội dung đã có.', { cause: error })
    case '23503':
      return new Conflict('request.reference', 'Nội dung này liên quan tới một mục không còn hoặc đang được dùng.', {
        cause: error,
      })
    case '40001':
    case '40P01':
    case '55P03':
      return new Conflict('request.busy', 'Có người khác đang thay đổi cùng nội dung. Hãy thử lại.', {
        cause: error,
        retryAfter: 1,
      })
    case '22P05':
    case '22021':
      return new Invalid('request.invalid', 'Nội dung gửi lên có ký tự không lưu được.', { cause: error })
    case '57014':
      return tooSlow(error)
    case '53100':
      return new Problem(503, 'server.disk_full', 'Máy chủ hết chỗ lưu. Hãy báo quản trị hệ thống.', { cause: error })
    default:
      return broken(error)
  }
}

function ofFastify(error: Error & Partial<FastifyError>): Problem {
  switch (error.code) {
    case 'FST_REQ_FILE_TOO_LARGE':
      return fileTooLarge()
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return new Problem(
        413,
        'request.too_large',
        'Nội dung gửi lên quá 2 MB. Hãy gửi thành nhiều lần, hoặc gửi dưới dạng tệp.',
      )
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_INVALID_MULTIPART_CONTENT_TYPE':
      return new Problem(415, 'request.media_type', 'Loại nội dung gửi lên không được nhận ở đây.')
    case 'FST_ERR_CTP_INVALID_JSON_BODY':
    case 'FST_ERR_CTP_EMPTY_JSON_BODY':
      return new Invalid('request.not_json', 'Nội dung gửi lên không phải JSON đúng dạng.')
    case 'FST_FILES_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FIELDS_LIMIT':
      return new Invalid('request.too_many_parts', 'Gửi quá nhiều tệp hoặc trường trong một lần.')
    case 'ECONNREFUSED':
      return databaseAway(error)
  }
  const byStatus = { 400: Invalid, 403: Forbidden, 404: NotFound, 429: TooMany }[error.statusCode ?? 500]
  if (byStatus) return new byStatus('request.refused', 'Yêu cầu không được nhận.', { cause: error })
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new Problem(error.statusCode, 'request.refused', 'Yêu cầu không được nhận.', { cause: error })
  }
  return broken(error)
}

/** Details stay in the log, found by the request id; the answer reveals nothing internal. */
function broken(cause: unknown): Problem {
  return new Problem(
    500,
    'server.error',
    'Có lỗi ở phía hệ thống. Hãy thử lại; nếu vẫn lỗi, báo mã yêu cầu cho quản trị.',
    {
      cause,
    },
  )
}
