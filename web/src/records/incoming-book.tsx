import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { type Column, Rows } from '../list/rows.tsx'
import { type IncomingBookSearch, incomingBookPath } from '../paths/incoming.ts'
import { useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { IncomingStateMark } from './incoming-mark.tsx'
import { type BookRow, incomingBookQuery } from './incoming-queries.ts'
import { IncomingPages } from './incoming-tabs.tsx'
import './incoming.css'

/** So many years back are offered; older books open by their address. */
const YEARS = 10

/** The book of incoming documents of a year, as it is printed. */
export function IncomingBookPage() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban-den/so' })
  const patch = useSearchPatch<IncomingBookSearch>()
  const thisYear = Number(me.today.slice(0, 4))
  const year = search.year ?? thisYear
  const { words } = search
  const found = useInfiniteQuery(incomingBookQuery({ year, ...(words ? { words } : {}) }))
  const rows = rowsOf(found.data)
  const years = Array.from({ length: YEARS }, (_, back) => thisYear - back)
  return (
    <ListPage
      title={t('incoming.bookTitle')}
      about={t('incoming.bookAbout')}
      acts={<IncomingPages here="book" />}
      filters={
        <>
          <SearchFilter
            label={t('incoming.words')}
            hint={t('incoming.partWordsHint')}
            value={words}
            onChange={(changed) => patch({ words: changed } as IncomingBookSearch)}
          />
          <Labelled id="book-year" label={t('incoming.year')}>
            <Select
              id="book-year"
              value={year}
              onChange={(chosen: number) => patch({ year: chosen })}
              options={(years.includes(year) ? years : [...years, year]).map((value) => ({
                value,
                label: String(value),
              }))}
              className="wide"
            />
          </Labelled>
          {rows && rows.length > 0 ? (
            <div className="row incoming-print">
              {(['pdf', 'xlsx'] as const).map((format) => (
                <Button key={format} href={incomingBookPath(format, { year, words })} data-testid={`book-${format}`}>
                  {t('incoming.print', { format: format.toUpperCase() })}
                </Button>
              ))}
            </div>
          ) : null}
        </>
      }
      query={found}
      rows={rows}
      blank={
        <Blank
          title={words ? t('incoming.noneFound') : t('incoming.bookNone')}
          hint={words ? t('incoming.noneFoundHint') : undefined}
        />
      }
    >
      {(shown) => <BookRows rows={shown} />}
    </ListPage>
  )
}

function BookRows({ rows }: { rows: readonly BookRow[] }) {
  const { t } = useTranslation()
  const columns: Column<BookRow>[] = [
    {
      key: 'arrived',
      title: t('incoming.arrivedOn'),
      className: 'tabular nowrap',
      cell: ({ arrivedOn }) => showDay(arrivedOn),
    },
    {
      key: 'number',
      title: t('incoming.number'),
      className: 'tabular nowrap',
      cell: ({ number }) => <strong>{number}</strong>,
    },
    { key: 'sender', title: t('incoming.author'), cell: ({ sender }) => <span lang="vi">{sender}</span> },
    {
      key: 'notation',
      title: t('incoming.notation'),
      className: 'tabular',
      cell: ({ notation, issuedOn }) => (
        <>
          {notation ?? '–'}
          {issuedOn ? <div className="soft">{showDay(issuedOn)}</div> : null}
        </>
      ),
    },
    { key: 'about', title: t('incoming.kindAndSubject'), isHead: true, cell: (row) => <BookSubject row={row} /> },
    {
      key: 'receivers',
      title: t('incoming.receivers'),
      cell: ({ receivers }) => <span lang="vi">{receivers ?? '–'}</span>,
    },
    {
      key: 'passed',
      title: t('incoming.passedOn'),
      className: 'tabular nowrap',
      cell: ({ passedOn }) => (passedOn ? showDay(passedOn) : '–'),
    },
    {
      key: 'note',
      title: t('incoming.noteLabel'),
      cell: ({ note, state }) =>
        state === 'returned' || state === 'refused' ? (
          <>
            <IncomingStateMark state={state} />
            {note ? <div lang="vi">{note}</div> : null}
          </>
        ) : null,
    },
  ]
  return (
    <div data-testid="book-rows">
      <Rows
        rows={rows}
        caption={t('incoming.bookTitle')}
        keyOf={({ id }) => id}
        columns={columns}
        testId="book-row"
        isWide
        card={(row) => (
          <>
            <div className="row spread">
              <strong className="tabular">{t('incoming.numberOf', { n: row.number })}</strong>
              <span className="soft tabular">{showDay(row.arrivedOn)}</span>
            </div>
            <BookSubject row={row} />
            <p className="soft" lang="vi">
              {[row.sender, row.notation, row.issuedOn ? showDay(row.issuedOn) : null].filter(Boolean).join(' · ')}
            </p>
            {row.receivers ? (
              <p className="soft" lang="vi">
                {t('incoming.receivers')}: {row.receivers}
              </p>
            ) : null}
            {row.state === 'returned' || row.state === 'refused' ? (
              <p>
                <IncomingStateMark state={row.state} /> <span lang="vi">{row.note}</span>
              </p>
            ) : null}
          </>
        )}
      />
    </div>
  )
}

function BookSubject({ row }: { row: BookRow }) {
  const { t } = useTranslation()
  return (
    <div className="incoming-subject">
      <Link to="/van-ban-den/$id" params={{ id: String(row.id) }} lang="vi" data-row>
        {[row.kindName, row.about].filter(Boolean).join(' ')}
      </Link>
      {row.isUrgent ? <span className="tag incoming-urgent">{t('incoming.urgent')}</span> : null}
    </div>
  )
}
