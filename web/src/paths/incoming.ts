import type { Query } from '@dieuhanh/client'
import { compact, day, id, oneOf, type Raw, text } from './parse.ts'

type Asked = Query<'/api/records/incoming'>
type AskedParts = Query<'/api/records/handlings'>
export const INCOMING_LISTS = [
  'toRegister',
  'duplicates',
  'toPresent',
  'toAssign',
  'givenBack',
  'dueToday',
  'returned',
  'all',
] as const satisfies readonly NonNullable<Asked['list']>[]
export type IncomingListName = (typeof INCOMING_LISTS)[number]
export const INCOMING_STATES = [
  'arrived',
  'registered',
  'presented',
  'assigned',
  'underway',
  'done',
  'returned',
  'refused',
] as const satisfies readonly NonNullable<Asked['state']>[]
export const INCOMING_STEPS = ['register', 'present', 'assign', 'handle'] as const satisfies readonly NonNullable<
  Asked['step']
>[]
export const HANDLING_LISTS = ['mine', 'unit', 'all'] as const satisfies readonly NonNullable<AskedParts['list']>[]
export type HandlingListName = (typeof HANDLING_LISTS)[number]
export const HANDLING_STATES = [
  'assigned',
  'underway',
  'done',
  'givenBack',
  'withdrawn',
] as const satisfies readonly NonNullable<AskedParts['state']>[]
export const PARTS = ['lead', 'coordinate', 'know'] as const satisfies readonly NonNullable<AskedParts['part']>[]

type Flag = 'true' | 'false'
const flag = (value: unknown) => oneOf(['true', 'false'] as const)(String(value))

export interface IncomingSearch {
  list?: IncomingListName
  state?: (typeof INCOMING_STATES)[number]
  senderId?: number
  from?: string
  to?: string
  registeredFrom?: string
  registeredTo?: string
  urgent?: Flag
  overdue?: Flag
  late?: Flag
  step?: (typeof INCOMING_STEPS)[number]
  kind?: string
  taskId?: number
  directiveId?: number
  words?: string
}
export const incomingSearchOf = (raw: Raw): IncomingSearch =>
  compact({
    list: oneOf(INCOMING_LISTS)(raw.list),
    state: oneOf(INCOMING_STATES)(raw.state),
    senderId: id(raw.senderId),
    from: day(raw.from),
    to: day(raw.to),
    registeredFrom: day(raw.registeredFrom),
    registeredTo: day(raw.registeredTo),
    urgent: flag(raw.urgent),
    overdue: flag(raw.overdue),
    late: flag(raw.late),
    step: oneOf(INCOMING_STEPS)(raw.step),
    kind: text(raw.kind, 10),
    taskId: id(raw.taskId),
    directiveId: id(raw.directiveId),
    words: text(raw.words, 200),
  }) as IncomingSearch

export interface HandlingSearch {
  list?: HandlingListName
  state?: (typeof HANDLING_STATES)[number]
  part?: (typeof PARTS)[number]
  open?: Flag
  overdue?: Flag
  late?: Flag
  isOnline?: Flag
  direct?: Flag
  unitId?: number
  personId?: number
  endedFrom?: string
  endedTo?: string
  words?: string
}
export const handlingSearchOf = (raw: Raw): HandlingSearch =>
  compact({
    list: oneOf(HANDLING_LISTS)(raw.list),
    state: oneOf(HANDLING_STATES)(raw.state),
    part: oneOf(PARTS)(raw.part),
    open: flag(raw.open),
    overdue: flag(raw.overdue),
    late: flag(raw.late),
    isOnline: flag(raw.isOnline),
    direct: flag(raw.direct),
    unitId: id(raw.unitId),
    personId: id(raw.personId),
    endedFrom: day(raw.endedFrom),
    endedTo: day(raw.endedTo),
    words: text(raw.words, 200),
  }) as HandlingSearch

export interface IncomingPageSearch {
  /** The act whose form is open. */
  act?: string
  /** The part it is on. */
  part?: number
}
export const incomingPageSearchOf = (raw: Raw): IncomingPageSearch =>
  compact({ act: text(raw.act, 60), part: id(raw.part) }) as IncomingPageSearch

export interface IncomingBookSearch {
  year?: number
  words?: string
}
export const incomingBookSearchOf = (raw: Raw): IncomingBookSearch => {
  const year = id(raw.year)
  return compact({ year: year && year >= 1945 && year <= 9999 ? year : undefined, words: text(raw.words, 200) })
}

export interface PeriodSearch {
  from?: string
  to?: string
}
export const periodSearchOf = (raw: Raw): PeriodSearch => compact({ from: day(raw.from), to: day(raw.to) })

export const incomingPath = '/api/records/incoming'
export const incomingFilesPath = (documentId: number): string => `${incomingPath}/${documentId}/files`
export const incomingFilePath = (documentId: number, fileId: number): string =>
  `${incomingFilesPath(documentId)}/${fileId}`
export const incomingBookPath = (
  format: 'pdf' | 'xlsx',
  search: { year: number; words?: string | undefined },
): string =>
  `${incomingPath}/book/file?${new URLSearchParams({
    format,
    year: String(search.year),
    ...(search.words ? { words: search.words } : {}),
  })}`
export const copyPath = (copyId: number): string => `/api/records/copies/${copyId}/pdf`
