import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkSearch } from '../paths/worklists.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { BulkBar, type UseUrge } from '../tasks/index.ts'
import { MoreRows, WorkCounts, type WorkRow, WorkSection } from './work-groups.tsx'
import { groupQuery, workQuery } from './work-query.ts'
import { WorkLine } from './work-row.tsx'

/** A list of work in groups, or one group of it page by page; rows can be selected for an act on many. */
export function WorkList({
  list,
  path,
  search,
  blank,
  actsOf,
  useUrge,
}: {
  list: 'desk' | 'queue'
  path: '/viec-cua-toi' | '/theo-doi'
  search: WorkSearch
  /** Shown if there is no work at all. */
  blank: ReactNode
  /** The acts on a row. */
  actsOf: (row: WorkRow) => ReactNode
  useUrge?: UseUrge
}) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const { group, silentDays, agencyId, followerId } = search
  const filter = {
    ...(silentDays === undefined ? {} : { silentDays }),
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(followerId === undefined ? {} : { followerId }),
  }
  const all = useQuery(workQuery(list, filter))
  const one = useInfiniteQuery({ ...groupQuery(list, filter, group ?? ''), enabled: group !== undefined })
  const choose = (ids: readonly number[], isChosen: boolean) =>
    setChosen((before) => {
      const next = new Set(before)
      for (const id of ids) isChosen ? next.add(id) : next.delete(id)
      return next
    })
  const error = all.error ?? one.error
  if (error) return <ProblemNote error={error} retry={() => all.refetch()} />
  if (!all.data || (group !== undefined && !one.data)) return <Waiting lines={10} />
  const pages = one.data?.pages ?? []
  const shown =
    group === undefined
      ? all.data.groups.filter(({ count }) => count > 0)
      : [{ ...pages[0]!.groups[0]!, rows: pages.flatMap((page) => page.groups[0]?.rows ?? []) }]
  const days = (name: string) => (name === 'dueSoon' ? all.data.soonDays : all.data.silentDays)
  // A row that has left the list is no longer selected.
  const there = new Set(shown.flatMap(({ rows }) => rows.map(({ taskId }) => taskId)))
  const ids = [...chosen].filter((id) => there.has(id))
  return (
    <>
      <WorkCounts groups={all.data.groups} path={path} search={search} />
      {shown.length === 0 ? blank : null}
      <div className="stack work-groups">
        {shown.map((found) => (
          <WorkSection
            key={found.name}
            name={found.name}
            count={found.count}
            days={days(found.name)}
            rows={found.rows}
            chosen={chosen}
            onChoose={choose}
            foot={
              found.count === 0 ? (
                <p className="soft">{t('work.nothingInGroup')}</p>
              ) : (
                <MoreRows
                  shown={found.rows.length}
                  count={found.count}
                  isLoading={one.isFetchingNextPage}
                  onMore={() =>
                    group === undefined
                      ? navigate({ to: path, search: { ...filter, group: found.name } })
                      : one.fetchNextPage()
                  }
                />
              )
            }
          >
            {found.rows.map((row) => (
              <WorkLine
                key={`${row.taskId}:${row.reason}:${row.aboutId}`}
                row={row}
                isLeadShown={list === 'queue'}
                isChosen={chosen.has(row.taskId)}
                onChoose={(isChosen) => choose([row.taskId], isChosen)}
              >
                {actsOf(row)}
              </WorkLine>
            ))}
          </WorkSection>
        ))}
      </div>
      <BulkBar ids={ids} {...(useUrge ? { useUrge } : {})} onClear={() => setChosen(new Set())} />
    </>
  )
}
