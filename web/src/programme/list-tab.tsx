import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx'
import { List, rowsOf } from '../list/list.tsx'
import {
  ITEM_ONLY,
  ITEM_STANDINGS,
  type ItemFilter,
  itemFilterOf,
  LEVELS,
  type ProgrammeSearch,
} from '../paths/programme.ts'
import { useLanguage } from '../shell/language.tsx'
import { useMe } from '../shell/session.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { FilterChips } from './filter-chips.tsx'
import { ItemRows } from './item-rows.tsx'
import { knownWords } from './known.ts'
import { ProgrammeLine } from './programme-line.tsx'
import { itemsQuery, programmesQuery } from './queries.ts'

interface Props {
  search: ProgrammeSearch
  onChange: (changed: ProgrammeSearch) => void
}

/** Entries by any filter, as of any day; the address of every figure opens here. */
export function ListTab({ search, onChange }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const filter: ItemFilter = itemFilterOf({ ...search })
  const found = useInfiniteQuery(itemsQuery(filter))
  const programmes = useQuery(programmesQuery)
  const first = found.data?.pages[0]
  const shown = programmes.data?.rows.find(({ id }) => id === search.programmeId)
  const isFiltered = Object.keys(filter).length > 0
  const none = Object.fromEntries(Object.keys(filter).map((name) => [name, undefined])) as ProgrammeSearch
  return (
    <section aria-label={t('programme.tabs.list')}>
      <search className="filters screen-only">
        <div className="filter-row">
          <SearchFilter
            label={t('programme.search')}
            hint={t('programme.searchHint')}
            value={search.search}
            onChange={(words) => onChange({ search: words })}
          />
          <ChoiceFilter
            id="programme-standing"
            label={t('programme.standingLabel')}
            value={search.standing}
            onChange={(standing) => onChange({ standing })}
            options={ITEM_STANDINGS.map((value) => ({ value, label: t(`programme.standing.${value}`) }))}
          />
          <ChoiceFilter
            id="programme-only"
            label={t('programme.onlyLabel')}
            value={search.only}
            onChange={(only) => onChange({ only })}
            options={ITEM_ONLY.map((value) => ({ value, label: t(`programme.only.${value}`) }))}
          />
          <Labelled id="programme-agency" label={t('programme.lead')}>
            <AgencySelect
              id="programme-agency"
              {...(search.agencyId === undefined ? {} : { value: search.agencyId })}
              {...(search.asOf === undefined ? {} : { on: search.asOf })}
              onChange={(agencyId) => onChange({ agencyId })}
            />
          </Labelled>
          <ChoiceFilter
            id="programme-level"
            label={t('programme.levelLabel')}
            value={search.level}
            onChange={(level) => onChange({ level })}
            options={LEVELS.map((value) => ({ value, label: t(`programme.level.${value}`) }))}
          />
          <ChoiceFilter
            id="programme-which"
            label={t('programme.programme')}
            value={search.programmeId === undefined ? undefined : String(search.programmeId)}
            onChange={(id) => onChange({ programmeId: id === undefined ? undefined : Number(id) })}
            options={(programmes.data?.rows ?? []).map(({ id, title }) => ({ value: String(id), label: title }))}
            isLong
          />
          <Labelled id="programme-from" label={t('programme.dueFrom')}>
            <DayPicker
              id="programme-from"
              value={search.from}
              onChange={(from) => onChange({ from })}
              className="wide"
            />
          </Labelled>
          <Labelled id="programme-to" label={t('programme.dueTo')}>
            <DayPicker id="programme-to" value={search.to} onChange={(to) => onChange({ to })} className="wide" />
          </Labelled>
          <Labelled id="programme-as-of" label={t('programme.asOf')}>
            <DayPicker
              id="programme-as-of"
              value={search.asOf}
              max={me.today}
              onChange={(asOf) => onChange({ asOf })}
              className="wide"
            />
          </Labelled>
        </div>
        {isFiltered ? (
          <Button size="small" onClick={() => onChange(none)}>
            {t('programme.clear')}
          </Button>
        ) : null}
      </search>
      {shown ? <ProgrammeLine programme={shown} onRemoved={() => onChange({ programmeId: undefined })} /> : null}
      {first ? (
        <p className="soft" data-testid="programme-count">
          {t(search.flow ? 'programme.countTimes' : 'programme.count', {
            count: first.total,
            n: showNumber(first.total, language),
            day: showDay(first.asOf),
          })}
          {knownWords(t, search)}
        </p>
      ) : null}
      {first ? <FilterChips search={search} asOf={first.asOf} onChange={onChange} /> : null}
      <List
        query={found}
        rows={rowsOf(found.data)}
        blank={
          <Blank title={t('programme.none')} hint={t(isFiltered ? 'programme.noneFiltered' : 'programme.noneHint')} />
        }
      >
        {(rows) => <ItemRows rows={rows} caption={t('programme.tabs.list')} isOwed={search.standing === 'owed'} />}
      </List>
    </section>
  )
}
