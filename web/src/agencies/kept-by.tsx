import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { ListSection } from '../list/list-page.tsx'
import { showInstant } from '../ui/format.ts'
import { type AgencyDetail, agencyHistoryQuery, agencyPeopleQuery } from './queries.ts'

/** The people of an agency and its change history, for users who may read either. */
export function KeptBy({ agency }: { agency: AgencyDetail }) {
  return (
    <>
      {agency.may.readPeople ? <People id={agency.id} /> : null}
      {agency.may.readHistory ? <History id={agency.id} /> : null}
    </>
  )
}

function People({ id }: { id: number }) {
  const { t } = useTranslation()
  const people = useQuery(agencyPeopleQuery(id))
  return (
    <ListSection
      id="people"
      title={t('agencies.one.people')}
      query={people}
      rows={people.data?.rows}
      blank={<p className="soft">{t('agencies.one.noPeople')}</p>}
      lines={3}
      after={
        <p className="screen-only">
          <Link to={`/nguoi-dung?agencyId=${id}` as string}>{t('agencies.one.allPeople')}</Link>
        </p>
      }
    >
      {(rows) => (
        <ul className="plain">
          {rows.map((person) => (
            <li key={person.id}>
              {person.fullName}
              <span className="soft"> {person.posts.find(({ agencyId }) => agencyId === id)?.title}</span>
            </li>
          ))}
        </ul>
      )}
    </ListSection>
  )
}

function History({ id }: { id: number }) {
  const { t } = useTranslation()
  const history = useQuery(agencyHistoryQuery(id))
  return (
    <ListSection
      id="history"
      title={t('agencies.one.history')}
      query={history}
      rows={history.data?.entries}
      blank={<p className="soft">{t('agencies.one.noHistory')}</p>}
      lines={3}
    >
      {(entries) => (
        <ol className="plain agency-history">
          {entries.map((entry) => (
            <li key={`${entry.at} ${entry.event}`}>
              <strong>{wordsIf(`agencies.events.${entry.event}`) ?? entry.event}</strong>
              <div className="soft">
                {entry.by}
                {entry.onBehalfOf ? ` (${entry.onBehalfOf})` : ''}, {showInstant(entry.at)}
                {entry.source ? `. ${entry.source}` : ''}
              </div>
            </li>
          ))}
        </ol>
      )}
    </ListSection>
  )
}
