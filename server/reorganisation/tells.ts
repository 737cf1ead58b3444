/** Agencies that take over are told by one line, not by one for each of thousands of tasks. */
import { sql } from 'kysely'
import { dayInVietnam, formatNumber } from '../platform/calendar.ts'
import { within } from '../platform/db.ts'
import { noted, type Tell } from '../platform/tell.ts'
import { workersOf } from '../registry/index.ts'
import type { ReorganisationDb } from './db.ts'

interface Heir {
  id: number
  name: string
  leads: number
  parts: number
}

export const reorganisationTells: readonly Tell[] = [
  {
    events: ['reorganisation.applied'],
    tell: async (trx, { detail, at }) => {
      const runId = noted(detail, 'runId', 'number') ?? 0
      const { rows: heirs } = await sql<Heir>`
        select h.id, a.name, count(*) filter (where h.part = 'lead')::integer as leads,
               count(*) filter (where h.part = 'part')::integer as parts
        from (
          select t.lead_agency_id as id, m.part, m.task_id
          from reorganisation.move m join tasks.task_card t on t.task_id = m.task_id
          where m.run_id = ${runId} and m.part = 'lead'
          union
          select p.agency_id, m.part, m.task_id
          from reorganisation.move m
          join reorganisation.line l on l.line_id = m.line_id
          join registry.succession_card s on s.old_agency_id = l.old_agency_id and s.kind = 'main'
          join tasks.party_card p on p.task_id = m.task_id and p.agency_id = s.new_agency_id and not p.is_accountable
          where m.run_id = ${runId} and m.part = 'part'
        ) h join registry.agency_latest a on a.agency_id = h.id
        group by h.id, a.name order by leads desc, h.id`.execute(within<ReorganisationDb>(trx))
      const workers = await workersOf(
        trx,
        heirs.map(({ id }) => id),
        'task.carryOut',
        dayInVietnam(at),
      )
      return heirs.map(({ id, name, leads, parts }) => ({
        kind: 'reorganisation' as const,
        about: {
          code: null,
          title: noted(detail, 'title', 'string') ?? '',
          to: `/nhiem-vu?agencyId=${id}&standing=open`,
          note: `${name} nhận ${[
            leads > 0 ? `${formatNumber(leads)} nhiệm vụ chủ trì` : [],
            parts > 0 ? `${formatNumber(parts)} nhiệm vụ phối hợp` : [],
          ]
            .flat()
            .join(', ')}`,
        },
        people: workers
          .filter(({ agencyId }) => agencyId === id)
          .map(({ personId, agencyId, isFocal }) => ({ personId, agencyId, isFocal, why: 'lead' as const })),
      }))
    },
  },
]
