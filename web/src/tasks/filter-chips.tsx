import { useQuery } from '@tanstack/react-query'
import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import { agenciesQuery } from '../form/agency-select.tsx'
import type { TaskFilter, TaskSearch } from '../paths/tasks.ts'
import { useFollowerName } from '../shell/followers.ts'
import { showDay, showInstant, showMonth } from '../ui/format.ts'
import { useSourceName } from './source-select.tsx'

interface Props {
  search: TaskSearch
  onChange: (change: TaskSearch) => void
}

/** The active filters as text; each can be removed. Also printed above the table. */
export function FilterChips({ search, onChange, onClear }: Props & { onClear: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery({
    ...agenciesQuery(search.map === 'today' ? undefined : search.asOf),
    enabled: search.agencyId !== undefined || search.coordinatingId !== undefined,
  })
  const agency = (id: number | undefined) =>
    id === undefined
      ? undefined
      : (data?.agencies.find((one) => one.id === id)?.name ?? t('shell.formerAgency', { id }))
  const follower = useFollowerName(search.followerId, search.asOf)
  const source = useSourceName(search.source)
  const words: Partial<Record<keyof TaskFilter, string>> = {
    search: search.search && `“${search.search}”`,
    standing: search.standing && t(`filter.standingWords.${search.standing}`),
    agencyId: agency(search.agencyId),
    coordinatingId: agency(search.coordinatingId),
    followerId: follower,
    urgency: search.urgency && t(`urgency.${search.urgency}`),
    map: search.map && t(`reorganisation.map.${search.map}`),
    source,
    group: search.group === '' ? t('filter.nothing') : search.group,
    state: search.state && t(`state.${search.state}`),
    deadlineKind: search.deadlineKind && t(`deadlineKind.${search.deadlineKind}`),
    month: search.month && showMonth(search.month),
    from: search.from && showDay(search.from),
    to: search.to && showDay(search.to),
    dueFrom: search.dueFrom && showDay(search.dueFrom),
    dueTo: search.dueTo && showDay(search.dueTo),
    anyDueOn: search.anyDueOn && showDay(search.anyDueOn),
    given: search.given && t(`collective.givens.${search.given}`),
    counting: search.counting && t(`collective.countings.${search.counting}`),
    collectiveId: search.collectiveId === undefined ? undefined : t('collective.numbered', { id: search.collectiveId }),
    asOf: search.asOf && showDay(search.asOf),
    knownOn: search.knownOn && showDay(search.knownOn),
    knownBefore: search.knownBefore && showInstant(search.knownBefore),
  }
  const names = (Object.keys(words) as (keyof typeof words)[]).filter((name) => words[name])
  if (names.length === 0) return null
  return (
    <ul className="row chips" aria-label={t('filter.active')}>
      {names.map((name) => (
        <li key={name}>
          <Tag
            closable={{ 'aria-label': t('filter.remove', { name: t(nameOf(name)) }) }}
            onClose={(event) => {
              event.preventDefault()
              onChange({ [name]: undefined })
            }}
          >
            {t(nameOf(name))}: <strong>{words[name]}</strong>
          </Tag>
        </li>
      ))}
      <li className="screen-only">
        <Button type="link" size="small" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      </li>
    </ul>
  )
}

function nameOf(name: keyof TaskFilter) {
  if (name === 'given' || name === 'counting' || name === 'collectiveId') return `collective.${name}` as const
  return name === 'agencyId' ? ('filter.agency' as const) : (`filter.${name}` as const)
}
