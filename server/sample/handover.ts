import { systemActor } from '../platform/actor.ts'
import type { PastAct } from '../tasks/index.ts'
import type { SampleAgency } from './agencies.ts'
import { dayOf, isoOf, type OfficeDays } from './days.ts'

type Heir = NonNullable<SampleAgency['heir']>

/**
 * The acts of a task whose lead ended before they were complete: the task is transferred to the heir on the first working
 * day of the reorganisation, and the heir continues it. What was done or reported by then stays with the former agency.
 */
export function handedOver(acts: readonly PastAct[], agency: SampleAgency, heir: Heir, offices: OfficeDays): PastAct[] {
  const day = isoOf(offices.from(dayOf(heir.on)))
  let place = acts.findIndex(({ on }) => on >= day)
  if (place < 0) place = acts.length
  // Reported done: the giver decides first. If confirmed, nothing is left to transfer; if sent back, it is transferred then.
  if (acts[place - 1]?.act === 'reportDone') {
    if (acts[place]?.act !== 'sendBack') return [...acts]
    place += 1
  }
  if (acts[place - 1]?.act === 'confirm') return [...acts]
  const before = acts.slice(0, place)
  const after = acts.slice(place)
  const on = [day, before.at(-1)?.on ?? day].sort().at(-1)!
  const by = systemActor(`Đầu mối ${heir.name} (MẪU)`)
  const latest = after[0]?.on
  const soon = (days: number) => [isoOf(offices.from(dayOf(on) + days)), latest ?? '9999-12-31'].sort()[0]!
  const begun = after.filter(({ act }) => act !== 'receive' && act !== 'start')
  return [
    ...before,
    {
      act: 'transfer',
      agencyId: heir.id,
      agencyName: heir.name,
      reason: `Sắp xếp tổ chức bộ máy: ${agency.name} kết thúc hoạt động`,
      on,
      by: FOLLOW_UP,
    },
    { act: 'receive', on: soon(1), by },
    { act: 'start', on: soon(4), by },
    ...begun.map((act) => (isOfLead(act) ? { ...act, by } : act)),
  ]
}

/** An unnamed officer of the follow-up unit. */
export const FOLLOW_UP = systemActor('Chuyên viên theo dõi (MẪU)')

function isOfLead({ act }: PastAct): boolean {
  return act === 'receive' || act === 'start' || act === 'report' || act === 'reportDone'
}
