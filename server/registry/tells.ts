/** Who is told of what happens to people: whoever must decide about it, and whoever may now act in another's post. */
import { sql } from 'kysely'
import { dayInVietnam, formatDay } from '../platform/calendar.ts'
import { type AnyTransaction, within } from '../platform/db.ts'
import { noted, type Tell } from '../platform/tell.ts'
import type { RegistryDb } from './db.ts'
import { overseersOf } from './workers.ts'

async function nameOf(trx: AnyTransaction, id: number): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select full_name as name from registry.person where person_id = ${id}`.execute(within<RegistryDb>(trx))
  return rows[0]?.name ?? ''
}

export const registryTells: readonly Tell[] = [
  {
    // It waits for a second administrator: neither the one who asked nor the one it is for decides it.
    events: ['person.resetRequested'],
    tell: async (trx, { actor, at, subject }) => {
      const id = Number(subject.id)
      const barred = [id, 'system' in actor ? null : (actor.onBehalfOf?.personId ?? null)]
      const keepers = await overseersOf(trx, 'people.keep', dayInVietnam(at))
      const people = keepers
        .filter(({ personId }) => !barred.includes(personId))
        .map(({ personId }) => ({ personId, agencyId: null, why: 'administrator' as const }))
      const title = `Đặt lại mật khẩu của ${await nameOf(trx, id)}`
      return [{ kind: 'account', about: { code: null, title, to: `/nguoi-dung/${id}` }, people }]
    },
  },
  {
    events: ['person.deputed', 'person.deputationRevoked'],
    tell: async (trx, { before, after, subject }) => {
      const made = after ?? before
      const personId = noted(made, 'deputyId', 'number')
      if (personId === undefined) return []
      const days = ['from', 'to'].map((end) => formatDay(noted(made, end, 'string') ?? ''))
      const title = `Làm thay ${await nameOf(trx, Number(subject.id))}`
      const note = `Từ ${days[0]} đến ${days[1]}`
      const people = [{ personId, agencyId: null, why: 'deputy' as const }]
      return [{ kind: 'account', about: { code: null, title, to: '/tai-khoan', note }, people }]
    },
  },
]
