/** What was found while reading a message of a stranger. Words: `words.ts`. */

export type UnreadableCode =
  | 'size'
  | 'encoding'
  | 'doctype'
  | 'xml'
  | 'other_format'
  | 'missing'
  | 'twice'
  | 'status_unknown'
  | 'business_unknown'
  | 'attachment_base64'
  | 'attachment_size'
  | 'attachment_zip'
  | 'attachment_count'

/**
 * Why bytes are no message that can be registered. `params` name the field or the file. The bytes are kept whatever happens: a person
 * looks at them, and the sender is told what to mend.
 */
export class EdxmlUnreadable extends Error {
  readonly code: UnreadableCode
  readonly params: Readonly<Record<string, string>>
  constructor(code: UnreadableCode, params: Readonly<Record<string, string>> = {}, options?: ErrorOptions) {
    super(`${code} ${Object.values(params).join(', ')}`.trim(), options)
    this.code = code
    this.params = params
  }
}

export type NoteCode =
  | 'bytes_before'
  | 'prefix_undeclared'
  | 'utf16'
  | 'decomposed'
  | 'placeholder'
  | 'text_cut'
  | 'day_shape'
  | 'day_wrong'
  | 'time_wrong'
  | 'code_unknown'
  | 'ids_differ'
  | 'document_twice'
  | 'recipient_twice'
  | 'attachment_packed'
  | 'attachment_several'
  | 'attachment_missing'
  | 'attachment_unlisted'
  | 'attachment_name'

/** What a reader had to put up with. The message was read all the same. */
export interface Note {
  code: NoteCode
  params: Readonly<Record<string, string>>
}

/** The notes of one message, each once. */
export class Notes {
  readonly #byKey = new Map<string, Note>()

  constructor(earlier: readonly Note[] = []) {
    for (const { code, params } of earlier) this.add(code, params)
  }

  add(code: NoteCode, params: Note['params'] = {}): void {
    const key = `${code} ${JSON.stringify(params)}`
    // A message with a thousand faults of one kind is no better described by all of them.
    if (this.#byKey.size < 100) this.#byKey.set(key, { code, params })
  }

  get all(): readonly Note[] {
    return [...this.#byKey.values()]
  }
}
