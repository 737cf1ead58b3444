import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { List, rowsOf } from '../list/list.tsx'
import { DIALOGUE_COUNTS, dialoguePaperPath } from '../paths/taskforce.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { addDays, showDay } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { useOpenAct } from './act.tsx'
import { ClassField } from './acts/question.tsx'
import { AskFields, type Asking } from './ask-fields.tsx'
import { AgencyField, PastDayField, ReasonFields, TermField } from './fields.tsx'
import { PaperFiles } from './paper.tsx'
import { type Dialogue, dialogueQuery, type Question, questionsQuery, refreshTaskforce } from './queries.ts'
import { QuestionForms, QuestionItems } from './questions.tsx'
import { questionsToSend, typedQuestions } from './typed-questions.ts'
import './taskforce.css'

/** One session: its questions, sorted many at once, and what became of those of the session before. */
export function DialoguePage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/to-cong-tac/doi-thoai/$id' }).id)
  const found = useQuery(dialogueQuery(id))
  useTitle(found.data?.title ?? t('taskforce.tabs.dialogues'))
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

function View({ one }: { one: Dialogue }) {
  const { t } = useTranslation()
  const open = useOpenAct()
  return (
    <article className="page tf-page">
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/to-cong-tac" search={{ tab: 'dialogues' }}>
              {t('taskforce.tabs.dialogues')}
            </Link>
          </p>
          <h1 lang="vi">{one.title}</h1>
          <p className="soft">
            {t(`taskforce.dialogueState.${one.state}`)} · {showDay(one.heldOn)} · <span lang="vi">{one.partner}</span>
          </p>
        </div>
        <div className="row screen-only">
          {one.questions > 0 ? (
            <PaperFiles name={t('taskforce.questionsPaper')} href={(format) => dialoguePaperPath(one.id, format)} />
          ) : null}
          {(['ask', 'hold', 'cancel'] as const)
            .filter((act) => one.may.includes(act))
            .map((act) => (
              <Button
                key={act}
                type={act === 'ask' ? 'primary' : 'default'}
                onClick={() => open({ act })}
                data-testid={`dialogue-${act}`}
              >
                {t(`taskforce.act.dialogue.${act}`)}
              </Button>
            ))}
        </div>
      </div>
      <section className="panel" aria-labelledby="dialogue-counts">
        <h2 id="dialogue-counts">{t('taskforce.counts')}</h2>
        <div className="tf-counts" data-testid="dialogue-counts">
          {DIALOGUE_COUNTS.map((name) => (
            <Link
              key={name}
              to="/to-cong-tac/doi-thoai/$id"
              params={{ id: String(one.id) }}
              search={{ counted: name }}
              hash="dialogue-questions"
              replace
              data-testid={`count-${name}`}
            >
              <strong>{one.counts[name]}</strong>
              {t(`taskforce.count.${name}`)}
            </Link>
          ))}
        </div>
        <dl className="facts columns">
          {one.answeredByNext === null ? null : (
            <Fact name={t('taskforce.byNext')}>
              {one.answeredByNext}/{one.questions} ({showDay(one.nextOn)})
            </Fact>
          )}
          {one.before ? (
            <Fact name={t('taskforce.sessionBefore')}>
              <Link to="/to-cong-tac/doi-thoai/$id" params={{ id: String(one.before.id) }} lang="vi">
                {one.before.title}
              </Link>
              : {t('taskforce.answeredBefore', { answered: one.before.answered, questions: one.before.questions })}
            </Fact>
          ) : null}
          {one.participants ? (
            <Fact name={t('taskforce.field.participants')} isBroad>
              {one.participants}
            </Fact>
          ) : null}
          {one.reason ? <Fact name={t('taskforce.field.reason')}>{one.reason}</Fact> : null}
        </dl>
      </section>
      <Questions one={one} />
      <Forms one={one} />
    </article>
  )
}

function Questions({ one }: { one: Dialogue }) {
  const { t } = useTranslation()
  const search = useSearch({ from: '/staff/to-cong-tac/doi-thoai/$id' })
  const open = useOpenAct()
  const queries = useQueryClient()
  const me = useMe()
  const found = useInfiniteQuery(
    questionsQuery({ dialogueId: one.id, limit: 200, ...(search.counted ? { counted: search.counted } : {}) }),
  )
  const rows = rowsOf(found.data)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  // All of the list, loaded or not; those that were sent are sorted one by one: all together would send them again.
  const sortable = found.data?.pages[0]?.toSort ?? []
  const picked = sortable.filter(({ id }) => chosen.has(id))
  const choose = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    setChosen(next)
  }
  return (
    <section className="panel" aria-labelledby="dialogue-questions">
      <div className="row spread panel-head">
        <h2 id="dialogue-questions">{t('taskforce.tabs.questions')}</h2>
        {one.may.includes('sort') && sortable.length > 0 ? (
          <div className="row screen-only">
            <Button
              onClick={() => setChosen(new Set(picked.length === sortable.length ? [] : sortable.map(({ id }) => id)))}
            >
              {t('taskforce.chooseAll', { count: sortable.length })}
            </Button>
            <Button
              type="primary"
              disabled={picked.length === 0}
              onClick={() => open({ act: 'sort' })}
              data-testid="sort-many"
            >
              {t('taskforce.sortMany', { count: picked.length })}
            </Button>
          </div>
        ) : null}
      </div>
      {search.counted ? (
        <p className="row screen-only" data-testid="of-count">
          <span>{t('taskforce.ofCount', { what: t(`taskforce.count.${search.counted}`) })}</span>
          <Link to="/to-cong-tac/doi-thoai/$id" params={{ id: String(one.id) }} search={{}} replace>
            {t('taskforce.ofCountAll')}
          </Link>
        </p>
      ) : null}
      <List
        query={found}
        rows={rows}
        blank={<p className="soft">{t(search.counted ? 'taskforce.noneCounted' : 'taskforce.noQuestionsYet')}</p>}
      >
        {(shown) => (
          <QuestionItems
            rows={shown}
            onOpen={(act, question) => open({ act, question })}
            {...(one.may.includes('sort') ? { chosen, onChoose: choose } : {})}
          />
        )}
      </List>
      <QuestionForms rows={rows} act={search.act} id={search.question} onClose={() => open({})} />
      <FormDrawer<{ class: NonNullable<Question['class']>; agencyId?: number; dueOn?: string }>
        title={
          search.act === 'sort' && picked.length > 0 ? t('taskforce.sortMany', { count: picked.length }) : undefined
        }
        did={t('taskforce.did')}
        hint={t('taskforce.sortHint')}
        initial={{ class: 'clear', dueOn: addDays(me.today, 15) }}
        send={({ class: ofClass, agencyId, dueOn }) =>
          answer(
            api.POST('/api/taskforce/dialogues/{id}/sort', {
              params: { path: { id: one.id } },
              body: {
                questions: picked.map(({ id, version }) => ({
                  id,
                  version,
                  class: ofClass,
                  ...(agencyId && dueOn ? { agencyId, dueOn } : {}),
                })),
              },
            }),
          )
        }
        refresh={() => refreshTaskforce(queries)}
        onDone={() => setChosen(new Set())}
        onClose={() => open({})}
      >
        {() => (
          <>
            <ClassField />
            <AgencyField name="agencyId" label={t('taskforce.answeredByAgency')} isOptional />
            <TermField name="dueOn" label={t('taskforce.field.answerBy')} isOptional />
          </>
        )}
      </FormDrawer>
    </section>
  )
}

function Forms({ one }: { one: Dialogue }) {
  const { t } = useTranslation()
  const { act } = useSearch({ from: '/staff/to-cong-tac/doi-thoai/$id' })
  const open = useOpenAct()
  const queries = useQueryClient()
  const me = useMe()
  const titled = (name: 'ask' | 'hold' | 'cancel') =>
    act === name && one.may.includes(name) ? t(`taskforce.act.dialogue.${name}`) : undefined
  const onOne = ({ id, version }: Dialogue) => ({ params: { path: { id } }, headers: ifMatch(version) })
  const refresh = () => refreshTaskforce(queries)
  const close = () => open({})
  return (
    <>
      <FormDrawer<Asking, Dialogue>
        title={titled('ask')}
        did={t('taskforce.did')}
        hint={t('taskforce.askHint')}
        isWide
        on={one}
        send={({ typed, kinds = {} }, { id }, key) =>
          answer(
            api.POST('/api/taskforce/dialogues/{id}/questions', {
              params: { path: { id } },
              headers: key,
              body: { questions: questionsToSend(typedQuestions(typed), kinds, t('taskforce.unnamedAsker')) },
            }),
          )
        }
        refresh={refresh}
        onClose={close}
      >
        {() => <AskFields />}
      </FormDrawer>
      <FormDrawer<Body<'/api/taskforce/dialogues/{id}/hold'>, Dialogue>
        title={titled('hold')}
        did={t('taskforce.did')}
        initial={{ heldOn: one.heldOn <= me.today ? one.heldOn : me.today }}
        on={one}
        send={(body, dialogue) => answer(api.POST('/api/taskforce/dialogues/{id}/hold', { ...onOne(dialogue), body }))}
        refresh={refresh}
        onClose={close}
      >
        {() => (
          <>
            <PastDayField name="heldOn" label={t('taskforce.field.heldOn')} />
            <WordsField name="participants" label={t('taskforce.field.participants')} rows={3} />
          </>
        )}
      </FormDrawer>
      <FormDrawer<{ reason: string }, Dialogue>
        title={titled('cancel')}
        did={t('taskforce.did')}
        on={one}
        send={(body, dialogue) =>
          answer(api.POST('/api/taskforce/dialogues/{id}/cancel', { ...onOne(dialogue), body }))
        }
        refresh={refresh}
        onClose={close}
      >
        {() => <ReasonFields />}
      </FormDrawer>
    </>
  )
}
