import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay, showInstant } from '../ui/format.ts'
import { StandingIcon } from '../ui/standing.tsx'
import type { ActName } from './act-names.ts'
import type { Task } from './queries.ts'

const ICONS = { open: 'openInTerm', onTime: 'doneOnTime', late: 'doneLate', missing: 'openOverdue' } as const
const COLOURS = { open: 'in-term', onTime: 'on-time', late: 'late', missing: 'overdue' } as const
const SHOWN = 12

/** For a task without an end date: its reporting rhythm, and the periods reported on time, late or not at all. */
export function Periods({ task, onOpen }: { task: Task; onOpen: (act: ActName) => void }) {
  const { t } = useTranslation()
  const { rhythm, periods } = task
  const maySet = task.may.includes('setRhythm')
  if (rhythm === null && periods.length === 0 && !maySet) return null
  return (
    <section className="panel" aria-labelledby="periods">
      <div className="row spread panel-head">
        <h2 id="periods">{t('subtasks.periods')}</h2>
        {maySet ? <Button onClick={() => onOpen('setRhythm')}>{t('act.setRhythm')}</Button> : null}
      </div>
      {rhythm ? (
        <p>
          {rhythm.cadence === 'none'
            ? t('subtasks.notRequested')
            : t('subtasks.rhythmLine', {
                cadence: t(`subtasks.cadence.${rhythm.cadence}`),
                cutoff: t(`subtasks.cutoff.${rhythm.cutoff}`),
                n: rhythm.dueDays,
              })}{' '}
          <span className="soft">
            {rhythm.isDefault
              ? t('subtasks.isDefault')
              : t('subtasks.setBy', { by: rhythm.setBy, at: showInstant(rhythm.setAt) })}
          </span>
        </p>
      ) : null}
      {periods.length === 0 && rhythm?.cadence !== 'none' ? <p className="soft">{t('subtasks.noPeriods')}</p> : null}
      <ol className="periods" data-testid="periods">
        {periods.slice(0, SHOWN).map((period) => (
          <li key={period.id} className={`period ${period.state}`}>
            <p className="tabular">
              <strong>
                {showDay(period.startsOn)} – {showDay(period.endsOn)}
              </strong>
            </p>
            <p className={`state-mark ${COLOURS[period.state]}`}>
              <StandingIcon shown={ICONS[period.state]} /> {t(`subtasks.periodState.${period.state}`)}
            </p>
            <p className="soft tabular">
              {period.reportedOn
                ? t('subtasks.periodReported', { day: showDay(period.reportedOn) })
                : t('subtasks.periodDue', { day: showDay(period.dueOn) })}
            </p>
          </li>
        ))}
      </ol>
      {periods.some(({ state }) => state === 'missing') ? <p className="soft">{t('subtasks.notOverdue')}</p> : null}
    </section>
  )
}
