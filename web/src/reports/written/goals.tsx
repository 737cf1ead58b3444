import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../list/rows.tsx'
import { useLanguage } from '../../shell/language.tsx'
import { showDay, showNumber } from '../../ui/format.ts'
import type { GoalLine } from './queries.ts'

/** The targets of a document: required, measured, by whom, when, on what evidence, how far off. Claim and proof differ in icon and word. */
export function Goals({ rows }: { rows: readonly GoalLine[] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="soft">{t('written.noGoals')}</p>
  return (
    <Rows
      rows={rows}
      caption={t('written.scoreboard')}
      keyOf={({ targetId }) => targetId}
      testId="goal"
      className="goals"
      isWide
      columns={[
        {
          key: 'measure',
          title: t('written.goal.measureBy'),
          isHead: true,
          cell: (row) => (
            <>
              <Measure row={row} />
              <span className="goal-more" lang="vi">
                {row.agency}
              </span>
            </>
          ),
        },
        {
          key: 'required',
          title: t('written.goal.requiredDue'),
          className: 'tabular',
          cell: (row) => (
            <>
              <Required row={row} />
              <More day={row.dueOn} />
            </>
          ),
        },
        {
          key: 'measured',
          title: t('written.goal.measuredOn'),
          className: 'tabular',
          cell: (row) => (
            <>
              <Measured row={row} />
              <More day={row.measuredOn} />
            </>
          ),
        },
        { key: 'gap', title: t('written.goal.gap'), cell: (row) => <Reached row={row} /> },
        { key: 'ground', title: t('written.goal.ground'), cell: (row) => <Ground row={row} /> },
      ]}
      card={(row) => (
        <>
          <p>
            <Measure row={row} />
          </p>
          <p>
            {t('written.goal.required')}:{' '}
            <strong>
              <Required row={row} />
            </strong>
            {row.dueOn ? (
              <span className="soft">
                {' '}
                ({t('written.goal.due')}: {showDay(row.dueOn)})
              </span>
            ) : null}{' '}
            · {t('written.goal.measured')}:{' '}
            <strong>
              <Measured row={row} />
            </strong>
            {row.measuredOn ? <span className="soft"> ({showDay(row.measuredOn)})</span> : null}
          </p>
          <p>
            <Reached row={row} />
          </p>
          <p className="soft">
            <Ground row={row} /> · <span lang="vi">{row.agency}</span>
          </p>
        </>
      )}
    />
  )
}

/** A day below what it belongs to: columns of their own push the evidence off the page. */
function More({ day }: { day: string | null }) {
  return day === null ? null : <span className="goal-more nowrap">{showDay(day)}</span>
}

/** Opens the task that carries the target: its measurements and evidence are its rows. */
function Measure({ row }: { row: GoalLine }) {
  return (
    <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} search={{}} className="strong" data-row lang="vi">
      {row.measure}
    </Link>
  )
}

/** A number in the unit of the target: a unit that is a word is the document's own, in its language. */
function Amount({ value, unit }: { value: number; unit: string }) {
  const language = useLanguage()
  const number = showNumber(value, language)
  if (unit === '%') return `${number}%`
  return (
    <>
      {number} <span lang="vi">{unit}</span>
    </>
  )
}

function Measured({ row: { measured, unit } }: { row: GoalLine }) {
  return measured === null ? '–' : <Amount value={measured} unit={unit} />
}

/** "At least 20%": the words of the product around the number of the document. */
function Required({ row: { comparator, value, maxValue = null, unit, required } }: { row: GoalLine }) {
  const { t } = useTranslation()
  const language = useLanguage()
  // Of a report issued before the parts were kept.
  if (comparator === undefined || value === undefined) return <span lang="vi">{required}</span>
  const words = comparator in BEFORE ? `${t(`written.goal.before.${BEFORE[comparator as keyof typeof BEFORE]}`)} ` : ''
  return (
    <>
      {words}
      {comparator === 'range' && maxValue !== null ? `${showNumber(value, language)}–` : ''}
      <Amount value={comparator === 'range' ? (maxValue ?? value) : value} unit={unit} />
    </>
  )
}
const BEFORE = {
  '>=': 'atLeast',
  '>': 'over',
  '<=': 'atMost',
  '<': 'under',
  'increase>=': 'upBy',
  'decrease>=': 'downBy',
} as const

function Reached({ row }: { row: GoalLine }) {
  const { t } = useTranslation()
  return (
    <span className={`goal-${row.state}`}>
      <span aria-hidden="true">{MARKS[row.state]}</span> {t(`written.goal.states.${row.state}`)}
      {row.state === 'missed' && row.gap !== null ? (
        <>
          : {t(row.isOver ? 'written.goal.over' : 'written.goal.lacking')} <Amount value={row.gap} unit={row.unit} />
        </>
      ) : null}
    </span>
  )
}

/** Papers are of the task: which of its figures they speak of is not recorded, so none is counted for a figure nobody measured. */
function Ground({ row }: { row: GoalLine }) {
  const { t } = useTranslation()
  return (
    <span className={`ground ground-${row.ground}`}>
      <span aria-hidden="true">{GROUNDS[row.ground]}</span> {t(`written.goal.grounds.${row.ground}`)}
      {row.evidence > 0 && row.measured !== null ? (
        <span className="soft"> ({t('written.goal.papers', { n: row.evidence })})</span>
      ) : null}
    </span>
  )
}

const MARKS = { reached: '✓', missed: '✗', unmeasured: '○' } as const
const GROUNDS = { none: '', claim: '“ ”', evidence: '▤', confirmed: '✔' } as const
