import { answer, type Body } from '@dieuhanh/client'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { Field, LineField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { optionalText } from '../form/typed-text.ts'
import { ChoiceFilter, SearchFilter, useSearchPatch } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListPage } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { CASE_STATES, type CasesSearch } from '../paths/cases.ts'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { fold, showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { KeeperField, OfferFields, offerCases, RetentionField, useToHandOver } from './case-acts.tsx'
import { type CaseRow, casesQuery, nomenclatureQuery, nomenclaturesQuery, refreshCases } from './case-queries.ts'
import { CaseStanding, useRetentionWords, useYears } from './case-standing.tsx'
import './cases.css'

/** Case files that the user may see: found by words, year, unit, keeper and state; those that are ready are handed over together. */
export function CasesPage() {
  const { t } = useTranslation()
  const search = useSearch({ from: '/staff/van-ban/ho-so' })
  const patch = useSearchPatch<CasesSearch>()
  const { year, unitId, isMine, state, counted, search: words } = search
  const found = useInfiniteQuery(
    casesQuery({
      ...(year ? { year } : {}),
      ...(unitId ? { unitId } : {}),
      ...(isMine ? { isMine: true } : {}),
      ...(state ? { state } : {}),
      ...(counted && year ? { counted } : {}),
      ...(words ? { search: words } : {}),
    }),
  )
  const years = useYears()
  const rows = rowsOf(found.data)
  const [chosen, setChosen] = useState<readonly number[]>([])
  const ready = (rows ?? []).filter(({ may }) => may.includes('offer'))
  const selected = ready.map(({ id }) => id).filter((id) => chosen.includes(id))
  return (
    <ListPage
      title={t('cases.title')}
      about={t('cases.about')}
      acts={
        <>
          {selected.length > 0 ? (
            <Button onClick={() => patch({ act: 'offer' })} data-testid="offer-cases">
              {t('cases.offerChosen', { count: selected.length })}
            </Button>
          ) : null}
          <Link to="/van-ban/danh-muc-ho-so">{t('cases.nomenclatures')}</Link>
          <Link to="/van-ban/luu-tru">{t('cases.archive')}</Link>
          {found.data?.pages[0]?.mayOpen ? (
            <Button type="primary" onClick={() => patch({ act: 'new' })} data-testid="new-case">
              {t('cases.open')}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <SearchFilter
            label={t('cases.search')}
            hint={t('cases.searchHint')}
            value={words}
            onChange={(search) => patch({ search })}
          />
          <ChoiceFilter
            id="case-state"
            label={t('cases.where')}
            value={state}
            onChange={(state) => patch({ state })}
            options={CASE_STATES.map((value) => ({ value, label: t(`cases.state.${value}`) }))}
          />
          <ChoiceFilter
            id="case-year"
            label={t('cases.field.year')}
            value={year === undefined ? undefined : String(year)}
            onChange={(chosenYear) => patch({ year: chosenYear ? Number(chosenYear) : undefined, counted: undefined })}
            options={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
          <Labelled id="case-unit" label={t('cases.field.unit')}>
            <AgencySelect
              id="case-unit"
              {...(unitId ? { value: unitId } : {})}
              onChange={(unitId) => patch({ unitId })}
              isClearable
            />
          </Labelled>
          <Checkbox
            checked={isMine === 'true'}
            onChange={({ target }) => patch({ isMine: target.checked ? 'true' : undefined })}
          >
            {t('cases.mine')}
          </Checkbox>
        </>
      }
      between={
        counted ? <p className="soft">{t('cases.ofFigure', { name: t(`cases.count.${counted}`), year })}</p> : null
      }
      query={found}
      rows={rows}
      blank={<Blank title={t('cases.none')} hint={t('cases.noneHint')} />}
      after={
        <>
          <NewCaseDrawer
            isOpen={search.act === 'new'}
            lineId={search.line}
            onClose={() => patch({ act: undefined, line: undefined })}
          />
          <OfferDrawer caseIds={search.act === 'offer' ? selected : []} onClose={() => patch({ act: undefined })} />
        </>
      }
    >
      {(list) => (
        <CaseRows rows={list} chosen={selected} onChoose={setChosen} isChoosable={({ may }) => may.includes('offer')} />
      )}
    </ListPage>
  )
}

/** Rows of cases; those that may be chosen have a box. */
export function CaseRows({
  rows,
  chosen,
  onChoose,
  isChoosable,
}: {
  rows: readonly CaseRow[]
  chosen: readonly number[]
  onChoose: (ids: readonly number[]) => void
  isChoosable: (row: CaseRow) => boolean
}) {
  const { t } = useTranslation()
  const retention = useRetentionWords()
  const box = (row: CaseRow) =>
    isChoosable(row) ? (
      <Checkbox
        aria-label={t('cases.choose', { title: row.title })}
        checked={chosen.includes(row.id)}
        onChange={({ target }) => onChoose(target.checked ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
      />
    ) : null
  const name = ({ id, title }: CaseRow) => (
    <Link to="/van-ban/ho-so/$id" params={{ id: String(id) }} data-row lang="vi">
      {title}
    </Link>
  )
  const due = ({ dueOn }: CaseRow) => (dueOn ? showDay(dueOn) : '')
  return (
    <Rows
      rows={rows}
      caption={t('cases.title')}
      keyOf={({ id }) => id}
      testId="case"
      columns={[
        ...(rows.some(isChoosable)
          ? [
              {
                key: 'box',
                title: <span className="unseen">{t('cases.chosen')}</span>,
                cell: box,
                isOnScreenOnly: true,
              },
            ]
          : []),
        { key: 'code', title: t('cases.field.code'), cell: ({ code }) => code ?? '', className: 'tabular nowrap' },
        { key: 'title', title: t('cases.field.title'), cell: name, isHead: true },
        { key: 'unit', title: t('cases.field.unit'), cell: ({ unit }) => <span lang="vi">{unit.name}</span> },
        { key: 'keeper', title: t('cases.field.keeper'), cell: ({ keeper }) => <span lang="vi">{keeper.name}</span> },
        { key: 'retention', title: t('cases.field.retention'), cell: retention, className: 'nowrap' },
        { key: 'items', title: t('cases.field.items'), isNumber: true, cell: ({ items }) => items },
        { key: 'due', title: t('cases.field.dueOn'), cell: due, className: 'tabular nowrap' },
        { key: 'state', title: t('cases.where'), cell: (row) => <CaseStanding one={row} /> },
      ]}
      card={(row) => (
        <>
          <p className="row">
            {box(row)}
            {name(row)}
          </p>
          <p className="soft" lang="vi">
            {[row.code, row.unit.name, row.keeper.name].filter(Boolean).join(' · ')}
          </p>
          <p>
            <CaseStanding one={row} /> <span className="soft tabular">{due(row)}</span>
          </p>
        </>
      )}
    />
  )
}

type NewCase = Body<'/api/records/cases'>

/** Opens a case from a line of the nomenclature in force, or outside it. */
function NewCaseDrawer({
  isOpen,
  lineId,
  onClose,
}: {
  isOpen: boolean
  lineId: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return (
    <FormDrawer<NewCase, undefined, { id: number }>
      title={isOpen ? t('cases.open') : undefined}
      did={t('cases.did')}
      initial={lineId ? { lineId } : {}}
      send={({ lineId: line, title, retentionClassId, keeperId }, _, key) =>
        answer(
          api.POST('/api/records/cases', {
            headers: key,
            body: {
              ...(line ? { lineId: line } : {}),
              ...optionalText('title', title),
              ...(retentionClassId ? { retentionClassId } : {}),
              ...(keeperId ? { keeperId } : {}),
            },
          }),
        )
      }
      refresh={() => refreshCases(queries)}
      onDone={({ id }) => navigate({ to: '/van-ban/ho-so/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => (
        <>
          <LineOfNomenclature />
          <LineField name="title" label={t('cases.field.title')} extra={t('cases.titleHint')} isOptional />
          <RetentionField isOptional />
          <KeeperField isOptional />
        </>
      )}
    </FormDrawer>
  )
}

/** The lines from which the user may open a case this year. */
function LineOfNomenclature() {
  const { t } = useTranslation()
  const { data: lists } = useQuery(nomenclaturesQuery)
  const issued = lists?.rows.find(({ state }) => state === 'issued')
  const { data } = useQuery({ ...nomenclatureQuery(issued?.id ?? 0), enabled: issued !== undefined })
  const lines = (data?.contents ?? []).filter(({ mayOpen }) => mayOpen)
  return (
    <Field
      name="lineId"
      label={t('cases.field.line')}
      extra={lines.length === 0 ? t('cases.noLines') : undefined}
      isOptional
    >
      <Select
        allowClear
        showSearch={{
          filterOption: (typed: string, option?: { label?: unknown }) =>
            fold(String(option?.label ?? '')).includes(fold(typed)),
        }}
        options={lines.map(({ id, code, title }) => ({ value: id, label: `${code} ${title}` }))}
      />
    </Field>
  )
}

/** Hands the chosen cases over to the archive. */
function OfferDrawer({ caseIds, onClose }: { caseIds: readonly number[]; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toHandOver = useToHandOver()
  return (
    <FormDrawer<{ words?: string }, readonly number[], { id: number }>
      title={caseIds.length > 0 ? t('cases.offerChosen', { count: caseIds.length }) : undefined}
      did={t('cases.did')}
      on={caseIds}
      send={({ words }, ids, key) => offerCases([...ids], words, key)}
      refresh={() => refreshCases(queries)}
      onDone={toHandOver}
      onClose={onClose}
    >
      {() => <OfferFields />}
    </FormDrawer>
  )
}
