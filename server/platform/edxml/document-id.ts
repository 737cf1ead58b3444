/** The identifier of a document on the way: `OrganId,YYYY/MM/DD,CodeNumber/CodeNotation`, or a UUID of the sender. */
import { readDay } from './times.ts'

export interface DocumentId {
  /** As it was said, composed, with single spaces. Two that are said alike name one document of a sender. */
  said: string
  form: 'standard' | 'uuid' | 'other'
  /** Null where the identifier does not say it. */
  organId: string | null
  /** `YYYY-MM-DD`; null also where it is no day of the calendar. */
  on: string | null
  number: string | null
  notation: string | null
}

const LONGEST = 300
const UUID = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i

/** Returns null where nothing is said. */
export function readDocumentId(text: string): DocumentId | null {
  const said = text.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, LONGEST)
  if (said === '') return null
  if (UUID.test(said)) return { said, form: 'uuid', organId: null, on: null, number: null, notation: null }
  const parts = /^([^,]+),([^,]+),([^/]+)\/(.+)$/.exec(said)
  if (!parts) return { said, form: 'other', organId: null, on: null, number: null, notation: null }
  const [, organId, on, number, notation] = parts.map((part) => part.trim()) as [string, string, string, string, string]
  return { said, form: 'standard', organId, on: readDay(on).day, number, notation }
}

/** `on`: YYYY-MM-DD, the day of signing. */
export function writeDocumentId(of: { organId: string; on: string; number: string; notation: string }): string {
  return `${of.organId},${of.on.replaceAll('-', '/')},${of.number}/${of.notation}`
}
