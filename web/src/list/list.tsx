import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { Veil } from '../ui/veil.tsx'

/** What a list needs of its query: the result of `useInfiniteQuery`, or of `useQuery` for a list without pages. */
export interface Listed {
  error: unknown
  isPending: boolean
  /** The rows are those of the previous query. */
  isPlaceholderData?: boolean
  refetch: () => unknown
  hasNextPage?: boolean
  isFetchingNextPage?: boolean
  isFetchNextPageError?: boolean
  fetchNextPage?: () => unknown
}

interface Props<Row> {
  query: Listed
  /** Undefined until loaded. */
  rows: readonly Row[] | undefined
  /** Shown if there are no rows. */
  blank: ReactNode
  /** Lines of the placeholder while the rows load. */
  lines?: number
  /** Next to the button that loads more. */
  moreNote?: ReactNode
  children: (rows: readonly Row[]) => ReactNode
}

/** Rows of a query, or the error, placeholder or empty state instead; and a button to load more. */
export function List<Row>({ query, rows, blank, lines = 6, moreNote, children }: Props<Row>) {
  const { t } = useTranslation()
  const isStale = query.isPlaceholderData ?? false
  const problem = query.error ? <ProblemNote error={query.error} retry={() => query.refetch()} /> : null
  return (
    <>
      {query.isFetchNextPageError ? null : problem}
      {query.isPending || (isStale && rows?.length === 0) ? <Waiting lines={lines} /> : null}
      {rows && rows.length === 0 && !isStale ? blank : null}
      {rows && rows.length > 0 ? <Veil isStale={isStale}>{children(rows)}</Veil> : null}
      {/* Next to the pressed button: the top of the list is out of view. */}
      {query.isFetchNextPageError ? problem : null}
      {query.hasNextPage && !isStale ? (
        <div className="row more screen-only">
          <Button onClick={() => query.fetchNextPage?.()} loading={query.isFetchingNextPage ?? false}>
            {t('shell.more')}
          </Button>
          {moreNote}
        </div>
      ) : null}
    </>
  )
}

/** The rows of all loaded pages; undefined before the first. */
export function rowsOf<Row>(data: { pages: readonly { rows: readonly Row[] }[] } | undefined): Row[] | undefined {
  return data?.pages.flatMap((page) => page.rows)
}
