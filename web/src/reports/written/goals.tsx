import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Rows } from '../../list/rows.tsx'
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
        { key: 'measure', title: t('written.goal.measure'), isHead: true, cell: (row) => <Measure row={row} /> },
        {
          key: 'required',
          title: t('written.goal.required'),
          className: 'tabular',
          cell: ({ required }) => <span lang="vi">{required}</span>,
        },
        { key: 'measured', title: t('written.goal.measured'), className: 'tabular', cell: measuredOf },
        {
          key: 'when',
          title: t('written.goal.when'),
          className: 'tabular nowrap',
          cell: ({ measuredOn }) => showDay(measuredOn),
        },
        { key: 'by', title: t('written.goal.by'), cell: ({ agency }) => <span lang="vi">{agency}</span> },
        { key: 'gap', title: t('written.goal.gap'), cell: (row) => <Reached row={row} /> },
        { key: 'ground', title: t('written.goal.ground'), cell: (row) => <Ground row={row} /> },
      ]}
      card={(row) => (
        <>
          <p>
            <Measure row={row} />
          </p>
          <p>
            {t('written.goal.required')}: <strong lang="vi">{row.required}</strong> · {t('written.goal.measured')}:{' '}
            <strong>{measuredOf(row)}</strong>
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

/** Opens the task that carries the target: its measurements and evidence are its rows. */
function Measure({ row }: { row: GoalLine }) {
  return (
    <Link to="/nhiem-vu/$id" params={{ id: String(row.taskId) }} search={{}} className="strong" data-row lang="vi">
      {row.measure}
    </Link>
  )
}

const measuredOf = ({ measured, unit }: GoalLine) =>
  measured === null ? '–' : `${showNumber(measured, 'vi')}${unit === '%' ? '%' : ` ${unit}`}`

function Reached({ row }: { row: GoalLine }) {
  const { t } = useTranslation()
  return (
    <span className={`goal-${row.state}`}>
      <span aria-hidden="true">{MARKS[row.state]}</span> {t(`written.goal.states.${row.state}`)}
      {row.state === 'missed' ? <span lang="vi">: {row.words}</span> : null}
    </span>
  )
}

function Ground({ row }: { row: GoalLine }) {
  const { t } = useTranslation()
  return (
    <span className={`ground ground-${row.ground}`}>
      <span aria-hidden="true">{GROUNDS[row.ground]}</span> {t(`written.goal.grounds.${row.ground}`)}
      {row.evidence > 0 ? <span className="soft"> ({t('written.goal.papers', { n: row.evidence })})</span> : null}
    </span>
  )
}

const MARKS = { reached: '✓', missed: '✗', unmeasured: '○' } as const
const GROUNDS = { none: '', claim: '“ ”', evidence: '▤', confirmed: '✔' } as const
