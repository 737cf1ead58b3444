import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Fact } from '../ui/labelled.tsx'
import type { CalendarYear, Occasion, OpenPlan } from './queries.ts'

export const OCCASIONS = ['tet', 'nationalDay', 'cultureDay'] as const satisfies readonly Occasion[]

/** The choices the law leaves open, and what was announced for the year. */
export function Choices({ year, open }: { year: CalendarYear; open: OpenPlan }) {
  const { t } = useTranslation()
  const wordsOf = useChoiceWords()
  return (
    <section className="panel" aria-labelledby="choices">
      <h2 id="choices">{t('workingDays.choices')}</h2>
      <dl className="facts">
        {OCCASIONS.map((occasion) => {
          const { daysBefore, source, confidence } = year.choices[occasion]
          return (
            <Fact key={occasion} name={t(`workingDays.${occasion}`)}>
              {wordsOf(occasion, daysBefore)}
              <div className="soft">
                {source ? t('workingDays.announced', { source }) : t('workingDays.notAnnounced')}
                {confidence === 'memory' ? ` (${t('workingDays.fromMemory')})` : ''}
              </div>
            </Fact>
          )
        })}
      </dl>
      {year.mayChange ? (
        <div className="row working-choose screen-only">
          <Button onClick={() => open('choose')}>{t('workingDays.acts.choose')}</Button>
        </div>
      ) : null}
    </section>
  )
}

/** One option as text. */
export function useChoiceWords(): (occasion: Occasion, daysBefore: number) => string {
  const { t } = useTranslation()
  return (occasion, daysBefore) => {
    switch (occasion) {
      case 'tet':
        return t('workingDays.tetBefore', { before: daysBefore, after: 5 - daysBefore })
      case 'nationalDay':
        return t(daysBefore === 1 ? 'workingDays.before' : 'workingDays.after')
      case 'cultureDay':
        return t(daysBefore === 1 ? 'workingDays.cultureOff' : 'workingDays.cultureWork')
    }
  }
}
