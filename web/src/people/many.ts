import { type Answer, ApiProblem, readProblem, unreachable } from '@dieuhanh/client'

export type PeopleSheet = Answer<'/api/people/sheet', 'post'>
export type PeopleSheetRow = PeopleSheet['rows'][number]
export type NewPerson = NonNullable<PeopleSheetRow['person']>
export type Added = Answer<'/api/people/many', 'post'>['people']

/** Has the server read a filled-in sheet; no one is added. Throws `ApiProblem`. */
export async function previewPeople(file: File): Promise<PeopleSheet> {
  const form = new FormData()
  form.append('file', file)
  let response: Response
  try {
    response = await fetch('/api/people/sheet', { method: 'POST', body: form })
  } catch (cause) {
    throw unreachable(cause)
  }
  const text = await response.text()
  if (!response.ok) throw new ApiProblem(readProblem(text, response.status))
  return JSON.parse(text) as PeopleSheet
}
