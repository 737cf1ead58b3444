import { join } from 'node:path'
import { Kysely, PostgresDialect } from 'kysely'
import type { AuditWiring } from '../audit/wiring.ts'
import type { EventDescription } from '../audit.ts'
import { openPool } from '../db.ts'
import { HOUSE_ORDER } from '../room.ts'
import { readRoutines, readTables } from './catalogue.ts'
import { schemaPicture } from './picture.ts'
import { databaseTypes } from './types.ts'

/** A generated file: its path and its content. */
export interface Drawing {
  path: string
  text: string
}

/** `server/database.gen.ts` and each room's `schema.sql`, drawn from the migrated database at `url`. */
export async function databaseDrawings(url: string, serverDir: string): Promise<Drawing[]> {
  const db = new Kysely<Record<string, never>>({ dialect: new PostgresDialect({ pool: openPool(url, { max: 1 }) }) })
  try {
    const tables = await readTables(db, HOUSE_ORDER)
    const routines = await readRoutines(db, HOUSE_ORDER)
    const there = HOUSE_ORDER.filter((schema) => tables.some((table) => table.schema === schema))
    return [
      { path: join(serverDir, 'database.gen.ts'), text: databaseTypes(tables) },
      ...there.map((schema) => ({
        path: join(serverDir, schema, 'schema.sql'),
        text: schemaPicture(
          tables.filter((table) => table.schema === schema),
          routines.filter((routine) => routine.schema === schema),
        ),
      })),
    ]
  } finally {
    await db.destroy()
  }
}

/** `docs/audit-events.md`: every event that is recorded, and what is only announced to systems of agencies. */
export function eventsDrawing(docsDir: string, { events, publicEvents }: AuditWiring): Drawing {
  const row = ({ name, vi, en }: EventDescription, ...more: string[]) =>
    `| ${[`\`${name}\``, cell(vi), cell(en), ...more].join(' | ')} |\n`
  return {
    path: join(docsDir, 'audit-events.md'),
    text: [
      '# Acts recorded in the log\n',
      'Written by `node server/generate.ts` from what the rooms announce. Every act is one row of `platform.audit`: who, what,',
      'to what, on which day, recorded when, before and after. Of a public one, systems of agencies may be notified (webhooks).\n',
      '| event | nội dung | meaning | public |',
      '| --- | --- | --- | --- |',
      events.map((event) => row(event, event.isPublic ? 'yes' : '')).join(''),
      '## Announced and not recorded\n',
      'Public as well; the acts themselves have their own rows.\n',
      '| event | nội dung | meaning |',
      '| --- | --- | --- |',
      publicEvents
        .filter(({ isRecorded }) => isRecorded === false)
        .map((event) => row(event))
        .join(''),
    ].join('\n'),
  }
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ')
}
