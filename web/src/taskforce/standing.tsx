import { useTranslation } from 'react-i18next'
import type { Finding, Inspection, Recommendation } from './queries.ts'

/** Never colour alone: the word is always there. */
const TONE: Record<string, string> = {
  overdueAnswer: 'late',
  late: 'late',
  open: 'waiting',
  waiting: 'waiting',
  findingsSent: 'waiting',
  claimed: 'waiting',
  done: 'good',
  confirmed: 'good',
  concluded: 'good',
  grave: 'late',
}
export const toneOf = (state: string): string => `tag tf-tag ${TONE[state] ? `tf-${TONE[state]}` : ''}`

export function RecommendationStanding({ standing }: { standing: Recommendation['standing'] }) {
  const { t } = useTranslation()
  return <span className={toneOf(standing)}>{t(`taskforce.standing.${standing}`)}</span>
}
export function InspectionStateTag({ state }: { state: Inspection['state'] }) {
  const { t } = useTranslation()
  return (
    <span className={toneOf(state)} data-testid="inspection-state">
      {t(`taskforce.inspectionState.${state}`)}
    </span>
  )
}
export function FindingStateTag({ state }: { state: Finding['state'] }) {
  const { t } = useTranslation()
  return <span className={toneOf(state === 'open' ? 'late' : state)}>{t(`taskforce.findingState.${state}`)}</span>
}
