import { useTranslation } from 'react-i18next'
import type { Rule } from './queries.ts'

/** A short text of when a rule applies. */
export function useWhen(): (rule: Pick<Rule, 'event' | 'days'>) => string {
  const { t } = useTranslation()
  return ({ event, days }) => {
    if (days === null && event === 'period') return t('urging.periodOnce')
    if (days === null && event === 'milestone') return t('urging.milestoneOnce')
    return t(`urging.when.${event}`, { days: days ?? 0 })
  }
}
