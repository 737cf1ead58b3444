import { sql } from 'kysely'
import type { Actor } from '../actor.ts'
import { type AnyHandle, type Database, reading } from '../db.ts'
import type { SubjectNames } from './subject-names.ts'

export interface NamedSubject {
  name: string
  to: string | null
}

/** How the subjects of rows are called now, with their pages where the actor may open them, by kind and id, one query for each kind; what no room names is left out. */
export async function nameSubjects(
  db: AnyHandle,
  actor: Actor,
  names: readonly SubjectNames[],
  subjects: readonly { subjectKind: string; subjectId: string }[],
): Promise<(kind: string, id: string) => NamedSubject | undefined> {
  const found = new Map<string, NamedSubject>()
  for (const { kind, named, opens = () => true } of names) {
    const ids = subjects.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? subjectId : []))
    if (ids.length === 0) continue
    const { rows } = await sql<
      NamedSubject & { id: string }
    >`${named(sql`${[...new Set(ids)]}::text[]`, actor)}`.execute(reading<Pick<Database, 'platform.audit'>>(db))
    for (const { id, name, to } of rows) found.set(`${kind} ${id}`, { name, to: opens(actor) ? to : null })
  }
  return (kind, id) => found.get(`${kind} ${id}`)
}
