import { type Answer, ApiProblem, readProblem, unreachable } from '@dieuhanh/client'

export type SheetPreview = Answer<'/api/tasks/progress-sheet', 'post'>
export type SheetRow = SheetPreview['rows'][number]

/** Has the server read a filled-in sheet; nothing is recorded. Throws `ApiProblem`. */
export async function previewSheet(file: File): Promise<SheetPreview> {
  const form = new FormData()
  form.append('file', file)
  let response: Response
  try {
    response = await fetch('/api/tasks/progress-sheet', { method: 'POST', body: form })
  } catch (cause) {
    throw unreachable(cause)
  }
  const text = await response.text()
  if (!response.ok) throw new ApiProblem(readProblem(text, response.status))
  return JSON.parse(text) as SheetPreview
}
