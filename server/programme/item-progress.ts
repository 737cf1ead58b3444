import { Conflict } from '../platform/errors.ts'

/**
 * The life of an entry of the work programme: registered → planned → submitted → complete → considered → signed → issued. A
 * file that lacks something is returned and submitted again; whether an entry is due or owed is no state but follows from
 * the day (`debt.ts`). Pure: only which step leads where.
 */
export const ITEM_STATES = [
  'registered',
  'planned',
  'submitted',
  'returned',
  'complete',
  'considered',
  'revising',
  'signed',
  'issued',
  'stopped',
] as const
export type ItemState = (typeof ITEM_STATES)[number]

export type ItemStep =
  | 'approve'
  | 'submit'
  | 'complete'
  | 'returnFile'
  | 'consider'
  | 'revise'
  | 'sign'
  | 'issue'
  | 'stop'
  /** Asking for and deciding on a later due day, another lead, a merger, a division. */
  | 'postpone'
  | 'changeLead'
  | 'divide'
  | 'promise'
  | 'planStep'
  /** In one more programme. */
  | 'list'
  | 'correct'
  /** The last step never was; the state before it follows from what remains. */
  | 'annul'

const OPEN = { planned: 'planned', returned: 'returned' } as const
const IN_PROGRAMME = {
  ...OPEN,
  submitted: 'submitted',
  complete: 'complete',
  considered: 'considered',
  revising: 'revising',
} as const
const ALIVE = { registered: 'registered', ...IN_PROGRAMME } as const

const TABLE: Record<ItemStep, Partial<Record<ItemState, ItemState>>> = {
  approve: { registered: 'planned' },
  submit: { planned: 'submitted', returned: 'submitted' },
  complete: { submitted: 'complete' },
  returnFile: { submitted: 'returned' },
  consider: { complete: 'considered', revising: 'considered' },
  revise: { considered: 'revising' },
  sign: { complete: 'signed', considered: 'signed', revising: 'signed' },
  issue: { signed: 'issued' },
  stop: {
    registered: 'stopped',
    planned: 'stopped',
    submitted: 'stopped',
    returned: 'stopped',
    complete: 'stopped',
    considered: 'stopped',
    revising: 'stopped',
  },
  postpone: OPEN,
  changeLead: ALIVE,
  divide: OPEN,
  promise: OPEN,
  planStep: ALIVE,
  list: { ...IN_PROGRAMME, signed: 'signed', issued: 'issued' },
  correct: { ...ALIVE, signed: 'signed', issued: 'issued' },
  annul: {
    submitted: 'submitted',
    returned: 'returned',
    complete: 'complete',
    considered: 'considered',
    revising: 'revising',
    signed: 'signed',
    issued: 'issued',
    stopped: 'stopped',
  },
}

/** States in which the file is with the Government: the debt has ended, the work has not. */
const SENT: ReadonlySet<ItemState> = new Set(['submitted', 'complete', 'considered', 'revising', 'signed', 'issued'])
export const isSent = (state: ItemState): boolean => SENT.has(state)
/** States in which the lead body still has to submit. */
export const isOpen = (state: ItemState): boolean => state === 'planned' || state === 'returned'

export const next = (state: ItemState, step: ItemStep): ItemState | undefined => TABLE[step][state]

/** States of an entry that one more programme may list, by hand or by an annex. */
export const LISTABLE = ITEM_STATES.filter((state) => next(state, 'list') !== undefined)

/** The state after the step. Throws `programme.wrong_state` with the state and what to do first. */
export function move(state: ItemState, step: ItemStep): ItemState {
  const to = next(state, step)
  if (to !== undefined) return to
  throw new Conflict(
    'programme.wrong_state',
    `Đề án đang ở trạng thái “${ITEM_STATE_NAMES[state]}”. ${remedy(state)}`,
    {
      extra: { state },
    },
  )
}

export const ITEM_STATE_NAMES: Record<ItemState, string> = {
  registered: 'đã đăng ký, chờ duyệt vào chương trình',
  planned: 'trong chương trình, chưa trình',
  submitted: 'đã trình, chờ kiểm tra hồ sơ',
  returned: 'hồ sơ bị trả lại',
  complete: 'hồ sơ đầy đủ',
  considered: 'đã xem xét, cho ý kiến',
  revising: 'đang tiếp thu, chỉnh lý',
  signed: 'đã ký',
  issued: 'đã ban hành',
  stopped: 'đã dừng',
}

function remedy(state: ItemState): string {
  switch (state) {
    case 'registered':
      return 'Phải quyết định đưa vào chương trình trước.'
    case 'planned':
      return 'Cơ quan chủ trì phải trình trước.'
    case 'returned':
      return 'Cơ quan chủ trì phải bổ sung và trình lại trước.'
    case 'submitted':
      return 'Văn phòng phải kiểm tra hồ sơ trước.'
    case 'signed':
      return 'Chỉ còn ghi việc ban hành.'
    case 'issued':
      return 'Văn bản đã ban hành; nếu ghi sai, cán bộ theo dõi chương trình hủy ghi nhận đó.'
    case 'stopped':
      return 'Đề án đã dừng; nếu ghi sai, người ghi quyết định hủy ghi nhận đó.'
    default:
      return 'Bước này không làm được ở trạng thái đó.'
  }
}
