import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { ProblemNote } from '../shell/problem.tsx'
import { showInstant } from '../ui/format.ts'
import { type AgencyDetail, agencyHistoryQuery, agencyPeopleQuery } from './queries.ts'

/** The people of a body and who changed what of it, for those who may read either. */
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
    <section className="panel" aria-labelledby="people">
      <h2 id="people">{t('agencies.one.people')}</h2>
      {people.error ? <ProblemNote error={people.error} retry={people.refetch} /> : null}
      {people.data?.rows.length === 0 ? <p className="soft">{t('agencies.one.noPeople')}</p> : null}
      <ul className="plain">
        {people.data?.rows.map((person) => (
          <li key={person.id}>
            {person.fullName}
            <span className="soft"> {person.posts.find(({ agencyId }) => agencyId === id)?.title}</span>
          </li>
        ))}
      </ul>
      <p className="screen-only">
        <Link to={`/nguoi-dung?agencyId=${id}` as string}>{t('agencies.one.allPeople')}</Link>
      </p>
    </section>
  )
}

function History({ id }: { id: number }) {
  const { t } = useTranslation()
  const history = useQuery(agencyHistoryQuery(id))
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{t('agencies.one.history')}</h2>
      {history.error ? <ProblemNote error={history.error} retry={history.refetch} /> : null}
      {history.data?.entries.length === 0 ? <p className="soft">{t('agencies.one.noHistory')}</p> : null}
      <ol className="plain agency-history">
        {history.data?.entries.map((entry) => (
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
    </section>
  )
}
