import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PathLink } from '../../shell/path-link.tsx'
import { showDay, showNumber } from '../../ui/format.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Goals } from './goals.tsx'
import type { FigureLine, SectionView } from './queries.ts'
import { BoundFigure, Runs } from './runs.tsx'

/** One section as printed; official text stays Vietnamese in the English console. */
export function SectionPart({
  section,
  figures,
  onEdit,
}: {
  section: SectionView
  figures: ReadonlyMap<string, FigureLine>
  /** Opens the form of its words; undefined: they are fixed. */
  onEdit?: (() => void) | undefined
}) {
  const { t } = useTranslation()
  const { data } = section
  const mayEdit = onEdit !== undefined && section.kind !== 'recommendations'
  return (
    <section className="written-section" data-testid={`section-${section.key}`}>
      <div className="row spread">
        {section.heading ? <h3>{section.heading}</h3> : <span />}
        {mayEdit ? (
          <Button
            size="small"
            className="screen-only"
            icon={<EditOutlined />}
            onClick={onEdit}
            aria-label={t('written.editSection', { heading: section.heading ?? section.key })}
            data-testid={`edit-${section.key}`}
          />
        ) : null}
      </div>
      {section.paragraphs.map((runs, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of one section, in order
        <p className="paper-words" key={place}>
          <Runs runs={runs} figures={figures} />
        </p>
      ))}
      {section.compared.length > 0 ? <Compared section={section} figures={figures} /> : null}
      {data?.chart ? <Bars chart={data.chart} /> : null}
      {data?.agencies ? <AgencyTable rows={data.agencies} /> : null}
      {data?.goals ? <Goals rows={data.goals} /> : null}
      {data?.tasks ? <TaskTable section={section} /> : null}
    </section>
  )
}

function Compared({ section, figures }: { section: SectionView; figures: ReadonlyMap<string, FigureLine> }) {
  return (
    <ScrollBox label={section.heading ?? 'So sánh'}>
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">Chỉ tiêu</th>
            <th scope="col" className="number">
              Kỳ này
            </th>
            <th scope="col" className="number">
              Kỳ trước
            </th>
            <th scope="col" className="number">
              Cùng kỳ năm trước
            </th>
          </tr>
        </thead>
        <tbody>
          {section.compared.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map(({ ref, printed }) => {
                const figure = figures.get(ref)
                return (
                  <td key={ref} className="number">
                    {figure ? <BoundFigure figure={figure} /> : printed}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

type Data = NonNullable<SectionView['data']>
const PARTS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
const NAMES = {
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  openInTerm: 'Trong hạn',
  openOverdue: 'Quá hạn',
}

/** In words of the paper, which stays Vietnamese. */
function standingOf({ standing, daysLate }: NonNullable<Data['tasks']>[number]): string {
  const name = standing in NAMES ? NAMES[standing as keyof typeof NAMES] : standing
  return standing === 'openOverdue' && daysLate !== null ? `${name} ${showNumber(daysLate, 'vi')} ngày` : name
}

/** The chart of the paper with its title, unit and the same series: bars with their numbers, also read aloud. */
function Bars({ chart }: { chart: NonNullable<Data['chart']> }) {
  const { title, unit, series } = chart.drawn ?? BEFORE_DRAWN
  const shown = chart.points.filter((point) => chart.chart !== 'agencies' || point.openOverdue > 0)
  if (chart.chart === 'standings')
    return (
      <ChartTable title={title} unit={unit} series={series} hasLegend={false}>
        {series.map((one) => (
          <BarRow key={one.key} name={one.name} point={chart.points[0]} parts={[one]} of={chart.points} isStates />
        ))}
      </ChartTable>
    )
  return (
    <ChartTable title={title} unit={unit} series={series} hasLegend={series.length > 1}>
      {shown.map((point) => (
        <BarRow key={point.label} name={point.label} point={point} parts={series} of={shown} />
      ))}
    </ChartTable>
  )
}

type Chart = NonNullable<Data['chart']>
/** Of a report issued before its charts were described. */
const BEFORE_DRAWN = {
  title: 'Nhiệm vụ theo trạng thái',
  unit: 'nhiệm vụ',
  series: PARTS.map((key) => ({ key, name: NAMES[key] })),
}
type Series = NonNullable<Chart['drawn']>['series']
function ChartTable({
  title,
  unit,
  series,
  hasLegend,
  children,
}: {
  title: string
  unit: string
  series: Series
  hasLegend: boolean
  children: ReactNode
}) {
  return (
    <ScrollBox label={title}>
      <table className="bars" data-testid="chart">
        <caption>
          <strong>{title}</strong> <span className="soft">({unit})</span>
        </caption>
        {hasLegend ? (
          <thead>
            <tr>
              <td colSpan={2} />
              {series.map(({ key, name }) => (
                <th key={key} scope="col" className="number">
                  <span className={`state-bar legend ${key}`} /> {name}
                </th>
              ))}
            </tr>
          </thead>
        ) : null}
        <tbody>{children}</tbody>
      </table>
    </ScrollBox>
  )
}

function BarRow({
  name,
  point,
  parts,
  of,
  isStates = false,
}: {
  name: string
  point: Chart['points'][number] | undefined
  parts: Series
  of: Chart['points']
  /** One point whose states are the rows. */
  isStates?: boolean
}) {
  const sum = (one: Chart['points'][number]) => parts.reduce((all, { key }) => all + one[key], 0)
  const most = Math.max(1, ...of.map((one) => (isStates ? Math.max(...PARTS.map((part) => one[part])) : sum(one))))
  const width = (value: number) => `${Math.round((value / most) * 100)}%`
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="bars-drawn" aria-hidden="true">
        {point
          ? parts.map(({ key }) =>
              point[key] > 0 ? (
                <span key={key} className={`state-bar ${key}`} style={{ width: width(point[key]) }} />
              ) : null,
            )
          : null}
      </td>
      {parts.map(({ key }) => (
        <td key={key} className="number tabular">
          {showNumber(point?.[key] ?? 0, 'vi')}
        </td>
      ))}
    </tr>
  )
}

function AgencyTable({ rows }: { rows: NonNullable<Data['agencies']> }) {
  const n = (value: number) => showNumber(value, 'vi')
  return (
    <ScrollBox isTall label="Kết quả theo cơ quan" className="paper-table">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col">Cơ quan</th>
            <th scope="col" className="number">
              Đã giao
            </th>
            {PARTS.map((part) => (
              <th key={part} scope="col" className="number">
                {NAMES[part]}
              </th>
            ))}
            <th scope="col" className="number">
              Tỷ lệ quá hạn
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.agencyId}>
              <th scope="row">{row.agencyName}</th>
              <td className="number">
                <PathLink to={row.rows} className="figure tabular">
                  {n(row.assigned)}
                </PathLink>
              </td>
              {PARTS.map((part) => (
                <td key={part} className="number">
                  <PathLink to={`${row.rows}&standing=${part}`} className="figure tabular">
                    {n(row[part])}
                  </PathLink>
                </td>
              ))}
              <td className="number">
                <PathLink to={`${row.rows}&standing=openOverdue`} className="figure tabular">
                  {row.overdueShare}
                </PathLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function TaskTable({ section: { data, heading, tasksLeftOut, settings } }: { section: SectionView }) {
  const { t } = useTranslation()
  // Of tasks of every state, "29 days" would say of one that is done that it is still late.
  const isAll = settings.which === 'all' || settings.which === 'open'
  // What falls due next month is in term, all of it.
  const hasStanding = settings.which !== 'dueNextMonth'
  const rows = data?.tasks ?? []
  if (rows.length === 0) return <p className="paper-words">Không có.</p>
  return (
    <>
      <ScrollBox label={heading ?? 'Nhiệm vụ'}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">Nhiệm vụ</th>
              <th scope="col">Cơ quan chủ trì</th>
              <th scope="col">Hạn</th>
              {!hasStanding ? null : isAll ? (
                <th scope="col">Tình trạng</th>
              ) : (
                <th scope="col" className="number">
                  Số ngày quá hạn
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <td>
                  <Link to="/nhiem-vu/$id" params={{ id: String(row.id) }} search={{}}>
                    {row.title}
                  </Link>
                  {row.source ? <span className="soft"> ({row.source})</span> : null}
                </td>
                <td className="report-agency">{row.agency}</td>
                <td className="tabular nowrap">{showDay(row.dueOn)}</td>
                {!hasStanding ? null : isAll ? <td>{standingOf(row)}</td> : <td className="number">{row.daysLate}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {tasksLeftOut > 0 ? <p className="soft">{t('written.leftOut', { n: tasksLeftOut })}</p> : null}
    </>
  )
}
