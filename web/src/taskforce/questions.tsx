import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { ChoiceFilter, SearchFilter } from '../list/filters.tsx'
import { rowsOf } from '../list/list.tsx'
import { ListSection } from '../list/list-page.tsx'
import { QUESTION_STATES } from '../paths/taskforce.ts'
import { Blank } from '../ui/blank.tsx'
import { showDay } from '../ui/format.ts'
import { ActButtons } from './act.tsx'
import { QUESTION_FORMS, type QuestionForm } from './acts/question.tsx'
import { NewRecommendationDrawer } from './new-recommendation.tsx'
import { type Question, questionsQuery } from './queries.ts'
import type { TabProps } from './recommendations.tsx'
import { toneOf } from './standing.tsx'

/** Questions of all sessions: for an agency those that it is to answer. */
export function QuestionsTab({ search, onChange }: TabProps) {
  const { t } = useTranslation()
  const { questionState, toAnswer, agencyId, search: words } = search
  const found = useInfiniteQuery(
    questionsQuery({
      ...(questionState ? { state: questionState } : {}),
      ...(toAnswer ? { toAnswer: true } : {}),
      ...(agencyId ? { agencyId } : {}),
      ...(words ? { search: words } : {}),
    }),
  )
  const rows = rowsOf(found.data)
  return (
    <ListSection
      id="questions"
      title={t('taskforce.tabs.questions')}
      about={t('taskforce.questionsAbout')}
      filters={
        <>
          <SearchFilter
            label={t('taskforce.search')}
            hint={t('taskforce.searchHint')}
            value={words}
            onChange={(search) => onChange({ search })}
          />
          <ChoiceFilter
            id="question-state"
            label={t('taskforce.where')}
            value={questionState}
            onChange={(questionState) => onChange({ questionState, toAnswer: undefined })}
            options={QUESTION_STATES.map((value) => ({ value, label: t(`taskforce.questionState.${value}`) }))}
          />
          {toAnswer ? (
            <Button onClick={() => onChange({ toAnswer: undefined })} data-testid="not-only-to-answer">
              {t('taskforce.notOnlyQuestions')}
            </Button>
          ) : null}
        </>
      }
      query={found}
      rows={rows}
      blank={<Blank title={t('taskforce.noQuestions')} hint={t('taskforce.noQuestionsHint')} />}
      after={
        <QuestionForms
          rows={rows}
          act={search.act}
          id={search.question}
          onClose={() => onChange({ act: undefined, question: undefined })}
        />
      }
    >
      {(shown) => <QuestionItems rows={shown} onOpen={(act, question) => onChange({ act, question })} showsSession />}
    </ListSection>
  )
}

/** The form of an act on one of these questions. */
export function QuestionForms({
  rows,
  act,
  id,
  onClose,
}: {
  rows: readonly Question[] | undefined
  act: string | undefined
  id: number | undefined
  onClose: () => void
}) {
  const question = rows?.find((row) => row.id === id)
  if (!question) return null
  const allowed = question.may.find((may) => may === act)
  return (
    <>
      <ActDrawer
        acts={QUESTION_FORMS}
        act={allowed !== 'recommend' ? (allowed as QuestionForm | undefined) : undefined}
        target={question}
        onClose={onClose}
      />
      <NewRecommendationDrawer
        isOpen={allowed === 'recommend'}
        source={{ sourceKind: 'question', sourceId: question.id }}
        agencyId={question.agency?.id}
        onClose={onClose}
      />
    </>
  )
}

/** To whom it was sent before, until when, and what came of it; one that is with its first addressee shows nothing more. */
function Sendings({ rows }: { rows: Question['sendings'] }) {
  const { t } = useTranslation()
  const ended = rows.filter(({ ending }) => ending === 'sentAgain' || ending === 'returned')
  if (ended.length === 0) return null
  return (
    <ol className="tf-chain" aria-label={t('taskforce.sendings')}>
      {ended.map((one) => (
        <li key={`${one.agency.id} ${one.sentOn} ${one.endedOn} ${one.dueOn}`} data-testid="sending">
          <span lang="vi">{one.agency.name}</span>:{' '}
          {t('taskforce.sendingDays', { sent: showDay(one.sentOn), due: showDay(one.dueOn) })};{' '}
          {t(`taskforce.sendingEnding.${one.ending as 'returned' | 'sentAgain'}`, { day: showDay(one.endedOn) })}
          {one.isLate ? <span className="tag tf-tag tf-late">{t('taskforce.late')}</span> : null}
          {one.reason ? <span lang="vi">: {one.reason}</span> : null}
        </li>
      ))}
    </ol>
  )
}

export function QuestionItems({
  rows,
  onOpen,
  showsSession = false,
  chosen,
  onChoose,
}: {
  rows: readonly Question[]
  onOpen: (act: Question['may'][number], id: number) => void
  showsSession?: boolean
  chosen?: ReadonlySet<number>
  onChoose?: (id: number, isChosen: boolean) => void
}) {
  const { t } = useTranslation()
  return (
    <ul className="tf-list">
      {rows.map((row) => (
        <li key={row.id} data-row-box data-testid="question">
          <p className="tf-words" lang="vi">
            {onChoose && (row.state === 'asked' || row.state === 'classed') ? (
              <Checkbox
                checked={chosen?.has(row.id) ?? false}
                onChange={({ target }) => onChoose(row.id, target.checked)}
                aria-label={t('taskforce.choose', { n: row.position })}
              />
            ) : null}{' '}
            <strong>
              {row.position}. {row.words}
            </strong>
          </p>
          <p className="soft" lang="vi">
            {row.asker} ({t(`taskforce.asker.${row.askerKind}`)}){row.agency ? ` · ${row.agency.name}` : ''}
            {row.dueOn ? ` · ${t('taskforce.field.answerBy')} ${showDay(row.dueOn)}` : ''}
          </p>
          <p>
            <span className={toneOf(row.isLate ? 'late' : row.state === 'answered' ? 'done' : row.state)}>
              {t(`taskforce.questionState.${row.state}`)}
              {row.isLate ? ` (${t('taskforce.late')})` : ''}
            </span>{' '}
            {row.class ? <span className="tag">{t(`taskforce.class.${row.class}`)}</span> : null}{' '}
            {row.isSatisfied === null ? null : (
              <span className="tag">{t(row.isSatisfied ? 'taskforce.satisfied' : 'taskforce.unsatisfied')}</span>
            )}
            {showsSession ? (
              <span className="soft" lang="vi">
                {' '}
                {row.dialogueTitle}
              </span>
            ) : null}
          </p>
          <Sendings rows={row.sendings} />
          {row.note ? (
            <p className="soft" lang="vi">
              {t('taskforce.returned', { reason: row.note })}
            </p>
          ) : null}
          {row.answer ? (
            <blockquote className="tf-words" lang="vi">
              {row.answer}
              <p className="soft">
                {row.answeredBy}, {showDay(row.answeredOn)}
                {row.countsOn === row.answeredOn ? '' : ` (${t('taskforce.countsOn', { day: showDay(row.countsOn) })})`}
                {row.isOnTheSpot ? `, ${t('taskforce.onTheSpot')}` : ''}
              </p>
            </blockquote>
          ) : null}
          {row.recommendationId ? (
            <p>
              <Link to="/to-cong-tac/kien-nghi/$id" params={{ id: String(row.recommendationId) }}>
                {t('taskforce.recommendation')}
              </Link>
            </p>
          ) : null}
          <ActButtons
            may={row.may}
            nameOf={(act) => t(`taskforce.act.question.${act}`)}
            onOpen={(act) => onOpen(act, row.id)}
            testId="question"
            isSmall
          />
        </li>
      ))}
    </ul>
  )
}
