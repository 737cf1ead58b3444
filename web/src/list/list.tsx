import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'

/** What a list needs of its query: the answer of `useInfiniteQuery`, or of `useQuery` for a list that comes whole. */
export interface Listed {
  error: unknown
  isPending: boolean
  refetch: () => unknown
  hasNextPage?: boolean
  isFetchingNextPage?: boolean
  isFetchNextPageError?: boolean
  fetchNextPage?: () => unknown
}

interface Props<Row> {
  query: Listed
  /** Undefined until they have come. */
  rows: readonly Row[] | undefined
  /** Stands in the place of no rows. */
  blank: ReactNode
  /** Lines of the place held while the rows are fetched. */
  lines?: number
  /** Beside the button that fetches more. */
  moreNote?: ReactNode
  children: (rows: readonly Row[]) => ReactNode
}

/** Rows of a query with all that can stand in their place: an error, waiting, nothing; and a button for more of them. */
export function List<Row>({ query, rows, blank, lines = 6, moreNote, children }: Props<Row>) {
  const { t } = useTranslation()
  const problem = query.error ? <ProblemNote error={query.error} retry={() => query.refetch()} /> : null
  return (
    <>
      {query.isFetchNextPageError ? null : problem}
      {query.isPending ? <Waiting lines={lines} /> : null}
      {rows && rows.length === 0 ? blank : null}
      {rows && rows.length > 0 ? children(rows) : null}
      {/* Beside the button that was pressed: the head of the list is out of sight. */}
      {query.isFetchNextPageError ? problem : null}
      {query.hasNextPage ? (
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

/** The rows of all pages fetched so far; undefined before the first. */
export function rowsOf<Row>(data: { pages: readonly { rows: readonly Row[] }[] } | undefined): Row[] | undefined {
  return data?.pages.flatMap((page) => page.rows)
}
