import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths/overview.ts'
import { hasPart } from '../shell/entry.ts'
import { useMe } from '../shell/session.ts'

export const PARTS = ['lead', 'coordinating', 'both'] as const
export type Part = (typeof PARTS)[number]

/** Which part the user's own agency has in the tasks shown; null for whoever's page is not about one agency. */
export function usePart({ agencyId, coordinatingId }: OverviewSearch): Part | null {
  const me = useMe()
  if (!hasPart(me)) return null
  if (agencyId === me.agencyId) return 'lead'
  if (coordinatingId === me.agencyId) return 'coordinating'
  return agencyId === undefined && coordinatingId === undefined ? 'both' : null
}

/** What the agency answers for, what it helps with, or both: one click, kept in the address. */
export function PartSwitch({ search, onChange }: { search: OverviewSearch; onChange: (to: OverviewSearch) => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const part = usePart(search)
  if (part === null) return null
  return (
    <Segmented<Part>
      value={part}
      onChange={(chosen) =>
        onChange({
          agencyId: chosen === 'lead' ? me.agencyId : undefined,
          coordinatingId: chosen === 'coordinating' ? me.agencyId : undefined,
        })
      }
      aria-label={t('overview.part')}
      data-testid="part-switch"
      options={PARTS.map((value) => ({ value, label: t(`overview.parts.${value}`) }))}
      className="screen-only"
    />
  )
}
