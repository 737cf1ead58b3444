import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { AGENCY_KINDS } from '../paths/agencies.ts'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { compareVi, showNumber } from '../ui/format.ts'
import type { Agency, Kind } from './queries.ts'

interface Props {
  /** Every agency of the day, for the names of parents. */
  all: readonly Agency[]
  picked: readonly Agency[]
  /** Whether a search or a kind is set: then the list is flat, and each row names its parent. */
  isNarrowed: boolean
  on: string
}

/** Agencies by kind, each with its units folded under it. */
export function AgencyTree({ all, picked, isNarrowed, on }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const under = new Map<number, Agency[]>()
  for (const agency of all) {
    if (agency.parentId !== null) under.set(agency.parentId, [...(under.get(agency.parentId) ?? []), agency])
  }
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const heads = isNarrowed ? picked : picked.filter(({ parentId }) => parentId === null)
  return (
    <div className="agency-kinds">
      {AGENCY_KINDS.map((kind) => {
        const members = heads.filter((agency) => agency.kind === kind)
        if (members.length === 0) return null
        return (
          <section key={kind} className={`panel agency-kind ${kind}`} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>
              {t(`agencies.kinds.${kind}`)} <span className="soft tabular">{showNumber(members.length, language)}</span>
            </h2>
            <ul className="agency-list">
              {inOrder(members, kind).map((agency) => (
                <li key={agency.id} data-testid="agency">
                  <Branch
                    agency={agency}
                    under={isNarrowed ? undefined : under}
                    above={isNarrowed && agency.parentId !== null ? names.get(agency.parentId) : undefined}
                    on={on}
                  />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** Ministries are in protocol order; the 63 provinces are sorted by name. */
function inOrder(agencies: Agency[], kind: Kind): Agency[] {
  if (kind !== 'province') return agencies
  const area = ({ name }: Agency) => name.replace(/^Ủy ban nhân dân (tỉnh|thành phố) /iu, '')
  return [...agencies].sort((a, b) => compareVi(area(a), area(b)))
}

function Branch({
  agency,
  under,
  above,
  on,
}: {
  agency: Agency
  under: Map<number, Agency[]> | undefined
  above?: string | undefined
  on: string
}) {
  const { t } = useTranslation()
  const units = under?.get(agency.id) ?? []
  return (
    <>
      <AgencyLink agency={agency} on={on} />
      {above ? <span className="soft"> {t('agencies.of', { name: above })}</span> : null}
      {units.length > 0 ? (
        <details className="agency-units">
          <summary>{t('agencies.units', { number: units.length })}</summary>
          <ul className="agency-list">
            {units.map((unit) => (
              <li key={unit.id}>
                <Branch agency={unit} under={under} on={on} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  )
}

/** An agency under its name of the day, with its abbreviation; opens it on that day. */
export function AgencyLink({ agency, on }: { agency: Pick<Agency, 'id' | 'name' | 'abbreviation'>; on: string }) {
  const me = useMe()
  const { id, name, abbreviation } = agency
  // The abbreviation of a People's Committee only repeats its name.
  const short = abbreviation && !abbreviation.startsWith('UBND') ? abbreviation : null
  return (
    <>
      <Link to="/co-quan/$id" params={{ id: String(id) }} search={on === me.today ? {} : { on }} data-row>
        {name}
      </Link>
      {short ? <span className="tag">{short}</span> : null}
    </>
  )
}
