import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ListPage } from '../../list/list-page.tsx'
import { Rows } from '../../list/rows.tsx'
import { useLanguage } from '../../shell/language.tsx'
import { showDay, showNumber } from '../../ui/format.ts'
import '../reports.css'
import { ReportPages } from './pages-nav.tsx'
import { type PublishedRow, publishedQuery } from './queries.ts'

/** What was printed before the system, and whether its counts give its share: one that they do not give is shown as such. */
export function Published() {
  const { t } = useTranslation()
  const language = useLanguage()
  const list = useQuery(publishedQuery)
  const n = (value: number) => showNumber(value, language)
  return (
    <ListPage
      title={t('written.published')}
      about={t('written.publishedAbout')}
      before={<ReportPages />}
      query={list}
      rows={list.data?.rows}
      blank={null}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('written.published')}
          keyOf={({ asOf }) => asOf}
          testId="published"
          isWide
          columns={[
            {
              key: 'asOf',
              title: t('reports.asOf'),
              isHead: true,
              className: 'tabular nowrap',
              cell: ({ asOf, from }) => (
                <Link to="/nhiem-vu" search={{ from, asOf }}>
                  {showDay(asOf)}
                </Link>
              ),
            },
            { key: 'assigned', title: t('overview.assigned'), isNumber: true, cell: ({ assigned }) => n(assigned) },
            { key: 'onTime', title: t('standing.doneOnTime'), isNumber: true, cell: ({ doneOnTime }) => n(doneOnTime) },
            { key: 'late', title: t('standing.doneLate'), isNumber: true, cell: ({ doneLate }) => n(doneLate) },
            { key: 'inTerm', title: t('standing.openInTerm'), isNumber: true, cell: ({ openInTerm }) => n(openInTerm) },
            {
              key: 'overdue',
              title: t('standing.openOverdue'),
              isNumber: true,
              cell: ({ openOverdue }) => n(openOverdue),
            },
            {
              key: 'share',
              title: t('written.printedShare'),
              isNumber: true,
              cell: ({ printedShare }) => printedShare,
            },
            { key: 'rule', title: t('written.derived'), cell: (row) => <Derived row={row} /> },
            {
              key: 'source',
              title: t('written.publishedIn'),
              className: 'soft',
              cell: ({ source }) => <span lang="vi">{source}</span>,
            },
          ]}
          card={(row) => (
            <>
              <p className="strong">
                {showDay(row.asOf)}: {row.printedShare}
              </p>
              <p>
                {n(row.assigned)} · {n(row.openOverdue)} {t('standing.openOverdue').toLocaleLowerCase()}
              </p>
              <p>
                <Derived row={row} />
              </p>
            </>
          )}
        />
      )}
    </ListPage>
  )
}

function Derived({ row }: { row: PublishedRow }) {
  const { t } = useTranslation()
  if (row.rule !== null) {
    return (
      <span lang="vi">
        <span aria-hidden="true">✓</span> {row.rule}
      </span>
    )
  }
  return (
    <details>
      <summary>
        <span className="tag warn" data-testid="not-reproducible">
          {t('written.notReproducible')}
        </span>
      </summary>
      <ul lang="vi">
        {row.tried.map(({ rule, printed }) => (
          <li key={rule}>
            {rule}: {printed}
          </li>
        ))}
      </ul>
    </details>
  )
}
