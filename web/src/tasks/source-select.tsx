import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { nameInKind } from '../paths/tasks.ts'
import { api } from '../shell/api.ts'
import { FoundSelect } from './found-select.tsx'
import { taskKeys } from './keys.ts'
import type { SourceKind } from './source-kind.ts'

/** What a source is called, as one of its tasks says it; undefined where the reader sees none of them. */
const sourceQuery = (source: string) =>
  queryOptions({
    queryKey: [...taskKeys.lists, 'source', source],
    queryFn: async ({ signal }) => {
      const { rows } = await answer(api.GET('/api/tasks', { params: { query: { source, limit: 1 } }, signal }))
      const { sourceNumber = null, sourceTitle = null } = rows[0] ?? {}
      return { number: sourceNumber, title: sourceTitle }
    },
    staleTime: 60_000,
  })

/** The number of the source the list is filtered by, or what the address says of it; undefined without one. */
export function useSourceName(source: string | undefined): string | undefined {
  const { t } = useTranslation()
  const { data } = useQuery({ ...sourceQuery(source ?? ''), enabled: source !== undefined })
  if (source === undefined) return undefined
  return data?.number ?? data?.title ?? (nameInKind(source) || t('filter.nothing'))
}

/** Chooses among the sources of every kind that has such a choice. */
export function SourceSelect({
  sources,
  value,
  onChange,
}: {
  sources: readonly SourceKind[]
  value: string | undefined
  onChange: (source: string | undefined) => void
}) {
  return (
    <FoundSelect
      id="source"
      queryKey={['sourceChoice']}
      find={async (text, signal) => (await Promise.all(sources.map(({ choose }) => choose(text, signal)))).flat()}
      value={value}
      name={useSourceName(value)}
      onChange={onChange}
    />
  )
}
