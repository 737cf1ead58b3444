import { useNavigate } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OverviewSearch } from '../paths/overview.ts'
import { COUNTINGS } from '../paths/parse.ts'
import { Figure } from '../shell/figure.tsx'
import { useLanguage } from '../shell/language.tsx'
import { showNumber } from '../ui/format.ts'
import type { Statistics } from './queries.ts'

/** How the figures count what was given to several agencies together, and the choice; nothing where nothing was. */
export function TogetherNote({ statistics, filter }: { statistics: Statistics; filter: OverviewSearch }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const { counting, together } = statistics
  // One agency alone has one task of each: nothing counts twice.
  if (counting !== 'once' && together.tasks <= together.collectives) return null
  const n = (value: number) => showNumber(value, language)
  const words = { works: n(together.collectives), tasks: n(together.tasks) }
  const { counting: _, ...each } = filter
  return (
    <div className="row spread together-note" data-testid="together-note">
      <p className="soft">
        {t(counting === 'once' ? 'collective.noteOnce' : 'collective.noteEach', words)}{' '}
        <Figure rows={{ ...each, given: 'together', ...(counting === 'once' ? { counting } : {}) }}>
          {t('collective.seeAll', { n: counting === 'once' ? words.works : words.tasks })}
        </Figure>
      </p>
      <Segmented
        size="small"
        value={counting}
        onChange={(chosen) =>
          navigate({
            to: '/tong-quan',
            search: { ...each, ...(chosen === 'once' ? { counting: chosen } : {}) },
            resetScroll: false,
          })
        }
        aria-label={t('collective.counting')}
        options={COUNTINGS.map((value) => ({ value, label: t(`collective.countings.${value}`) }))}
        className="screen-only"
      />
    </div>
  )
}
