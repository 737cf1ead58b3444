import { answer, type Body } from '@dieuhanh/client'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { Field } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { FINDING_STATES, INSPECTION_STATES } from '../paths/taskforce.ts'
import { api } from '../shell/api.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { PlannedFields, plannedWords } from './acts/inspection.tsx'
import { AgencyField } from './fields.tsx'
import { figureOf, OfFigure, OnlyOpen } from './of-figure.tsx'
import {
  type FindingRow,
  findingsQuery,
  forcesQuery,
  type InspectionRow,
  inspectionsQuery,
  refreshTaskforce,
} from './queries.ts'
import type { TabProps } from './recommendations.tsx'
import { FindingStateTag, InspectionStateTag, toneOf } from './standing.tsx'

type NewInspection = Body<'/api/taskforce/inspections'>

const HELD = ['held'] as const
const OPEN = ['open'] as const

/** Inspections, the latest first. */
export function InspectionsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const { state, isOpen, agencyId, search: words } = search
  const found = useInfiniteQuery(
    inspectionsQuery({
      ...(state ? { state } : {}),
      ...(isOpen ? { isOpen: true } : {}),
      ...(agencyId ? { agencyId } : {}),
      ...(words ? { search: words } : {}),
      ...figureOf(search, HELD),
    }),
  )
  const mayAdd = found.data?.pages[0]?.mayAdd ?? false
  return (
    <ListSection
      id="inspections"
      title={t('taskforce.tabs.inspections')}
      about={t('taskforce.inspectionsAbout')}
      acts={
        mayAdd ? (
          <Button type="primary" onClick={() => onChange({ act: 'new' })} data-testid="new-inspection">
            {t('taskforce.newInspection')}
          </Button>
        ) : null
      }
      filters={
        <>
          <SearchFilter
            label={t('taskforce.search')}
            hint={t('taskforce.searchHint')}
            value={words}
            onChange={(search) => onChange({ search })}
          />
          <ChoiceFilter
            id="inspection-state"
            label={t('taskforce.where')}
            value={state}
            onChange={(state) => onChange({ state, isOpen: undefined })}
            options={INSPECTION_STATES.map((value) => ({ value, label: t(`taskforce.inspectionState.${value}`) }))}
          />
          <Labelled id="inspection-agency" label={t('taskforce.agency')}>
            <AgencySelect
              id="inspection-agency"
              {...(agencyId ? { value: agencyId } : {})}
              onChange={(agencyId) => onChange({ agencyId })}
            />
          </Labelled>
          <OnlyOpen search={search} onChange={onChange} />
          <OfFigure search={search} own={HELD} onChange={onChange} />
        </>
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('taskforce.noInspections')} hint={t('taskforce.noInspectionsHint')} />}
      after={
        mayAdd ? (
          <NewInspectionDrawer isOpen={search.act === 'new'} onClose={() => onChange({ act: undefined })} />
        ) : null
      }
    >
      {(rows) => <InspectionRows rows={rows} />}
    </ListSection>
  )
}

function InspectionRows({ rows }: { rows: readonly InspectionRow[] }) {
  const { t } = useTranslation()
  const name = ({ id, title }: InspectionRow) => (
    <Link to="/to-cong-tac/kiem-tra/$id" params={{ id: String(id) }} data-row lang="vi">
      {title}
    </Link>
  )
  const term = ({ state, explainBy, answerBy, concludedOn }: InspectionRow) =>
    showDay(state === 'waiting' ? explainBy : state === 'findingsSent' ? answerBy : concludedOn)
  return (
    <Rows
      rows={rows}
      caption={t('taskforce.tabs.inspections')}
      keyOf={({ id }) => id}
      testId="inspection"
      columns={[
        { key: 'title', title: t('taskforce.field.title'), cell: name, isHead: true },
        { key: 'agency', title: t('taskforce.agency'), cell: ({ agency }) => <span lang="vi">{agency.name}</span> },
        {
          key: 'decision',
          title: t('taskforce.field.decision'),
          cell: ({ decision }) => decision ?? '',
          className: 'nowrap',
        },
        {
          key: 'days',
          title: t('taskforce.days'),
          cell: ({ fromOn, toOn }) => `${showDay(fromOn)} – ${showDay(toOn)}`,
          className: 'tabular nowrap',
        },
        { key: 'findings', title: t('taskforce.tabs.findings'), cell: ({ findings }) => findings, isNumber: true },
        { key: 'term', title: t('taskforce.term'), cell: term, className: 'tabular nowrap' },
        { key: 'state', title: t('taskforce.where'), cell: ({ state }) => <InspectionStateTag state={state} /> },
      ]}
      card={(row) => (
        <>
          <p>{name(row)}</p>
          <p className="soft" lang="vi">
            {row.agency.name} · {showDay(row.fromOn)}
          </p>
          <p>
            <InspectionStateTag state={row.state} />
          </p>
        </>
      )}
    />
  )
}

function NewInspectionDrawer({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const forces = useQuery(forcesQuery)
  const open = (forces.data?.rows ?? []).filter(({ toOn }) => toOn === null)
  if (forces.isPending) return null
  return (
    <FormDrawer<NewInspection, undefined, { id: number }>
      title={isOpen ? t('taskforce.newInspection') : undefined}
      did={t('taskforce.did')}
      hint={t('taskforce.newInspectionHint')}
      initial={{ form: 'onSite', ...(open[0] ? { taskForceId: open[0].id } : {}) }}
      send={({ taskForceId, agencyId, ...planned }, _, key) =>
        answer(
          api.POST('/api/taskforce/inspections', {
            headers: key,
            body: { taskForceId, agencyId, ...plannedWords(planned) },
          }),
        )
      }
      refresh={() => refreshTaskforce(queries)}
      onDone={({ id }) => navigate({ to: '/to-cong-tac/kiem-tra/$id', params: { id: String(id) } })}
      onClose={onClose}
    >
      {() => (
        <>
          <Field name="taskForceId" label={t('taskforce.taskForce')}>
            <Select options={open.map(({ id, name }) => ({ value: id, label: name }))} />
          </Field>
          <AgencyField name="agencyId" label={t('taskforce.field.subject')} />
          <PlannedFields />
        </>
      )}
    </FormDrawer>
  )
}

/** Findings that were sent to agencies: what is open, who is to remedy it, what was found again. */
export function FindingsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const { findingState, isOpen, toAnswer, agencyId, search: words } = search
  const found = useInfiniteQuery(
    findingsQuery({
      ...(findingState ? { state: findingState } : {}),
      ...(isOpen ? { isOpen: true } : {}),
      ...(toAnswer ? { toAnswer: true } : {}),
      ...figureOf(search, OPEN),
      ...(agencyId ? { agencyId } : {}),
      ...(words ? { search: words } : {}),
    }),
  )
  return (
    <ListSection
      id="findings"
      title={t('taskforce.tabs.findings')}
      about={t('taskforce.findingsAbout')}
      filters={
        <>
          <SearchFilter
            label={t('taskforce.search')}
            hint={t('taskforce.searchHint')}
            value={words}
            onChange={(search) => onChange({ search })}
          />
          <ChoiceFilter
            id="finding-state"
            label={t('taskforce.where')}
            value={findingState}
            onChange={(findingState) => onChange({ findingState, isOpen: undefined, toAnswer: undefined })}
            options={FINDING_STATES.map((value) => ({ value, label: t(`taskforce.findingState.${value}`) }))}
          />
          <Labelled id="finding-agency" label={t('taskforce.agency')}>
            <AgencySelect
              id="finding-agency"
              {...(agencyId ? { value: agencyId } : {})}
              onChange={(agencyId) => onChange({ agencyId })}
            />
          </Labelled>
          {toAnswer ? (
            <Button onClick={() => onChange({ toAnswer: undefined })} data-testid="not-only-to-answer">
              {t('taskforce.notOnlyToAnswer')}
            </Button>
          ) : null}
          <OnlyOpen search={search} onChange={onChange} />
          <OfFigure search={search} own={OPEN} onChange={onChange} />
        </>
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('taskforce.noFindings')} hint={t('taskforce.noFindingsHint')} />}
    >
      {(rows) => <FindingRows rows={rows} />}
    </ListSection>
  )
}

function FindingRows({ rows }: { rows: readonly FindingRow[] }) {
  const { t } = useTranslation()
  const name = ({ id, inspectionId, fact }: FindingRow) => (
    <Link
      to="/to-cong-tac/kiem-tra/$id"
      params={{ id: String(inspectionId) }}
      search={{ finding: id }}
      data-row
      lang="vi"
    >
      {fact}
    </Link>
  )
  return (
    <Rows
      rows={rows}
      caption={t('taskforce.tabs.findings')}
      keyOf={({ id }) => id}
      testId="finding-row"
      columns={[
        { key: 'fact', title: t('taskforce.field.fact'), cell: name, isHead: true },
        { key: 'agency', title: t('taskforce.agency'), cell: ({ agency }) => <span lang="vi">{agency.name}</span> },
        {
          key: 'degree',
          title: t('taskforce.field.degree'),
          cell: ({ degree }) => <span className={toneOf(degree)}>{t(`taskforce.degree.${degree}`)}</span>,
        },
        {
          key: 'cause',
          title: t('taskforce.field.cause'),
          cell: ({ cause }) => (cause ? t(`taskforce.cause.${cause}`) : ''),
        },
        {
          key: 'again',
          title: t('taskforce.repeated'),
          cell: ({ repeatsId }) => (repeatsId ? t('taskforce.yes') : ''),
        },
        {
          key: 'by',
          title: t('taskforce.field.remedyBy'),
          cell: ({ remedyBy }) => showDay(remedyBy),
          className: 'tabular nowrap',
        },
        { key: 'state', title: t('taskforce.where'), cell: ({ state }) => <FindingStateTag state={state} /> },
      ]}
      card={(row) => (
        <>
          <p>{name(row)}</p>
          <p className="soft" lang="vi">
            {row.agency.name}
          </p>
          <p>
            <FindingStateTag state={row.state} />
          </p>
        </>
      )}
    />
  )
}
