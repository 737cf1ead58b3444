import type { Act } from '../form/act.tsx'
import { annul } from './acts/annul.tsx'
import { askChange } from './acts/ask-change.tsx'
import { check } from './acts/check.tsx'
import { decideChange } from './acts/decide-change.tsx'
import { consider, revise } from './acts/on-day.tsx'
import { correct, giveTask, listIn, planStep, promise, tieTask, untieTask } from './acts/prepare.tsx'
import { submit } from './acts/submit.tsx'
import { issue, sign } from './acts/text.tsx'
import { withdrawChange } from './acts/withdraw-change.tsx'
import type { Item, ItemAct } from './queries.ts'

/** The acts on an entry, each with its fields and its request. */
export const FORMS: Record<ItemAct, Act<ItemAct, Item>> = {
  submit,
  check,
  consider,
  revise,
  sign,
  issue,
  askChange,
  decideChange,
  withdrawChange,
  promise,
  planStep,
  tieTask,
  giveTask,
  untieTask,
  listIn,
  correct,
  annul,
}
