import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx'
import { List, rowsOf } from '../list/list.tsx'
import { SEARCH_STATES, type SearchPageSearch } from '../paths/search.ts'
import { useLanguage } from '../shell/language.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Blank } from '../ui/blank.tsx'
import { DayPicker } from '../ui/day-picker.tsx'
import { showDay, showNumber } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { MarkedWords } from './marked.tsx'
import { countsQuery, type SearchFilter as Filter, type FoundHit, type FoundKind, hitsQuery, LEAST } from './queries.ts'
import './search.css'

/** The kind to open first: the one whose best hit fits the words best. */
const bestOf = (kinds: readonly FoundKind[]): FoundKind | undefined =>
  kinds.filter(({ count }) => count > 0).toSorted((one, other) => (one.best ?? 0) - (other.best ?? 0))[0]

/** Everything that the words find, the kinds with counts; filters apply to all kinds. */
export function SearchPage() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/staff/tim-kiem' })
  const navigate = useNavigate({ from: '/tim-kiem' })
  const me = useMe()
  // As the server decides it: who manages people, or sets whom a member of the Task Force follows.
  const isForPeople = mayDo(me, 'people.keep') || mayDo(me, 'people.keepOwn') || (mayDo(me, 'urge.sign') && me.seesAll)
  const { q = '', agencyId, from, to, state } = search
  const words = q.trim()
  useTitle(words ? t('searchPage.titleOf', { words }) : t('searchPage.title'))
  const filter: Filter = {
    words,
    ...(agencyId ? { agencyId } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(state ? { state } : {}),
  }
  const isTooShort = words.length < LEAST
  const counts = useQuery(countsQuery(filter))
  const change = (changed: SearchPageSearch) =>
    navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false })
  const kinds = isTooShort ? [] : (counts.data?.kinds ?? [])
  const kind = kinds.find((one) => one.kind === search.kind) ?? bestOf(kinds) ?? kinds[0]
  const isFiltered = agencyId !== undefined || from !== undefined || to !== undefined || state !== undefined
  const all = kinds.reduce((sum, { count }) => sum + count, 0)
  const isMore = kinds.some((one) => one.isMore)
  return (
    <div className="page search-page">
      <div className="page-head">
        <h1>{t('searchPage.title')}</h1>
        <p className="soft">{t(isForPeople ? 'searchPage.aboutWithPeople' : 'searchPage.about')}</p>
      </div>
      <search className="filters screen-only">
        <div className="filter-row search-words">
          <SearchFilter
            label={t('searchPage.words')}
            hint={t('searchPage.wordsHint')}
            value={q || undefined}
            onChange={(q) => change({ q })}
          />
        </div>
        <div className="filter-row">
          <Labelled id="search-agency" label={t('searchPage.agency')}>
            <AgencySelect
              id="search-agency"
              {...(agencyId ? { value: agencyId } : {})}
              onChange={(agencyId) => change({ agencyId })}
            />
          </Labelled>
          <Labelled id="search-from" label={t('searchPage.from')}>
            <DayPicker
              id="search-from"
              value={from}
              onChange={(from) => change({ from })}
              {...(to ? { max: to } : {})}
            />
          </Labelled>
          <Labelled id="search-to" label={t('searchPage.to')}>
            <DayPicker id="search-to" value={to} onChange={(to) => change({ to })} {...(from ? { min: from } : {})} />
          </Labelled>
          <ChoiceFilter
            id="search-state"
            label={t('searchPage.state')}
            value={state}
            onChange={(state) => change({ state })}
            options={SEARCH_STATES.map((value) => ({ value, label: t(`searchPage.stateWords.${value}`) }))}
          />
        </div>
        {isFiltered ? (
          <Button
            size="small"
            onClick={() => change({ agencyId: undefined, from: undefined, to: undefined, state: undefined })}
          >
            {t('searchPage.clear')}
          </Button>
        ) : null}
      </search>
      <p role="status" className="search-status soft">
        {isTooShort
          ? ''
          : counts.data && !counts.isPlaceholderData
            ? isMore
              ? t('searchPage.foundMany', { words })
              : t('searchPage.found', { words, shown: showNumber(all, language) })
            : counts.error
              ? ''
              : t('shell.loading')}
      </p>
      {isTooShort ? <Blank title={t('searchPage.start')} hint={t('searchPage.startHint')} /> : null}
      {!isTooShort && counts.error ? <ProblemNote error={counts.error} retry={() => counts.refetch()} /> : null}
      {kind && all === 0 && !counts.isPlaceholderData ? (
        <Blank
          title={t('navigation.searchNone', { words })}
          hint={isFiltered ? t('searchPage.noneFiltered') : t('navigation.searchNoneHint')}
        />
      ) : null}
      {kind && all > 0 ? (
        <>
          <ul className="search-kinds screen-only" aria-label={t('searchPage.kinds')}>
            {kinds
              .filter((one) => one.count > 0 || one === kind)
              .map((one) => (
                <li key={one.kind}>
                  <button type="button" aria-pressed={one === kind} onClick={() => change({ kind: one.kind })}>
                    {one[language]}{' '}
                    <span className="tabular search-count">
                      {one.isMore ? t('searchPage.many') : showNumber(one.count, language)}
                    </span>
                  </button>
                </li>
              ))}
          </ul>
          <Hits key={kind.kind} kind={kind} filter={filter} />
        </>
      ) : null}
    </div>
  )
}

function Hits({ kind, filter }: { kind: FoundKind; filter: Filter }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const found = useInfiniteQuery(hitsQuery(kind.kind, filter))
  const rows = rowsOf(found.data)
  const name = kind[language]
  return (
    <>
      <p className="soft search-note">
        {kind.day ? t('searchPage.dayOf', { day: kind.day[language] }) : t('searchPage.noDay')}
        {kind.all ? (
          <>
            {' '}
            <PathLink to={kind.all}>{t('searchPage.list', { name })}</PathLink>
          </>
        ) : null}
      </p>
      <List
        query={found}
        rows={rows}
        blank={<Blank title={t('searchPage.noneOf', { name })} hint={t('searchPage.otherKinds')} />}
      >
        {(hits) => (
          <ol className="search-hits" aria-label={name}>
            {hits.map((hit) => (
              <Hit key={hit.id} kind={kind.kind} hit={hit} />
            ))}
          </ol>
        )}
      </List>
      {kind.isMore && rows && !found.hasNextPage ? <p className="soft">{t('searchPage.end')}</p> : null}
    </>
  )
}

/** Agencies and people stand otherwise than documents and tasks. */
const STANDS: Record<string, 'agencyState' | 'personState'> = { agency: 'agencyState', person: 'personState' }

function Hit({ kind, hit: { title, detail, excerpt, day, state, to } }: { kind: string; hit: FoundHit }) {
  const { t } = useTranslation()
  const stands = STANDS[kind]
  const stateWords =
    stands && (state === 'open' || state === 'ended')
      ? t(`searchPage.${stands}.${state}`)
      : t(`searchPage.stateWords.${state}`)
  return (
    <li className="search-hit" data-row-box data-testid="hit">
      <PathLink to={to} className="search-hit-title" lang="vi" isRow>
        <MarkedWords {...title} />
      </PathLink>
      {excerpt ? (
        <p className="search-excerpt" lang="vi">
          <MarkedWords {...excerpt} />
        </p>
      ) : null}
      <p className="soft search-detail">
        <span className={`search-state search-${state}`}>{stateWords}</span>
        {day ? <span className="tabular">{showDay(day)}</span> : null}
        {detail ? (
          <span lang="vi">
            <MarkedWords {...detail} />
          </span>
        ) : null}
      </p>
    </li>
  )
}
