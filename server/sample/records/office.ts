import { sql } from 'kysely'
import type { KnownActor } from '../../platform/actor.ts'
import type { Db } from '../../platform/db.ts'
import { actorsOf } from '../people.ts'
import { THEMES } from '../themes.ts'

/** A body whose books are in the sample, with its people. */
export interface Body {
  slug: string
  agencyId: number
  name: string
  place: string
  /** Numbers of its documents and how many come and go are drawn from it. */
  seed: number
  clerk: KnownActor
  /** Signs; assigns what comes in. */
  leader: KnownActor
  /** Leads the office of the body; checks drafts. */
  head: KnownActor
  /** Works in that office. */
  drafter: KnownActor
  /** Works there too, and gives opinions; the drafter where there is nobody else. */
  colleague: KnownActor
  topics: readonly string[]
}

const BODIES = [
  {
    slug: 'bo-tai-chinh',
    place: 'Hà Nội',
    people: {
      clerk: 'vanthubtc',
      leader: 'thutruongbtc',
      head: 'chanhvpbtc',
      drafter: 'soanthaobtc',
      colleague: 'thamdinhbtc',
    },
    ledBy: 'Bộ Tài chính',
  },
  {
    slug: 'bo-y-te',
    place: 'Hà Nội',
    people: {
      clerk: 'vanthubyt',
      leader: 'lanhdaobyt',
      head: 'chanhvpbyt',
      drafter: 'soanthaobyt',
      colleague: 'soanthaobyt',
    },
    ledBy: 'Bộ Y tế',
  },
  {
    slug: 'ubnd-quang-ninh',
    place: 'Quảng Ninh',
    people: {
      clerk: 'vanthuqn',
      leader: 'lanhdaoqn',
      head: 'chanhvpqn',
      drafter: 'soanthaoqn',
      colleague: 'soanthaoqn',
    },
    ledBy: null,
  },
] as const

/** Two ministries and a province; null where their people are not there (an earlier version of the sample). */
export async function bodiesOf(db: Db, today: string): Promise<Body[] | null> {
  const bodies: Body[] = []
  for (const [place, { slug, people, ledBy, ...rest }] of BODIES.entries()) {
    const actors = await actorsOf(db, people, today)
    if (!actors) return null
    const topics = THEMES.filter(({ leads, isCentral }) =>
      ledBy === null ? !isCentral : leads.some(([name]) => name === ledBy),
    ).flatMap((theme) => theme.topics)
    const { agencyId, agencyName } = actors.clerk
    bodies.push({ slug, agencyId, name: agencyName, seed: 7_310 + place, topics, ...actors, ...rest })
  }
  return bodies
}

/** Agencies that write to such a body, on a day: each with the abbreviation that its numbers have. */
export interface Sender {
  id: number
  name: string
  abbreviation: string
  isProvince: boolean
}

export async function sendersOn(db: Db, today: string): Promise<Sender[]> {
  const { rows } = await sql<Sender>`
    select c.agency_id as id, c.name, case when c.kind = 'province' then 'UBND' else c.abbreviation end as abbreviation,
           c.kind = 'province' as "isProvince"
    from registry.agency_card c
    where c.valid @> ${today}::date and c.parent_id is null and (c.kind in ('ministry', 'province') or c.slug in ('van-phong-chinh-phu', 'thu-tuong-chinh-phu'))
      and (c.kind = 'province' or c.abbreviation is not null)
    order by c.position, c.agency_id`.execute(db)
  return rows
}
