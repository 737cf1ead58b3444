import { useTranslation } from 'react-i18next'
import { useLanguage } from '../shell/language.tsx'
import { asSentence, showDay, showNumber, showQuantity } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { StandingIcon } from '../ui/standing.tsx'
import type { Task } from './queries.ts'

/** The targets of the task and the measured values, latest first. */
export function Targets({ task }: { task: Task }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (task.targets.length === 0) return null
  const n = (value: number) => showNumber(value, language)
  return (
    <section className="panel" aria-labelledby="targets">
      <h2 id="targets">{t('task.targets')}</h2>
      <ScrollBox label={t('shell.tableOf', { title: t('task.targets') })}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('task.measure')}</th>
              <th scope="col" className="number">
                {t('task.goal')}
              </th>
              <th scope="col" className="number">
                {t('task.measured')}
              </th>
              <th scope="col">{t('task.met')}</th>
            </tr>
          </thead>
          <tbody>
            {task.targets.map((target) => {
              const [latest, ...earlier] = [...target.measurements].sort((a, b) =>
                a.measuredOn === b.measuredOn
                  ? a.recordedAt < b.recordedAt
                    ? 1
                    : -1
                  : a.measuredOn < b.measuredOn
                    ? 1
                    : -1,
              )
              return (
                <tr key={target.id}>
                  <td lang="vi">
                    {asSentence(target.measure)}
                    {target.scope || target.baseline || target.byWhen ? (
                      <p className="soft">
                        {[target.scope, target.baseline, target.byWhen].filter(Boolean).join('; ')}
                      </p>
                    ) : null}
                  </td>
                  <td className="number">
                    {t(`comparator.${target.comparator}`)}{' '}
                    {showQuantity(target.value, target.max, target.unit, language)}
                  </td>
                  <td className="number">
                    {latest ? (
                      <>
                        {showQuantity(latest.value, null, target.unit, language)}
                        <p className="soft">{showDay(latest.measuredOn)}</p>
                        {earlier.length > 0 ? (
                          <p className="soft">{earlier.map(({ value }) => n(value)).join(' ← ')}</p>
                        ) : null}
                      </>
                    ) : (
                      <span className="soft">{t('task.notMeasured')}</span>
                    )}
                  </td>
                  <td className="nowrap">
                    {target.isMet === null ? null : (
                      <span className={`state-mark ${target.isMet ? 'on-time' : 'in-term'}`}>
                        <StandingIcon shown={target.isMet ? 'doneOnTime' : 'openInTerm'} />
                        {t(target.isMet ? 'task.isMet' : 'task.isNotMet')}
                      </span>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}
