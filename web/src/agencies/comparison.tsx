import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../shell/problem.tsx'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { comparisonQuery, type Passage } from './queries.ts'
import { AgencyLink } from './tree.tsx'

/** What began, ended and changed between two days, with the successors of those that ended. */
export function ComparedDays({ from, to, onStop }: { from: string; to: string; onStop: () => void }) {
  const { t } = useTranslation()
  const [first, last] = from <= to ? [from, to] : [to, from]
  const compared = useQuery(comparisonQuery(first, last))
  const { data } = compared
  return (
    <section className="panel agency-compared" aria-labelledby="compared" data-testid="comparison">
      <div className="row spread panel-head">
        <h2 id="compared">{t('agencies.comparison.title', { from: showDay(first), to: showDay(last) })}</h2>
        <Button size="small" onClick={onStop} className="screen-only">
          {t('agencies.comparison.stop')}
        </Button>
      </div>
      {compared.error ? <ProblemNote error={compared.error} retry={compared.refetch} /> : null}
      {compared.isPending ? <Waiting lines={3} /> : null}
      {data ? (
        <>
          <p className="soft">
            {t('agencies.comparison.summary', {
              began: data.began.length,
              ended: data.ended.length,
              changed: data.changed.length,
              unchanged: data.unchanged,
            })}
          </p>
          <div className="agency-compared-grid">
            <div>
              <h3>{t('agencies.comparison.ended')}</h3>
              {data.ended.length === 0 ? <p className="soft">{t('agencies.comparison.noneEnded')}</p> : null}
              <ul className="agency-list">
                {data.ended.map(({ agency, successors }) => (
                  <li key={agency.id}>
                    <AgencyLink agency={agency} on={first} />
                    <Heirs successors={successors} on={last} />
                  </li>
                ))}
              </ul>
            </div>
            <div>
              <h3>{t('agencies.comparison.began')}</h3>
              {data.began.length === 0 ? <p className="soft">{t('agencies.comparison.noneBegan')}</p> : null}
              <ul className="agency-list">
                {data.began.map((agency) => (
                  <li key={agency.id}>
                    <AgencyLink agency={agency} on={last} />
                  </li>
                ))}
              </ul>
              <h3>{t('agencies.comparison.changed')}</h3>
              {data.changed.length === 0 ? <p className="soft">{t('agencies.comparison.noneChanged')}</p> : null}
              <ul className="agency-list">
                {data.changed.map(({ before, after }) => (
                  <li key={after.id}>
                    {before.name === after.name ? null : <span className="agency-former">{before.name} → </span>}
                    <AgencyLink agency={after} on={last} />
                    {before.kind === after.kind ? null : (
                      <span className="soft">
                        {' '}
                        {t(`agencies.kindOf.${before.kind}`)} → {t(`agencies.kindOf.${after.kind}`)}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </>
      ) : null}
    </section>
  )
}

function Heirs({ successors, on }: { successors: Passage[]; on: string }) {
  const { t } = useTranslation()
  if (successors.length === 0) return <p className="soft agency-heir">{t('agencies.comparison.noHeir')}</p>
  return (
    <ul className="plain">
      {successors.map(({ id, kind, newId, newName, subject }) => (
        <li key={id} className="agency-heir">
          <span aria-hidden="true">→ </span>
          {newId === null ? (
            t('agencies.passageOf.abolished')
          ) : (
            <AgencyLink agency={{ id: newId, name: newName ?? '', abbreviation: null }} on={on} />
          )}
          {newId === null ? null : (
            <span className="soft">
              {' '}
              ({t(`agencies.passage.${kind}`)}
              {subject ? `: ${subject}` : ''})
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
