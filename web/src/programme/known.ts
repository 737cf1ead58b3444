import type { TFunction } from 'i18next'
import type { ItemFilter } from '../paths/programme.ts'
import { showDay, showInstant } from '../ui/format.ts'

/** " · theo ghi nhận đến 28/02/2021": up to when what was recorded counts for the rows shown; nothing where that is now. */
export const knownWords = (t: TFunction, { knownOn, knownBefore }: ItemFilter): string =>
  (knownOn ? ` · ${t('programme.knownOn', { day: showDay(knownOn) })}` : '') +
  (knownBefore ? ` · ${t('programme.knownBefore', { at: showInstant(knownBefore) })}` : '')
