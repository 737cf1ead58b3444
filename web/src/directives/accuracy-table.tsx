import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { OutcomesSearch } from '../paths/accuracy.ts'
import { useLanguage } from '../shell/language.tsx'
import { type Language, showNumber } from '../ui/format.ts'
import { ScrollBox } from '../ui/scroll-box.tsx'
import type { Counts } from './accuracy-queries.ts'

interface Line {
  key: string
  name: string
  /** The rows that the figures of the line count, of any verdict. */
  rows: OutcomesSearch
  counts: Counts
}

/** A share in percent with one decimal, cut: "97,3%"; "–" of nothing. */
export function share(part: number, whole: number, language: Language): string {
  return whole === 0 ? '–' : `${showNumber(Math.floor((part * 1000) / whole) / 10, language, 1)}%`
}

/** What was read, and what became of it, by some division; each figure opens its rows. */
export function AccuracyTable({
  title,
  head,
  about,
  rows,
  isOfSuggested = false,
}: {
  title: string
  /** Of the column of names. */
  head: string
  about?: string
  rows: readonly Line[]
  /** Only of what was read: nothing is added by hand with a confidence. */
  isOfSuggested?: boolean
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const columns = (['suggested', 'right', 'changed', 'dropped', 'added'] as const).filter(
    (verdict) => !isOfSuggested || verdict !== 'added',
  )
  return (
    <section className="panel accuracy-table" aria-label={title}>
      <h2>{title}</h2>
      {about ? <p className="soft">{about}</p> : null}
      <ScrollBox label={title}>
        <table className="grid-table">
          <caption className="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col" className="number">
                {t('accuracy.share')}
              </th>
              {columns.map((verdict) => (
                <th key={verdict} scope="col" className="number">
                  {t(`accuracy.columns.${verdict}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, name, rows: filter, counts }) => {
              const suggested = counts.right + counts.changed + counts.dropped
              const all = { ...counts, suggested }
              return (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  <td className="number strong">{share(counts.right, suggested + counts.added, language)}</td>
                  {columns.map((verdict) => (
                    <td key={verdict} className="number">
                      <OutcomeFigure
                        rows={{ ...filter, verdict }}
                        count={all[verdict]}
                        label={`${name}, ${t(`accuracy.columns.${verdict}`)}`}
                      />
                    </td>
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  )
}

/** A count of outcomes: a link to exactly those. */
export function OutcomeFigure({ rows, count, label }: { rows: OutcomesSearch; count: number; label: string }) {
  const language = useLanguage()
  const shown = showNumber(count, language)
  if (count === 0) return '0'
  return (
    <Link to="/van-ban/do-chinh-xac/gia-tri" search={rows} className="figure tabular" aria-label={`${label}: ${shown}`}>
      {shown}
    </Link>
  )
}
