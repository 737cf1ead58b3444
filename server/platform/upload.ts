import type { MultipartFile } from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import { Invalid, Problem } from './errors.ts'

export interface UploadedFile {
  bytes: Buffer
  fileName: string
}

/**
 * The one file of a multipart request under the field `file`; undefined where there is none. Throws for a second file, for
 * one larger than is taken, and for a request cut off on its way: half a document must not pass for a whole one.
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile | undefined> {
  return (await uploadedForm(request)).file
}

/** The same with the fields of the form, as text by their names; both empty where the request is no form. */
export async function uploadedForm(
  request: FastifyRequest,
): Promise<{ fields: Record<string, string>; file: UploadedFile | undefined }> {
  const fields: Record<string, string> = {}
  let file: UploadedFile | undefined
  if (!request.isMultipart()) return { fields, file }
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
  return { fields, file }
}

async function wholeOf(part: MultipartFile, request: FastifyRequest): Promise<Buffer> {
  const bytes = await part.toBuffer()
  // The plugin notices what was cut off only where another piece of the file comes after it; at a piece's edge none does.
  if (part.file.truncated) throw new request.server.multipartErrors.RequestFileTooLargeError()
  return bytes
}

function broken(cause: unknown): Invalid {
  return new Invalid('request.upload_broken', 'Tệp gửi lên bị đứt hoặc sai dạng. Hãy chọn lại tệp và gửi lại.', {
    cause,
  })
}
