import { ApiProblem, readProblem, unreachable } from '@dieuhanh/client'
import i18next from 'i18next'

/** Downloads a file, asked for with a body or without, under the name the server gives it. Throws the server's problem. */
export async function download(path: string, body?: object): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, {
      headers: { 'accept-language': i18next.language, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
  } catch (cause) {
    throw unreachable(cause)
  }
  if (!response.ok) throw new ApiProblem(readProblem(await response.text(), response.status))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? ''
  link.click()
  URL.revokeObjectURL(address)
}
