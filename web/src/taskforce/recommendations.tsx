import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../form/agency-select.tsx'
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { STANDINGS, type TaskforceSearch } from '../paths/taskforce.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { NewRecommendationDrawer } from './new-recommendation.tsx'
import { figureOf, OfFigure, OnlyOpen } from './of-figure.tsx'
import { type RecommendationRow, recommendationsQuery } from './queries.ts'
import { RecommendationStanding } from './standing.tsx'

export interface TabProps {
  search: TaskforceSearch
  onChange: (changed: TaskforceSearch) => void
}

const FIGURES = ['made', 'accepted', 'unanswered', 'waiting'] as const

/** Recommendations: by where they are, agency and words; the latest due first. */
export function RecommendationsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const { standing, isOpen, agencyId, search: words } = search
  const filter = {
    ...(standing ? { standing } : {}),
    ...(isOpen ? { isOpen: true } : {}),
    ...(agencyId ? { agencyId } : {}),
    ...(words ? { search: words } : {}),
    ...figureOf(search, FIGURES),
  }
  const found = useInfiniteQuery(recommendationsQuery(filter))
  const mayAdd = found.data?.pages[0]?.mayAdd ?? false
  return (
    <ListSection
      id="recommendations"
      title={t('taskforce.tabs.recommendations')}
      about={t('taskforce.recommendationsAbout')}
      acts={
        mayAdd ? (
          <Button type="primary" onClick={() => onChange({ act: 'new' })} data-testid="new-recommendation">
            {t('taskforce.newRecommendation')}
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
            id="rec-standing"
            label={t('taskforce.where')}
            value={standing}
            onChange={(standing) => onChange({ standing, isOpen: undefined })}
            options={STANDINGS.map((value) => ({ value, label: t(`taskforce.standing.${value}`) }))}
          />
          <Labelled id="rec-agency" label={t('taskforce.agency')}>
            <AgencySelect
              id="rec-agency"
              {...(agencyId ? { value: agencyId } : {})}
              onChange={(agencyId) => onChange({ agencyId })}
            />
          </Labelled>
          <OnlyOpen search={search} onChange={onChange} />
          <OfFigure search={search} own={FIGURES} onChange={onChange} />
        </>
      }
      query={found}
      rows={rowsOf(found.data)}
      blank={<Blank title={t('taskforce.noRecommendations')} hint={t('taskforce.noRecommendationsHint')} />}
      after={
        <NewRecommendationDrawer
          isOpen={search.act === 'new'}
          source={{ sourceKind: 'own' }}
          onClose={() => onChange({ act: undefined })}
        />
      }
    >
      {(rows) => <RecommendationRows rows={rows} />}
    </ListSection>
  )
}

function RecommendationRows({ rows }: { rows: readonly RecommendationRow[] }) {
  const { t } = useTranslation()
  const name = ({ id, words }: RecommendationRow) => (
    <Link to="/to-cong-tac/kien-nghi/$id" params={{ id: String(id) }} data-row lang="vi">
      {words}
    </Link>
  )
  const term = ({ dueOn, task }: RecommendationRow) => showDay(task?.dueOn ?? dueOn)
  return (
    <Rows
      rows={rows}
      caption={t('taskforce.tabs.recommendations')}
      keyOf={({ id }) => id}
      testId="recommendation"
      columns={[
        { key: 'words', title: t('taskforce.field.recommendation'), cell: name, isHead: true },
        { key: 'agency', title: t('taskforce.agency'), cell: ({ agency }) => <span lang="vi">{agency.name}</span> },
        {
          key: 'made',
          title: t('taskforce.madeOn'),
          cell: ({ madeOn }) => showDay(madeOn),
          className: 'tabular nowrap',
        },
        { key: 'due', title: t('taskforce.field.dueOn'), cell: term, className: 'tabular nowrap' },
        { key: 'task', title: t('taskforce.task'), cell: ({ task }) => task?.code ?? '', className: 'tabular nowrap' },
        {
          key: 'standing',
          title: t('taskforce.where'),
          cell: ({ standing }) => <RecommendationStanding standing={standing} />,
        },
      ]}
      card={(row) => (
        <>
          <p>{name(row)}</p>
          <p className="soft" lang="vi">
            {row.agency.name} · {term(row)}
          </p>
          <p>
            <RecommendationStanding standing={row.standing} />
          </p>
        </>
      )}
    />
  )
}
