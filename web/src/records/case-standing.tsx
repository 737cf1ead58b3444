import { useTranslation } from 'react-i18next'
import { useMe } from '../shell/session.ts'
import type { CaseRow } from './case-queries.ts'

/** Where a case is, in words; what is past its day for the archive is said. */
export function CaseStanding({ one: { state, isOverdue } }: { one: Pick<CaseRow, 'state' | 'isOverdue'> }) {
  const { t } = useTranslation()
  return (
    <>
      <span className={`tag case-tag case-${state}`}>{t(`cases.state.${state}`)}</span>
      {isOverdue ? <span className="tag case-tag case-late">{t('cases.overdue')}</span> : null}
    </>
  )
}

/** "Permanently", "10 years". */
export function useRetentionWords(): (of: { retentionYears: number | null }) => string {
  const { t } = useTranslation()
  return ({ retentionYears: years }) => (years === null ? t('cases.permanent') : t('cases.years', { count: years }))
}

/** This year and the nine before it. */
export function useYears(): number[] {
  const year = Number(useMe().today.slice(0, 4))
  return Array.from({ length: 10 }, (_, back) => year - back)
}
