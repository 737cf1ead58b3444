import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Button, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { BOOK_FORMATS, type BookSearch, bookFile } from '../paths/outgoing.ts'
import { useLanguage } from '../shell/language.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { type BookRow, bookQuery } from './outgoing-queries.ts'
import './outgoing.css'

/** The book of outgoing documents of one's body, a year at a time, as it is printed. */
export function OutgoingBook() {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban-di/so' })
  const patch = useSearchPatch<BookSearch>()
  const year = search.year ?? Number(me.today.slice(0, 4))
  const filter = { year, ...(search.words ? { words: search.words } : {}) }
  const found = useInfiniteQuery(bookQuery(filter))
  return (
    <ListPage
      title={t('outgoing.book.title', { year })}
      about={t('outgoing.book.about')}
      acts={
        <>
          <Link to="/van-ban-di">{t('outgoing.title')}</Link>
          {BOOK_FORMATS.map((format) => (
            <Button key={format} href={bookFile(filter, format)} data-testid={`book-${format}`}>
              {t('outgoing.download', { format: format.toUpperCase() })}
            </Button>
          ))}
        </>
      }
      filters={
        <>
          <Labelled id="book-year" label={t('outgoing.book.year')}>
            <InputNumber
              id="book-year"
              value={year}
              min={1945}
              max={9999}
              onChange={(typed) => patch({ year: typed ?? undefined } as BookSearch)}
              className="wide"
            />
          </Labelled>
          <SearchFilter
            label={t('outgoing.words')}
            hint={t('outgoing.book.wordsHint')}
            value={search.words}
            onChange={(words) => patch({ words } as BookSearch)}
          />
        </>
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t(search.words ? 'outgoing.noneFound' : 'outgoing.book.none')} />}
    >
      {(rows) => (
        <Rows
          rows={rows}
          caption={t('outgoing.book.title', { year })}
          keyOf={({ notation, issuedOn }) => `${notation} ${issuedOn}`}
          testId="book-row"
          isWide
          columns={[
            { key: 'number', title: t('outgoing.number'), className: 'tabular nowrap', isHead: true, cell: number },
            { key: 'day', title: t('outgoing.book.day'), className: 'tabular', cell: (row) => showDay(row.issuedOn) },
            { key: 'about', title: t('outgoing.book.subject'), cell: subject },
            {
              key: 'signer',
              title: t('outgoing.book.signer'),
              cell: ({ signer }) => <span lang="vi">{signer ?? '–'}</span>,
            },
            {
              key: 'recipients',
              title: t('outgoing.recipients'),
              cell: ({ recipients }) => <span lang="vi">{recipients ?? '–'}</span>,
            },
            { key: 'keptBy', title: t('outgoing.book.keptBy'), cell: ({ keptBy }) => <span lang="vi">{keptBy}</span> },
            {
              key: 'copies',
              title: t('outgoing.book.copies'),
              isNumber: true,
              className: 'tabular',
              cell: ({ copies }) => (copies === null ? '–' : showNumber(copies, language)),
            },
            { key: 'note', title: t('outgoing.book.note'), cell: (row) => <Note row={row} /> },
          ]}
          card={(row) => (
            <>
              <p className="row spread">
                <strong className="tabular">{number(row)}</strong>
                <span className="soft tabular">{showDay(row.issuedOn)}</span>
              </p>
              <p>{subject(row)}</p>
              <p className="soft" lang="vi">
                {[row.signer, row.recipients].filter(Boolean).join(' · ')}
              </p>
              <Note row={row} />
            </>
          )}
        />
      )}
    </ListPage>
  )
}

const number = ({ notation, to }: BookRow) =>
  to === null ? (
    notation
  ) : (
    <PathLink to={to} isRow>
      {notation}
    </PathLink>
  )
const subject = ({ kindName, about }: BookRow) => (
  <span lang="vi">{[kindName, about].filter(Boolean).join(' ') || '–'}</span>
)

/** What is still to be done with it, or what became of it: nothing for one that was issued and is in force. */
function Note({ row: { state, isUrgent } }: { row: BookRow }) {
  const { t } = useTranslation()
  return (
    <>
      {isUrgent ? <span className="tag warn">{t('outgoing.urgent')}</span> : null}
      {state && state !== 'issued' ? t(`outgoing.state.${state}`) : null}
    </>
  )
}
