import { sql } from 'kysely'
import type { Actor } from '../platform/actor.ts'
import { type AnyHandle, type Handle, reading } from '../platform/db.ts'
import { checkMayTakeOut } from './access.ts'
import type { DirectivesDb } from './db.ts'
import type { KnowledgeCard, LABEL_ROLES } from './label-shapes.ts'

/**
 * What this office adds to the words of the library: its labels in force, and every agency of the registry with all names
 * it ever had, because the day of a document is not known before it is read. Which agency a name meant on that day is
 * decided afterwards, by match.ts. A few thousand short texts, read once for each document.
 */
export async function knowledgeOf(db: Handle<DirectivesDb>): Promise<KnowledgeCard> {
  const units = await db
    .selectFrom('registry.agency_latest as a')
    .innerJoin('registry.agency_spelling as s', 's.agency_id', 'a.agency_id')
    .select(['a.name', sql<string[]>`array_agg(s.spelling order by s.spelling)`.as('aliases')])
    .groupBy(['a.agency_id', 'a.name'])
    .orderBy('a.agency_id')
    .$castTo<{ name: string; aliases: string[] }>()
    .execute()
  const labels = await db
    .selectFrom('directives.label')
    .select(['phrase', 'role'])
    .where('withdrawn_at', 'is', null)
    .orderBy('label_id')
    .$castTo<{ phrase: string; role: (typeof LABEL_ROLES)[number] }>()
    .execute()
  return { units, labels }
}

/** The same, for those who administer it. */
export async function knowledgeToTakeOut(db: AnyHandle, actor: Actor): Promise<KnowledgeCard> {
  checkMayTakeOut(actor)
  return knowledgeOf(reading<DirectivesDb>(db))
}
