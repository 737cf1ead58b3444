import type { Act } from '../form/act.tsx'
import type { AgencyAct, AgencyTarget } from './act.tsx'
import { alias } from './acts/alias.tsx'
import { change } from './acts/change.tsx'
import { code } from './acts/code.tsx'
import { end } from './acts/end.tsx'
import { endCode } from './acts/end-code.tsx'
import { found } from './acts/found.tsx'
import { reopen } from './acts/reopen.tsx'
import { succession } from './acts/succession.tsx'
import { unit } from './acts/unit.tsx'
import { withdrawAlias } from './acts/withdraw-alias.tsx'
import { withdrawSuccession } from './acts/withdraw-succession.tsx'

/** Every act on an agency: one file each, with its fields and its request. */
export const ACTS: Record<AgencyAct, Act<AgencyAct, AgencyTarget>> = {
  found,
  unit,
  change,
  end,
  reopen,
  succession,
  withdrawSuccession,
  code,
  endCode,
  alias,
  withdrawAlias,
}
