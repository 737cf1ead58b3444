import { FilterOutlined } from '@ant-design/icons'
import { answer } from '@dieuhanh/client'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { CountingSelect } from '../form/counting-select.tsx'
import { DEADLINE_KINDS, GIVEN, STANDING_FILTERS, STATES, type TaskSearch, URGENCIES } from '../paths/tasks.ts'
import { api } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { useNarrow } from '../ui/narrow.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { FollowerSelect } from './follower-select.tsx'
import { FoundSelect } from './found-select.tsx'
import { taskKeys } from './keys.ts'
import type { SourceKind } from './source-kind.ts'
import { SourceSelect } from './source-select.tsx'

interface Props {
  search: TaskSearch
  onChange: (change: TaskSearch) => void
}
const MAIN = ['standing', 'agencyId', 'asOf'] as const
const MORE = [
  'coordinatingId',
  'followerId',
  'urgency',
  'source',
  'group',
  'month',
  'state',
  'deadlineKind',
  'dueFrom',
  'dueTo',
  'anyDueOn',
  'from',
  'to',
  'knownOn',
  'knownBefore',
  'given',
  'counting',
] as const

export function Filters({ search, onChange, sources }: Props & { sources: readonly SourceKind[] }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const [isOpen, setOpen] = useState(false)
  // On a phone only the search box is open, to leave the space to the rows.
  const hidden = narrow ? [...MAIN, ...MORE] : MORE
  const set = hidden.filter((name) => search[name] !== undefined).length
  return (
    <search className="filters screen-only">
      <div className="filter-row">
        <Labelled id="search" label={t('filter.search')}>
          <SearchBox
            placeholder={t('filter.searchHint')}
            value={search.search}
            onChange={(words) => onChange({ search: words })}
          />
        </Labelled>
        {narrow ? null : <MainFilters search={search} onChange={onChange} />}
        <Button
          icon={<FilterOutlined />}
          aria-expanded={isOpen}
          aria-controls="more-filters"
          onClick={() => setOpen(!isOpen)}
        >
          {set > 0 ? t('filter.moreSet', { n: set }) : t('filter.more')}
        </Button>
      </div>
      <div id="more-filters" className="filter-more" hidden={!isOpen}>
        {isOpen && narrow ? <MainFilters search={search} onChange={onChange} /> : null}
        {isOpen ? <MoreFilters search={search} onChange={onChange} sources={sources} /> : null}
      </div>
    </search>
  )
}

function MainFilters({ search, onChange }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  return (
    <>
      <Labelled id="standing" label={t('filter.standing')}>
        <Select
          id="standing"
          value={search.standing}
          onChange={(standing) => onChange({ standing })}
          allowClear
          placeholder={t('filter.any')}
          options={STANDING_FILTERS.map((value) => ({ value, label: t(`filter.standingWords.${value}`) }))}
          className="wide"
        />
      </Labelled>
      <Labelled id="agency" label={t('filter.agency')}>
        <AgencySelect
          id="agency"
          value={search.agencyId}
          on={search.asOf}
          onChange={(agencyId) => onChange({ agencyId })}
        />
      </Labelled>
      <Labelled id="asOf" label={t('filter.asOf')}>
        <DayPicker
          id="asOf"
          value={search.asOf}
          onChange={(asOf) => onChange({ asOf })}
          max={me.today}
          placeholder={showDay(me.today)}
        />
      </Labelled>
    </>
  )
}

function MoreFilters({ search, onChange, sources }: Props & { sources: readonly SourceKind[] }) {
  const { t } = useTranslation()
  return (
    <>
      <Labelled id="coordinating" label={t('filter.coordinatingId')}>
        <AgencySelect
          id="coordinating"
          value={search.coordinatingId}
          on={search.asOf}
          onChange={(coordinatingId) => onChange({ coordinatingId })}
        />
      </Labelled>
      <Labelled id="follower" label={t('filter.followerId')}>
        <FollowerSelect
          value={search.followerId}
          on={search.asOf}
          onChange={(followerId) => onChange({ followerId })}
        />
      </Labelled>
      <Labelled id="urgency" label={t('filter.urgency')}>
        <Select
          id="urgency"
          value={search.urgency}
          onChange={(urgency) => onChange({ urgency })}
          allowClear
          placeholder={t('filter.any')}
          options={URGENCIES.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          className="wide"
        />
      </Labelled>
      <Labelled id="source" label={t('filter.source')}>
        <SourceSelect sources={sources} value={search.source} onChange={(source) => onChange({ source })} />
      </Labelled>
      <Labelled id="group" label={t('filter.group')}>
        <FoundSelect
          id="group"
          queryKey={[...taskKeys.lists, 'groups']}
          find={findGroups}
          value={search.group}
          name={search.group}
          onChange={(group) => onChange({ group })}
        />
      </Labelled>
      <Labelled id="state" label={t('filter.state')}>
        <Select
          id="state"
          value={search.state}
          onChange={(state) => onChange({ state })}
          allowClear
          placeholder={t('filter.any')}
          options={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          className="wide"
        />
      </Labelled>
      <Labelled id="kind" label={t('filter.deadlineKind')}>
        <Select
          id="kind"
          value={search.deadlineKind}
          onChange={(deadlineKind) => onChange({ deadlineKind })}
          allowClear
          placeholder={t('filter.any')}
          options={DEADLINE_KINDS.map((value) => ({ value, label: t(`deadlineKind.${value}`) }))}
          className="wide"
        />
      </Labelled>
      <Labelled id="given" label={t('collective.given')}>
        <Select
          id="given"
          value={search.given}
          onChange={(given) => onChange({ given })}
          allowClear
          placeholder={t('filter.any')}
          options={GIVEN.map((value) => ({ value, label: t(`collective.givens.${value}`) }))}
          className="wide"
        />
      </Labelled>
      <CountingSelect value={search.counting} onChange={(counting) => onChange({ counting })} />
      <Labelled id="month" label={t('filter.month')}>
        <DayPicker id="month" picker="month" value={search.month} onChange={(month) => onChange({ month })} />
      </Labelled>
      {(['from', 'to', 'dueFrom', 'dueTo', 'anyDueOn', 'knownOn'] as const).map((name) => (
        <Labelled key={name} id={name} label={t(`filter.${name}`)}>
          <DayPicker id={name} value={search[name]} onChange={(day) => onChange({ [name]: day })} />
        </Labelled>
      ))}
    </>
  )
}

async function findGroups(text: string, signal: AbortSignal) {
  const query = text ? { search: text } : {}
  const { groups } = await answer(api.GET('/api/groups', { params: { query }, signal }))
  return groups.map((group) => ({ value: group, label: group }))
}
