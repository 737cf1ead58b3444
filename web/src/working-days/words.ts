import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import type { SpecialDay } from './queries.ts'

/** Why a day is off or worked: in Vietnamese as announced, in English by the holiday if it is one. */
export function useDayWords(): (day: SpecialDay) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return ({ kind, holiday, name }) => {
    if (language === 'vi' || holiday === null || kind === 'planned') return name
    const words = t(`workingDays.holidays.${holiday}`)
    return kind === 'compensation' ? t('workingDays.compensates', { holiday: words }) : words
  }
}
