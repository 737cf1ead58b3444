import type { Act } from '../form/act.tsx'
import type { PlanTarget } from './act.tsx'
import { choose } from './acts/choose.tsx'
import { plan } from './acts/plan.tsx'
import { withdraw } from './acts/withdraw.tsx'
import type { PlanAct } from './queries.ts'

/** Every change to the calendar of a year: one file each, with its fields and its request. */
export const ACTS: Record<PlanAct, Act<PlanAct, PlanTarget>> = { plan, choose, withdraw }
