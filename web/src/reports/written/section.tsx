import { EditOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
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

/** What the chart of the paper shows, as bars with their numbers: also read aloud. */
function Bars({ chart }: { chart: NonNullable<Data['chart']> }) {
  const isStates = chart.chart === 'standings'
  const bars = isStates
    ? PARTS.map((part) => ({ name: NAMES[part], value: chart.points[0]?.[part] ?? 0, part: part as string }))
    : chart.points.map((point) => ({ name: point.label, value: point.openOverdue, part: 'openOverdue' }))
  const most = Math.max(1, ...bars.map(({ value }) => value))
  return (
    <table className="bars" aria-label={isStates ? 'Theo trạng thái' : 'Quá hạn'}>
      <tbody>
        {bars.map(({ name, value, part }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <span className={`state-bar ${part}`} style={{ width: `${Math.round((value / most) * 70)}%` }} />
              <span className="tabular"> {showNumber(value, 'vi')}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
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
                <td key={part} className="number tabular">
                  {n(row[part])}
                </td>
              ))}
              <td className="number tabular">{row.overdueShare}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function TaskTable({ section: { data, heading, tasksLeftOut } }: { section: SectionView }) {
  const { t } = useTranslation()
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
              <th scope="col" className="number">
                Số ngày quá hạn
              </th>
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
                <td>{row.agency}</td>
                <td className="tabular nowrap">{showDay(row.dueOn)}</td>
                <td className="number">{row.daysLate}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {tasksLeftOut > 0 ? <p className="soft">{t('written.leftOut', { n: tasksLeftOut })}</p> : null}
    </>
  )
}
