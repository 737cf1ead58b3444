import { entries as agencies } from './agencies/entries.ts'
import { entries as audit } from './audit/entries.ts'
import { entries as connections } from './connections/entries.ts'
import { entries as directives } from './directives/entries.ts'
import { entries as mail } from './mail/entries.ts'
import { entries as overview } from './overview/entries.ts'
import { entries as people } from './people/entries.ts'
import { entries as programme } from './programme/entries.ts'
import { entries as records } from './records/entries.ts'
import { entries as reorganisation } from './reorganisation/entries.ts'
import { entries as reports } from './reports/entries.ts'
import type { MenuEntry } from './shell/entry-icon.tsx'
import { entries as taskforce } from './taskforce/entries.ts'
import { entries as tasks } from './tasks/entries.ts'
import { entries as urging } from './urging/entries.ts'
import { entries as workingDays } from './working-days/entries.ts'
import { entries as worklists } from './worklists/entries.ts'

/** The entries of every feature. */
export const entries: readonly MenuEntry[] = [
  ...agencies,
  ...audit,
  ...connections,
  ...directives,
  ...mail,
  ...overview,
  ...people,
  ...programme,
  ...records,
  ...reorganisation,
  ...reports,
  ...taskforce,
  ...tasks,
  ...urging,
  ...workingDays,
  ...worklists,
]
