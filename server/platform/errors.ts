/**
 * The errors a request can end in. A room throws one of the five below with a dotted code of its own
 * ("task.wrong_state"); `http.ts` turns it into `application/problem+json`. Any other error is our fault: 500.
 */

/** One problem with one field. `path` is dotted from the body or query down: "deadlines.0.dueOn". */
export interface Field {
  path: string
  code: string
  message: string
}

export interface More {
  fields?: Field[]
  /** Further members of the problem, for a client to act on: who changed it and when, the id of the duplicate. */
  extra?: Record<string, unknown>
  /** Seconds after which a retry makes sense; becomes `Retry-After`. */
  retryAfter?: number
  cause?: unknown
}

/**
 * Base of every error that has an HTTP status. Rooms throw the five subclasses; only the platform uses the base, for
 * the statuses that belong to HTTP itself (401, 413, 415, 428).
 */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  /** What is wrong and what to do, one or two Vietnamese sentences. */
  readonly detail: string
  readonly fields: Field[]
  readonly extra: Record<string, unknown>
  readonly retryAfter: number | undefined

  constructor(status: number, code: string, detail: string, more: More = {}) {
    super(`${code}: ${detail}`, { cause: more.cause })
    this.name = new.target.name
    this.status = status
    this.code = code
    this.detail = detail
    this.fields = more.fields ?? []
    this.extra = more.extra ?? {}
    this.retryAfter = more.retryAfter
  }
}

/** 400: the input is not acceptable in itself. */
export class Invalid extends Problem {
  constructor(code: string, detail: string, more?: More) {
    super(400, code, detail, more)
  }
}

/** One invalid field, with its remedy. */
export function wrong(path: string, code: string, message: string): Invalid {
  return new Invalid(code, message, { fields: [{ path, code, message }] })
}

/** 403: the actor may see the thing, but not perform the act. */
export class Forbidden extends Problem {
  constructor(code: string, detail: string, more?: More) {
    super(403, code, detail, more)
  }
}

/** 404: it does not exist, or the actor may not see it; both get the same answer so that existence does not leak. */
export class NotFound extends Problem {
  constructor(code: string, detail: string, more?: More) {
    super(404, code, detail, more)
  }
}

/** 409: acceptable in itself, but not in the current state: stale version, wrong state, duplicate. */
export class Conflict extends Problem {
  constructor(code: string, detail: string, more?: More) {
    super(409, code, detail, more)
  }
}

/** 429: too often. */
export class TooMany extends Problem {
  constructor(code: string, detail: string, more?: More) {
    super(429, code, detail, more)
  }
}

/** One sentence in both languages, for the user who starts the server. */
export interface Sentence {
  vi: string
  en: string
}

/** A reason not to start, shown to the operator as one plain sentence with its remedy, without a stack. */
export class CannotStart extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence, cause?: unknown) {
    super(sentence.en, { cause })
    this.name = 'CannotStart'
    this.sentence = sentence
  }
}
