import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { filterOfRows, type TaskFilter } from '../paths/tasks.ts'
import { Figure } from '../shell/figure.tsx'
import { asSentence, boundTitle, showDay, showNumber } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import { Mark } from './mark.tsx'
import type { MonthlyReport } from './queries.ts'

/** Rows of a list shown before the user opens the rest; the printed annex has them all. */
const SHOWN = 20

/**
 * The report as printed. It is an official Vietnamese document and stays Vietnamese in the English console; only the
 * texts around it are translated.
 */
export function Paper({ report, isDraft }: { report: MonthlyReport; isDraft: boolean }) {
  const scope: TaskFilter = {
    from: report.from,
    asOf: report.asOf,
    ...(report.knownOn ? { knownOn: report.knownOn } : {}),
    ...(report.counting === 'once' ? { counting: report.counting } : {}),
  }
  return (
    <article className="paper" lang="vi" aria-labelledby="paper-title" data-testid="paper">
      <Mark isDraft={isDraft} isSample={report.isSample} />
      <h2 id="paper-title" className="paper-title">
        {boundTitle(report.title)}
      </h2>
      {report.paragraphs.map(({ heading, runs }) => (
        <section key={runs.map(({ text }) => text).join('')}>
          {heading ? <h3>{heading}</h3> : null}
          <p className="paper-words">
            {runs.map(({ text, rows }, i) =>
              rows ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of one sentence, in order
                <Figure key={i} rows={rows} className="strong">
                  {text}
                </Figure>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: runs of one sentence, in order
                <span key={i}>{text}</span>
              ),
            )}
          </p>
        </section>
      ))}
      {report.footnote ? (
        <p className="paper-words" data-testid="footnote">
          <em>{report.footnote}</em>
        </p>
      ) : null}
      <h3>II. KẾT QUẢ THEO CƠ QUAN CHỦ TRÌ</h3>
      <AgencyTable report={report} />
      <h3>III. KIẾN NGHỊ</h3>
      <ol className="paper-list">
        {report.recommendations.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <h3>
        PHỤ LỤC I. NHIỆM VỤ QUÁ HẠN CHƯA HOÀN THÀNH (
        <Figure rows={{ ...scope, standing: 'openOverdue' }}>{showNumber(report.overdue.length, 'vi')}</Figure>)
      </h3>
      <Rows label="Phụ lục I" rows={report.overdue} asOf={report.asOf} isLate />
      <h3>PHỤ LỤC II. NHIỆM VỤ ĐẾN HẠN TRONG THÁNG TỚI ({showNumber(report.dueNextMonth.length, 'vi')})</h3>
      <Rows label="Phụ lục II" rows={report.dueNextMonth} asOf={report.asOf} />
    </article>
  )
}

const PARTS = ['doneOnTime', 'doneLate', 'openInTerm', 'openOverdue'] as const
const HEADS = {
  doneOnTime: 'Hoàn thành đúng hạn',
  doneLate: 'Hoàn thành quá hạn',
  openInTerm: 'Trong hạn',
  openOverdue: 'Quá hạn',
}

function AgencyTable({ report }: { report: MonthlyReport }) {
  const n = (value: number) => showNumber(value, 'vi')
  return (
    <ScrollBox isTall label="Kết quả theo cơ quan chủ trì" className="paper-table">
      <table className="grid-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              TT
            </th>
            <th scope="col">Cơ quan</th>
            <th scope="col" className="number">
              Đã giao
            </th>
            {PARTS.map((part) => (
              <th key={part} scope="col" className="number">
                {HEADS[part]}
              </th>
            ))}
            <th scope="col" className="number">
              Tỷ lệ quá hạn
            </th>
          </tr>
        </thead>
        <tbody>
          {report.agencies.map((agency, i) => (
            <tr key={agency.agencyId}>
              <td className="number">{i + 1}</td>
              <th scope="row">{agency.agencyName}</th>
              <td className="number">
                <Figure rows={agency.rows} label={`${agency.agencyName}, đã giao: ${n(agency.partition.assigned)}`}>
                  {n(agency.partition.assigned)}
                </Figure>
              </td>
              {PARTS.map((part) => (
                <td key={part} className="number">
                  {agency.partition[part] === 0 ? (
                    '0'
                  ) : (
                    <Figure
                      rows={{ ...filterOfRows(agency.rows), standing: part }}
                      label={`${agency.agencyName}, ${HEADS[part].toLowerCase()}: ${n(agency.partition[part])}`}
                    >
                      {n(agency.partition[part])}
                    </Figure>
                  )}
                </td>
              ))}
              <td className="number">{agency.overdueShare.printed}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Rows({
  label,
  rows,
  asOf,
  isLate = false,
}: {
  label: string
  rows: MonthlyReport['overdue']
  asOf: string
  isLate?: boolean
}) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  if (rows.length === 0) return <p className="paper-words">Không có.</p>
  const shown = isOpen ? rows : rows.slice(0, SHOWN)
  return (
    <>
      <ScrollBox label={label}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                TT
              </th>
              <th scope="col">Nhiệm vụ</th>
              <th scope="col">Cơ quan chủ trì</th>
              <th scope="col">Hạn</th>
              {isLate ? (
                <th scope="col" className="number">
                  Số ngày quá hạn
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, i) => (
              <tr key={row.id}>
                <td className="number">{i + 1}</td>
                <td>
                  <Link to="/nhiem-vu/$id" params={{ id: String(row.id) }} search={{ asOf }}>
                    {asSentence(row.title)}
                  </Link>
                  {row.sourceNumber ? <span className="soft"> ({row.sourceNumber})</span> : null}
                </td>
                <td>{row.leadAgencyName}</td>
                <td className="tabular nowrap">{showDay(row.dueOn)}</td>
                {isLate ? <td className="number overdue">{row.daysLate}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > SHOWN && !isOpen ? (
        <Button size="small" className="screen-only" onClick={() => setOpen(true)} lang={undefined}>
          {t('reports.showAll', { n: rows.length })}
        </Button>
      ) : null}
    </>
  )
}
