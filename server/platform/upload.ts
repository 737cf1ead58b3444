import { createHash } from 'node:crypto'
import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Invalid, Problem, wrong } from './errors.ts'

export interface UploadedFile {
  bytes: Buffer
  fileName: string
}

/**
 * The content of a multipart request: the fields as text by their names, and the one file under `file` if there is one.
 */
export interface UploadedForm {
  fields: Record<string, string>
  file: UploadedFile | undefined
}

/**
 * The one file of a multipart request under the field `file`; undefined if there is none. Throws for a second file, for
 * one larger than allowed, and for a truncated request: half a document must not pass for a whole one.
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile | undefined> {
  return (await uploadedForm(request)).file
}

/** The file of a form that must have one. `code` and `message` say what is missing if it has none. */
export function fileIn({ file }: UploadedForm, code: string, message: string): UploadedFile {
  if (!file) throw wrong('file', code, message)
  return file
}

/**
 * The same with the fields of the form; of a request without a file these may be JSON. The fields and the hash of the
 * file become the body of the request, by which an `Idempotency-Key` recognises it.
 */
export async function uploadedForm(request: FastifyRequest): Promise<UploadedForm> {
  const fields: Record<string, string> = {}
  let file: UploadedFile | undefined
  if (!request.isMultipart()) return { fields: textsOf(request.body), file }
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') {
        fields[part.fieldname] = String(part.value ?? '')
        continue
      }
      const bytes = await wholeOf(part, request)
      if (part.fieldname === 'file') file = { bytes, fileName: part.filename }
    }
  } catch (error) {
    throw error instanceof Problem || (error as { code?: string }).code?.startsWith('FST_') ? error : broken(error)
  }
  const hash = file && createHash('sha256').update(file.bytes).digest('hex')
  request.body = hash === undefined ? fields : { ...fields, file: hash }
  return { fields, file }
}

function textsOf(body: unknown): Record<string, string> {
  if (typeof body !== 'object' || body === null) return {}
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
}

async function wholeOf(part: MultipartFile, request: FastifyRequest): Promise<Buffer> {
  const bytes = await part.toBuffer()
  // The plugin notices truncation only if another chunk of the file follows; at the end of a chunk none does.
  if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError()
  return bytes
}

function broken(cause: unknown): Invalid {
  return new Invalid('request.upload_broken', 'Tệp gửi lên bị đứt hoặc sai dạng. Hãy chọn lại tệp và gửi lại.', {
    cause,
  })
}

/** Longer names are cut from the front, so that the ending stays. */
const LONGEST_NAME = 200

/**
 * The last part of a file name as a browser sends it, sometimes a whole path. Without characters that show something else than
 * is there: controls, and the marks that turn the direction of letters ("baocao\u202Efdp.exe").
 */
export function cleanFileName(fileName: string, ifEmpty: string): string {
  const last = fileName.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  return (
    last
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
      .trim()
      .slice(-LONGEST_NAME)
      // The cut may leave half a letter, which the database refuses.
      .toWellFormed()
      .trim() || ifEmpty
  )
}
