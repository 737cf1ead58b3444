import type { Answer } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ListSection } from '../list/list-page.tsx'
import { Rows } from '../list/rows.tsx'
import { useLanguage } from '../shell/language.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { Blank } from '../ui/blank.tsx'
import { showDay, showInstant, showNumber } from '../ui/format.ts'
import { mineQuery } from './queries.ts'

type Row = Answer<'/api/taskforce/mine'>['agencies'][number]

/** What an agency is counted, in a table as on a phone: each figure opens its rows. */
function useFigures(): {
  key: string
  title: string
  value: (row: Row) => number | null
  door: (row: Row, words: string) => ReactNode
}[] {
  const { t } = useTranslation()
  return [
    {
      key: 'late',
      title: t('taskforce.overdue'),
      value: ({ openOverdue }) => openOverdue,
      door: ({ id }, words) => (
        <Link to="/nhiem-vu" search={{ agencyId: id, standing: 'openOverdue' }}>
          {words}
        </Link>
      ),
    },
    {
      key: 'all',
      title: t('taskforce.assigned'),
      value: ({ assigned }) => assigned,
      door: ({ id }, words) => (
        <Link to="/nhiem-vu" search={{ agencyId: id }}>
          {words}
        </Link>
      ),
    },
    {
      key: 'owed',
      title: t('taskforce.itemsOwed'),
      value: ({ itemsOwed }) => itemsOwed,
      door: ({ id }, words) => (
        <Link to="/chuong-trinh-cong-tac" search={{ tab: 'list', agencyId: id, standing: 'owed' }}>
          {words}
        </Link>
      ),
    },
    {
      key: 'recommendations',
      title: t('taskforce.openRecommendations'),
      value: ({ recommendationsOpen }) => recommendationsOpen,
      door: ({ id }, words) => (
        <Link to="/to-cong-tac" search={{ tab: 'recommendations', agencyId: id, isOpen: 'true' }}>
          {words}
        </Link>
      ),
    },
    {
      key: 'findings',
      title: t('taskforce.openFindings'),
      value: ({ findingsOpen }) => findingsOpen,
      door: ({ id }, words) => (
        <Link to="/to-cong-tac" search={{ tab: 'findings', agencyId: id, isOpen: 'true' }}>
          {words}
        </Link>
      ),
    },
    {
      key: 'inspections',
      title: t('taskforce.underInspection'),
      value: ({ inspections }) => inspections,
      door: ({ id }, words) => (
        <Link to="/to-cong-tac" search={{ tab: 'inspections', agencyId: id, isOpen: 'true' }}>
          {words}
        </Link>
      ),
    },
  ]
}

/** A member's own page: the agencies followed and how they stand, what ended, and what the member did. */
export function MineTab() {
  const { t } = useTranslation()
  const language = useLanguage()
  const found = useQuery(mineQuery)
  const mine = found.data
  const figures = useFigures()
  const number = (value: number | null) => (value === null ? '–' : showNumber(value, language))
  return (
    <>
      <ListSection
        id="my-agencies"
        title={t('taskforce.myAgencies')}
        about={mine?.taskForces.map(({ name, role }) => `${name}: ${t(`taskforce.memberRole.${role}`)}`).join('; ')}
        query={found}
        rows={mine?.agencies}
        blank={<Blank title={t('taskforce.noAgencies')} hint={t('taskforce.noAgenciesHint')} />}
      >
        {(rows) => (
          <Rows
            rows={rows}
            caption={t('taskforce.myAgencies')}
            keyOf={({ id }) => id}
            testId="my-agency"
            columns={[
              { key: 'name', title: t('taskforce.agency'), isHead: true, cell: ({ name }) => name },
              {
                key: 'from',
                title: t('taskforce.since'),
                cell: ({ fromOn }) => showDay(fromOn),
                className: 'tabular nowrap',
              },
              ...figures.map(({ key, title, value, door }) => ({
                key,
                title,
                isNumber: true as const,
                cell: (row: Row) => door(row, number(value(row))),
              })),
            ]}
            card={(row) => (
              <>
                <p>
                  <strong lang="vi">{row.name}</strong>
                </p>
                <ul className="plain tf-doors">
                  {figures.map(({ key, title, value, door }) => (
                    <li key={key} className="tf-door" data-testid={`my-${key}`}>
                      {door(row, `${title}: ${number(value(row))}`)}
                    </li>
                  ))}
                </ul>
              </>
            )}
          />
        )}
      </ListSection>
      {mine && mine.former.length > 0 ? (
        <section className="panel" aria-labelledby="former">
          <h2 id="former">{t('taskforce.former')}</h2>
          <ul className="plain" lang="vi">
            {mine.former.map((area) => (
              <li key={`${area.agencyId} ${area.fromOn}`}>
                {area.agencyName}: {showDay(area.fromOn)} – {showDay(area.toOn)}
                {area.successor ? ` (${t('taskforce.passedTo', { name: area.successor.name })})` : ''}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {mine && mine.acts.length > 0 ? (
        <section className="panel" aria-labelledby="my-acts">
          <h2 id="my-acts">{t('taskforce.myActs')}</h2>
          <ul className="tf-list">
            {mine.acts.map((act) => (
              <li key={`${act.at} ${act.event} ${act.name}`}>
                <span className="soft tabular">{showInstant(act.at)}</span> {act.said[language]}:{' '}
                {act.to ? <PathLink to={act.to}>{act.name}</PathLink> : act.name}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}
