import { useTranslation } from 'react-i18next'
import { showInstant } from '../ui/format.ts'

const HOUR = 3_600_000

/** A deadline in words: one at midnight is the end of the day before, which is how people say it. */
export function useDeadline(): (instant: string) => string {
  const { t } = useTranslation()
  return (instant) => {
    if (!showInstant(instant).startsWith('00:00 ')) return showInstant(instant)
    const before = showInstant(new Date(Date.parse(instant) - HOUR).toISOString())
    return t('shell.endOfDay', { day: before.slice('00:00 '.length) })
  }
}
