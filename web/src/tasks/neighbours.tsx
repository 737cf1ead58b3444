import { answer } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { readQuery } from '../paths/parse.ts'
import { taskSearchOf, usualSort } from '../paths/tasks.ts'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { keepWalk, readWalk, type Walk } from '../shell/walk.ts'
import { showNumber } from '../ui/format.ts'
import { PAGE, tasksQuery } from './queries.ts'

const pathOf = (id: number) => `/nhiem-vu/${id}`

/** The way back to the list this task was opened from, and to the tasks before and after it there. */
export function Neighbours({ taskId }: { taskId: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [error, setError] = useState<unknown>()
  const [isLoading, setLoading] = useState(false)
  const walk = readWalk()
  const place = walk?.rows.indexOf(pathOf(taskId)) ?? -1
  if (!walk || place < 0) return null
  const open = (found: Walk, to: string | undefined) => {
    if (to === undefined) return
    keepWalk({ ...found, at: to })
    // Replaced, so that Back leads to the list and not through every task looked at.
    navigate({
      to: '/nhiem-vu/$id',
      params: { id: to.slice(pathOf(0).length - 1) },
      search: ({ asOf }: { asOf?: string }) => (asOf ? { asOf } : {}),
      replace: true,
    })
  }
  const goOn = async () => {
    const next = walk.rows[place + 1]
    if (next !== undefined) return open(walk, next)
    setLoading(true)
    setError(undefined)
    try {
      const longer = await lengthened(walk, queries)
      open(longer, longer.rows[place + 1])
    } catch (problem) {
      setError(problem)
    } finally {
      setLoading(false)
    }
  }
  const isLast = place === walk.rows.length - 1 && walk.cursor === null
  const count = `${showNumber(walk.rows.length, language)}${walk.cursor === null ? '' : '+'}`
  return (
    <>
      <nav className="row neighbours screen-only" aria-label={t('task.inList')}>
        <Link to={walk.list} className="neighbours-list">
          ← {t('task.backToList')}
        </Link>
        <Button
          size="small"
          disabled={place === 0}
          onClick={() => open(walk, walk.rows[place - 1])}
          data-previous={place === 0 ? undefined : ''}
          title={t('task.previousKey')}
        >
          {t('task.previous')}
        </Button>
        <span className="soft tabular">
          {showNumber(place + 1, language)} / {count}
        </span>
        <Button
          size="small"
          disabled={isLast}
          loading={isLoading}
          onClick={goOn}
          data-next={isLast ? undefined : ''}
          title={t('task.nextKey')}
        >
          {t('task.next')}
        </Button>
      </nav>
      {error === undefined ? null : <ProblemNote error={error} retry={goOn} />}
    </>
  )
}

/** The walk with the next page of its list; the list, if it is still kept, gets that page too, so that Back finds the row. */
async function lengthened(walk: Walk, queries: ReturnType<typeof useQueryClient>): Promise<Walk> {
  const {
    sort: chosen,
    by: _by,
    view: _view,
    zoom: _zoom,
    at: _at,
    columns: _columns,
    ...filter
  } = taskSearchOf(readQuery(walk.list.split('?')[1] ?? ''))
  const sort = chosen ?? usualSort(filter)
  const cursor = walk.cursor ?? ''
  const page = await answer(api.GET('/api/tasks', { params: { query: { ...filter, sort, limit: PAGE, cursor } } }))
  queries.setQueryData(tasksQuery(filter, sort).queryKey, (kept) =>
    kept?.pages.at(-1)?.nextCursor === cursor
      ? { pages: [...kept.pages, page], pageParams: [...kept.pageParams, cursor] }
      : kept,
  )
  const more = page.rows.map(({ id }) => pathOf(id)).filter((path) => !walk.rows.includes(path))
  return { ...walk, rows: [...walk.rows, ...more], cursor: page.nextCursor }
}
