import { ApiProblem, readProblem, unreachable } from '@dieuhanh/client'

export const LARGEST_MEGABYTES = 50

/**
 * Uploads one file and reports progress (0 to 1), which `fetch` cannot do. The key makes a retry
 * after a broken connection safe. Throws `ApiProblem`.
 */
export function sendFile<Made>(
  path: string,
  file: File,
  key: string,
  onSent: (share: number) => void,
  signal: AbortSignal,
  fields: Readonly<Record<string, string>> = {},
): Promise<Made> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.setRequestHeader('Idempotency-Key', key)
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.addEventListener('error', () => reject(unreachable(new Error('connection broken'))))
    request.addEventListener('abort', () => reject(new DOMException('stopped', 'AbortError')))
    request.addEventListener('load', () => {
      if (request.status === 201) resolve(JSON.parse(request.responseText) as Made)
      else reject(new ApiProblem(readProblem(request.responseText, request.status)))
    })
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    form.append('file', file)
    request.send(form)
  })
}

/** Sends a form with an optional file. Throws `ApiProblem`. */
export async function sendForm<Done>(
  path: string,
  fields: Record<string, string>,
  file: File | undefined,
  headers: Record<string, string>,
): Promise<Done> {
  const large = file && refuseLarge(file)
  if (large) throw large
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', file)
  let response: Response
  try {
    response = await fetch(path, { method: 'POST', headers, body: form })
  } catch (cause) {
    throw unreachable(cause)
  }
  if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
  return (await response.json()) as Done
}

/** A file that is too large is refused before the upload, to save the wait. */
export function refuseLarge(file: File): ApiProblem | undefined {
  return file.size > LARGEST_MEGABYTES * 1024 * 1024
    ? new ApiProblem(readProblem({ code: 'request.file_too_large' }, 413))
    : undefined
}
