import type { Query } from '@dieuhanh/client'
import { compact, id, oneOf, type Raw, text } from './parse.ts'

type CasesQuery = Query<'/api/records/cases'>
export const CASE_STATES = [
  'open',
  'closed',
  'dueForArchive',
  'handedOver',
  'accepted',
  'destructionProposed',
  'destroyed',
] as const satisfies readonly NonNullable<CasesQuery['state']>[]
export const CASE_COUNTS = [
  'opened',
  'closed',
  'due',
  'inTime',
  'late',
  'overdue',
] as const satisfies readonly NonNullable<CasesQuery['counted']>[]
export const DESTRUCTION_STATES = [
  'proposed',
  'considered',
  'decided',
  'declined',
  'withdrawn',
  'carriedOut',
] as const satisfies readonly NonNullable<Query<'/api/records/destructions'>['state']>[]
export const ARCHIVE_TABS = ['offered', 'due', 'ended', 'handOvers', 'destructions', 'figures'] as const
export type ArchiveTab = (typeof ARCHIVE_TABS)[number]

const year = (value: unknown) => {
  const found = id(value)
  return found !== undefined && found >= 2000 && found <= 2999 ? found : undefined
}
const yes = (value: unknown) => oneOf(['true'] as const)(String(value))

export interface CasesSearch {
  year?: number
  unitId?: number
  isMine?: 'true'
  state?: (typeof CASE_STATES)[number]
  counted?: (typeof CASE_COUNTS)[number]
  search?: string
  /** The act whose form is open. */
  act?: string
  /** The line of a nomenclature that the case to be opened is of. */
  line?: number
}
export const casesSearchOf = (raw: Raw): CasesSearch =>
  compact({
    year: year(raw.year),
    unitId: id(raw.unitId),
    isMine: yes(raw.isMine),
    state: oneOf(CASE_STATES)(raw.state),
    counted: oneOf(CASE_COUNTS)(raw.counted),
    search: text(raw.search, 200),
    act: text(raw.act, 60),
    line: id(raw.line),
  })

/** A page of one thing: the act whose form is open, and the item or line it is on. */
export interface ArchiveActSearch {
  act?: string
  item?: number
}
export const archiveActSearchOf = (raw: Raw): ArchiveActSearch =>
  compact({ act: text(raw.act, 60), item: id(raw.item) })

export interface ArchiveSearch extends ArchiveActSearch {
  tab?: ArchiveTab
  destruction?: (typeof DESTRUCTION_STATES)[number]
  year?: number
}
export const archiveSearchOf = (raw: Raw): ArchiveSearch =>
  compact({
    ...archiveActSearchOf(raw),
    tab: oneOf(ARCHIVE_TABS)(raw.tab),
    destruction: oneOf(DESTRUCTION_STATES)(raw.destruction),
    year: year(raw.year),
  })

export const caseFilesPath = (caseId: number): string => `/api/records/cases/${caseId}/files`
export const casePaperPath = (caseId: number): string => `/api/records/cases/${caseId}/paper`
export const caseItemFilePath = (caseId: number, itemId: number): string =>
  `/api/records/cases/${caseId}/items/${itemId}/file`
export const handOverFilePath = (handOverId: number, part: 'package' | 'minutes'): string =>
  `/api/records/hand-overs/${handOverId}/${part}`
export const destructionMinutesPath = (destructionId: number): string =>
  `/api/records/destructions/${destructionId}/minutes`
export const nomenclatureFilePath = (nomenclatureId: number, format: 'pdf' | 'xlsx'): string =>
  `/api/records/nomenclatures/${nomenclatureId}/file?format=${format}`
