import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { PathLink } from '../shell/path-link.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { ActButtons, useOpenAct, useSure } from './act.tsx'
import { RECOMMENDATION_FORMS, type RecommendationForm } from './acts/recommendation.tsx'
import { type Recommendation, recommendationQuery } from './queries.ts'
import { RecommendationStanding } from './standing.tsx'
import './taskforce.css'

/** One recommendation: from what it comes, what was answered, its task and what proves it. */
export function RecommendationPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/to-cong-tac/kien-nghi/$id' }).id)
  const found = useQuery(recommendationQuery(id))
  useTitle(t('taskforce.recommendation'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending) {
    return (
      <div className="page">
        <Waiting lines={10} />
      </div>
    )
  }
  return <View one={found.data} />
}

type RecommendationAct = RecommendationForm | 'make'

function View({ one }: { one: Recommendation }) {
  const { t } = useTranslation()
  const { act } = useSearch({ from: '/staff/to-cong-tac/kien-nghi/$id' })
  const open = useOpenAct()
  const sure = useSure()
  const may: RecommendationAct[] = [
    ...one.may,
    ...(one.answers.some(({ mayConfirmDay }) => mayConfirmDay) ? (['confirmDay'] as const) : []),
  ]
  const start = (chosen: RecommendationAct) =>
    chosen === 'make'
      ? sure(
          {
            title: t('taskforce.sureMake'),
            ok: t('taskforce.act.recommendation.make'),
            content: t('taskforce.sureMakeHint'),
          },
          () =>
            answer(
              api.POST('/api/taskforce/recommendations/{id}/make', {
                params: { path: { id: one.id } },
                headers: ifMatch(one.version),
              }),
            ),
        )
      : open({ act: chosen })
  return (
    <article className="page tf-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/to-cong-tac" search={{ tab: 'recommendations' }}>
            {t('taskforce.tabs.recommendations')}
          </Link>
        </p>
        <h1>{t('taskforce.recommendation')}</h1>
        <p>
          <RecommendationStanding standing={one.standing} />
          {one.isNotEffective ? <span className="tag tf-tag tf-late">{t('taskforce.notEffective')}</span> : null}
        </p>
      </div>
      <ActButtons
        may={may}
        nameOf={(chosen) => t(`taskforce.act.recommendation.${chosen}`)}
        onOpen={start}
        testId="rec"
      />
      <section className="panel" aria-labelledby="rec-words">
        <h2 id="rec-words">{t('taskforce.field.recommendation')}</h2>
        <p className="tf-words" lang="vi">
          {one.words}
        </p>
        <p className="soft">{t('taskforce.wordsStay')}</p>
        <dl className="facts columns">
          <Fact name={t('taskforce.field.addressee')}>
            <span lang="vi">{one.addressee.name}</span>
          </Fact>
          {one.agency.id === one.addressee.id ? null : (
            <Fact name={t('taskforce.answersNow')}>
              <span lang="vi">{one.agency.name}</span>
            </Fact>
          )}
          <Fact name={t('taskforce.field.dueOn')}>{showDay(one.dueOn)}</Fact>
          {one.madeOn ? <Fact name={t('taskforce.madeOn')}>{showDay(one.madeOn)}</Fact> : null}
          {one.answerBy ? <Fact name={t('taskforce.answerBy')}>{showDay(one.answerBy)}</Fact> : null}
          {one.theme ? <Fact name={t('taskforce.field.theme')}>{one.theme}</Fact> : null}
          {one.product ? <Fact name={t('taskforce.field.product')}>{one.product}</Fact> : null}
          {one.competent ? <Fact name={t('taskforce.field.competent')}>{one.competent}</Fact> : null}
          {one.basis ? (
            <Fact name={t('taskforce.field.basis')} isBroad>
              {one.basis}
            </Fact>
          ) : null}
        </dl>
      </section>
      <Chain one={one} />
      {one.answers.length > 0 ? (
        <section className="panel" aria-labelledby="rec-answers">
          <h2 id="rec-answers">{t('taskforce.answers')}</h2>
          <ul className="tf-list">
            {one.answers.map((said) => (
              <li key={said.at}>
                <p>
                  <strong>{t(`taskforce.answerKind.${said.kind}`)}</strong>{' '}
                  <span className="soft" lang="vi">
                    {said.agencyName}, {said.by}, {showDay(said.on)}
                    {said.document ? `, ${said.document}` : ''}
                    {said.on === said.countsOn ? '' : ` (${t('taskforce.countsOn', { day: showDay(said.countsOn) })})`}
                  </span>
                </p>
                <p className="tf-words" lang="vi">
                  {said.words}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ActDrawer
        acts={RECOMMENDATION_FORMS}
        act={may.find((name) => name === act) as RecommendationForm | undefined}
        target={one}
        onClose={() => open({})}
      />
    </article>
  )
}

/** The circle: what was found, the recommendation, the task, what proves it, how it was seen again. */
function Chain({ one }: { one: Recommendation }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="rec-chain">
      <h2 id="rec-chain">{t('taskforce.chain')}</h2>
      <ol className="tf-chain">
        <li>
          <strong>{t(`taskforce.sourceKind.${one.source.kind}`)}</strong>
          {one.source.to ? (
            <>
              {': '}
              <PathLink to={one.source.to}>{one.source.title ?? t('taskforce.open')}</PathLink>
            </>
          ) : null}
          {one.source.words ? (
            <p className="tf-words soft" lang="vi">
              {one.source.words}
            </p>
          ) : null}
        </li>
        {one.replacesId ? (
          <li>
            <Link to="/to-cong-tac/kien-nghi/$id" params={{ id: String(one.replacesId) }}>
              {t('taskforce.replaces')}
            </Link>
          </li>
        ) : null}
        {one.replacedById ? (
          <li>
            <Link to="/to-cong-tac/kien-nghi/$id" params={{ id: String(one.replacedById) }}>
              {t('taskforce.replacedBy')}
            </Link>
            {one.closingWords ? <p className="tf-words soft">{one.closingWords}</p> : null}
          </li>
        ) : null}
        <li>
          {one.task ? (
            <>
              {t('taskforce.task')}{' '}
              <Link to="/nhiem-vu/$id" params={{ id: String(one.task.id) }} className="tabular" data-testid="rec-task">
                {one.task.code}
              </Link>
              {one.task.dueOn ? `, ${t('taskforce.field.dueOn')} ${showDay(one.task.dueOn)}` : ''}
              {one.task.completedOn ? `, ${t('taskforce.completedOn', { day: showDay(one.task.completedOn) })}` : ''}
            </>
          ) : (
            <span className="soft">{t('taskforce.noTask')}</span>
          )}
        </li>
        {one.task ? (
          <li>
            {one.evidence.length > 0 ? (
              <ul className="plain">
                {one.evidence.map(({ id, name, addedOn, addedBy }) => (
                  <li key={id} lang="vi">
                    {name ?? t('taskforce.evidence')}{' '}
                    <span className="soft">
                      ({addedBy}, {showDay(addedOn)})
                    </span>
                  </li>
                ))}
              </ul>
            ) : (
              <span className="soft">{t('taskforce.noEvidence')}</span>
            )}
          </li>
        ) : null}
        {one.marks.map((mark) => (
          <li key={`${mark.seen} ${mark.on} ${mark.words}`}>
            {t(`taskforce.seen.${mark.seen}`)}: {t(mark.isTrue ? 'taskforce.isTrue' : 'taskforce.isNotTrue')},{' '}
            {showDay(mark.on)}. <span lang="vi">{mark.words}</span>
          </li>
        ))}
        {one.closedOn ? (
          <li>
            {t('taskforce.closedOn', { day: showDay(one.closedOn) })}
            <p className="tf-words" lang="vi">
              {one.closingWords}
            </p>
          </li>
        ) : null}
      </ol>
    </section>
  )
}
