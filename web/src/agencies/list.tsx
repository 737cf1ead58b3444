import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { agenciesQuery } from '../form/agency-select.tsx'
import { SearchFilter } from '../list/filters.tsx'
import { ListPage } from '../list/list-page.tsx'
import { AGENCY_KINDS, type AgenciesSearch } from '../paths/agencies.ts'
import { mayDo, useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { addDays, showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { ACTS } from './acts.ts'
import { ComparedDays } from './comparison.tsx'
import { type AgencyList, foundQuery } from './queries.ts'
import { AgencyTree } from './tree.tsx'
import './agencies.css'

/** The agencies of a chosen day, by kind, with their units; and the changes compared with another day. */
export function Agencies() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/co-quan' })
  const navigate = useNavigate({ from: '/co-quan' })
  const on = search.on ?? me.today
  const list = useQuery(agenciesQuery(on))
  const found = useQuery(foundQuery(on, search.search ?? ''))
  const set = (change: Partial<Record<keyof AgenciesSearch, string | undefined>>) =>
    navigate({ search: (before) => tidy({ ...before, ...change }, me.today), replace: true })
  const isSearched = Boolean(search.search)
  return (
    <ListPage
      title={t('agencies.title')}
      about={t('agencies.about', { day: showDay(on) })}
      acts={
        mayDo(me, 'registry.keep') ? (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => set({ act: 'found' })}>
            {t('agencies.add')}
          </Button>
        ) : null
      }
      filters={<Filters search={search} on={on} set={set} />}
      between={
        <>
          {list.data ? <Turns turns={list.data.turns} search={search} on={on} /> : null}
          {search.from ? <ComparedDays from={search.from} to={on} onStop={() => set({ from: undefined })} /> : null}
        </>
      }
      query={{
        error: list.error ?? found.error,
        isPending: list.isPending || (isSearched && found.isPending),
        refetch: () => Promise.all([list.refetch(), ...(isSearched ? [found.refetch()] : [])]),
      }}
      rows={
        isSearched && found.isPending ? undefined : pickedOf(list.data, isSearched ? found.data : undefined, search)
      }
      blank={<Blank title={t('agencies.none')} hint={t('agencies.noneHint')} />}
      after={<ActDrawer acts={ACTS} act={search.act} target={{}} onClose={() => set({ act: undefined })} />}
    >
      {(picked) => (
        <AgencyTree
          all={list.data?.agencies ?? []}
          picked={picked}
          isNarrowed={(isSearched && found.data !== undefined) || search.kind !== undefined}
          on={on}
        />
      )}
    </ListPage>
  )
}

/** The agencies of a list that match the search and the kind. */
function pickedOf(list: AgencyList | undefined, found: Set<number> | undefined, { kind }: AgenciesSearch) {
  return list?.agencies.filter((one) => (found?.has(one.id) ?? true) && (kind === undefined || one.kind === kind))
}

/** Default values are left out of the address. */
function tidy(search: Partial<Record<keyof AgenciesSearch, string | undefined>>, today: string): AgenciesSearch {
  const { on, ...rest } = search
  const given = Object.entries({ ...rest, on: on === today ? undefined : on }).filter(([, value]) => Boolean(value))
  return Object.fromEntries(given) as AgenciesSearch
}

interface FilterProps {
  search: AgenciesSearch
  on: string
  set: (change: Partial<Record<keyof AgenciesSearch, string | undefined>>) => void
}

function Filters({ search, on, set }: FilterProps) {
  const { t } = useTranslation()
  return (
    <>
      <SearchFilter
        id="agency-search"
        label={t('agencies.search')}
        hint={t('agencies.searchHint')}
        value={search.search}
        onChange={(words) => set({ search: words })}
      />
      <Labelled id="agency-on" label={t('agencies.on')}>
        <DayPicker id="agency-on" value={on} isClearable={false} onChange={(day) => set({ on: day })} />
      </Labelled>
      <Labelled id="agency-from" label={t('agencies.against')}>
        <DayPicker
          id="agency-from"
          value={search.from}
          placeholder={t('agencies.noAgainst')}
          onChange={(day) => set({ from: day })}
        />
      </Labelled>
      <Labelled id="agency-kind" label={t('agencies.kind')}>
        <Select
          id="agency-kind"
          value={search.kind ?? ''}
          onChange={(kind: string) => set({ kind })}
          options={[
            { value: '', label: t('agencies.anyKind') },
            ...AGENCY_KINDS.map((kind) => ({ value: kind, label: t(`agencies.kinds.${kind}`) })),
          ]}
          className="wide"
          popupMatchSelectWidth={false}
        />
      </Labelled>
    </>
  )
}

/** The days on which agencies had successions: each opens that day compared with the day before. */
function Turns({ turns, search, on }: { turns: AgencyList['turns']; search: AgenciesSearch; on: string }) {
  const { t } = useTranslation()
  const me = useMe()
  if (turns.length === 0) return null
  const { on: _on, from: _from, ...rest } = search
  return (
    <nav className="agency-turns screen-only" aria-label={t('agencies.turns')}>
      <span className="soft" aria-hidden="true">
        {t('agencies.turns')}:
      </span>
      {turns.map((turn) => (
        <Link
          key={turn.on}
          to="/co-quan"
          search={{ ...rest, on: turn.on, from: addDays(turn.on, -1) }}
          aria-current={turn.on === on ? 'true' : undefined}
          title={t('agencies.turn', { day: showDay(turn.on), agencies: turn.agencies })}
          className="tabular"
        >
          {showDay(turn.on)}
          <span className="unseen">{t('agencies.turn', { day: '', agencies: turn.agencies })}</span>
        </Link>
      ))}
      {on === me.today && !search.from ? null : (
        <Link to="/co-quan" search={rest}>
          {t('agencies.today')}
        </Link>
      )}
    </nav>
  )
}
