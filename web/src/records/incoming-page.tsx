import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { wordsIf } from '../i18n/index.ts'
import { api, problemOf } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { ActButtons } from './act-buttons.tsx'
import { Copies } from './copies.tsx'
import { useDeadline } from './deadline.ts'
import { FORMS, type FormName, isOfDocument } from './incoming-acts.tsx'
import { FilePreview, Verdicts } from './incoming-file.tsx'
import { Handlings } from './incoming-handlings.tsx'
import { useIncomingKindName } from './incoming-kinds.ts'
import { ArrivedMail } from './incoming-mail.tsx'
import { IncomingStateMark, RegisterClock, SignatureMark } from './incoming-mark.tsx'
import { casesOfQuery, type Handling, type Incoming, incomingQuery, refreshIncoming } from './incoming-queries.ts'
import './incoming.css'

/** One document that came in: its files, what is said of it, what its signatures are worth, and who does what with it. */
export function OneIncoming() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban-den/$id' }).id)
  const found = useQuery(incomingQuery(id))
  useTitle(found.data?.about ? asSentence(found.data.about) : t('incoming.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <View one={found.data} />
}

/** In the order of the eye: what leads the document on, then what changes it, then what ends it. */
const ORDER = [
  'register',
  'assign',
  'present',
  'reply',
  'review',
  'describe',
  'addFile',
  'toCase',
  'linkTask',
  'copy',
  'same',
  'finish',
  'reopen',
  'return',
] as const
type Shown = (typeof ORDER)[number]
const DANGERS: readonly Shown[] = ['return']
const LEADING: readonly Shown[] = ['register', 'assign', 'present']

function View({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/van-ban-den/$id' })
  const navigate = useNavigate({ from: '/van-ban-den/$id' })
  const send = useSend()
  const open = (act: FormName | undefined, part?: number) =>
    navigate({
      search: act ? { act, ...(part === undefined ? {} : { part }) } : {},
      replace: true,
      resetScroll: false,
    })
  const isOnCase = one.registeredAt !== null && mayDo(me, 'records.draft')
  const may: readonly string[] = isOnCase ? [...one.acts, 'toCase'] : one.acts
  const part = one.handlings.find(({ id }) => id === search.part)
  const asked = (Object.keys(FORMS) as FormName[]).find(
    (name) =>
      name === search.act &&
      (isOfDocument(name) ? may.includes(name) : part?.acts.includes(FORM_OF_PART[name] ?? name)),
  )
  const shown = ORDER.filter((act) => may.includes(act))
  const waitsForReply = one.needsAnswer && one.replies.length === 0 && one.done === null
  const leading = shown.find((act) => LEADING.includes(act)) ?? (waitsForReply ? 'reply' : undefined)
  const start = (act: Shown) => {
    if (act === 'reply') return navigate({ to: '/van-ban-di', search: { act: 'new', replyTo: one.id } })
    if (act === 'review')
      return send(async () => {
        const { directiveId } = await answer(api.POST('/api/records/incoming/{id}/review', onIncoming(one)))
        navigate({ to: '/van-ban/$id', params: { id: String(directiveId) } })
      }, t('incoming.did.review'))
    return open(act)
  }
  return (
    <article className="page incoming-page">
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/van-ban-den">{t('incoming.title')}</Link>
          </p>
          <h1 lang="vi">{one.about ? asSentence(one.about) : (one.fileName ?? t('incoming.unread'))}</h1>
          <p className="row incoming-standing">
            <IncomingStateMark state={one.state} />
            {one.isUrgent ? <span className="tag incoming-urgent">{t('incoming.urgent')}</span> : null}
            {one.number ? (
              <strong className="tabular" data-testid="incoming-number">
                {t('incoming.numberOf', { n: one.number })}
              </strong>
            ) : null}
            <RegisterClock row={one} />
            {one.signatures === 'invalid' ? <SignatureMark state={one.signatures} /> : null}
            {one.isDescribed ? null : <span className="soft">{t('incoming.proposedHint')}</span>}
          </p>
        </div>
      </div>
      <Notes one={one} />
      <ActButtons
        acts={shown}
        leading={leading}
        dangers={DANGERS}
        words={(act) => t(`incoming.act.${act}`)}
        onAct={start}
        of="incoming"
        className="incoming-acts"
      />
      <div className="incoming-grid">
        <FilePreview one={one} />
        <aside className="stack incoming-aside" aria-label={t('incoming.beside')}>
          <Duplicates one={one} />
          <Handlings
            one={one}
            onAct={open}
            onStart={(handling) =>
              send(
                () =>
                  answer(
                    api.POST('/api/records/handlings/{id}/start', {
                      params: { path: { id: handling.id } },
                      headers: ifMatch(handling.version),
                    }),
                  ),
                t('incoming.did.start'),
              )
            }
          />
          <Facts one={one} />
          <ArrivedMail one={one} />
          <Verdicts
            one={one}
            onCheck={
              one.acts.includes('checkAgain')
                ? () =>
                    send(
                      () => answer(api.POST('/api/records/incoming/{id}/check', { params: { path: { id: one.id } } })),
                      t('incoming.did.checkAgain'),
                    )
                : undefined
            }
          />
          <Answers one={one} />
          <Copies copies={one.copies} />
          <CasesOf one={one} />
          <History one={one} />
        </aside>
      </div>
      <ActDrawer<FormName, { one: Incoming; part: Handling | undefined }>
        acts={FORMS}
        act={asked}
        target={{ one, part }}
        onClose={() => open(undefined)}
      />
    </article>
  )
}

/** Forms on a part whose act the server calls by another name. */
const FORM_OF_PART: Partial<Record<FormName, string>> = { finishPart: 'finish' }

const onIncoming = ({ id, version }: Pick<Incoming, 'id' | 'version'>) => ({
  params: { path: { id } },
  headers: ifMatch(version),
})

/** Sends an act without fields; what it refuses is said in words. */
function useSend(): (send: () => Promise<unknown>, did: string) => void {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  const sending = useMutation({
    mutationFn: (send: () => Promise<unknown>) => send(),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshIncoming(queries),
  })
  return (send, did) => sending.mutate(send, { onSuccess: () => message.success(did) })
}

/** What a reader has to know first: it was returned, refused, or is another one again; somebody waits for an answer. */
function Notes({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  return (
    <>
      {one.refused ? (
        <Alert
          type="error"
          showIcon
          className="incoming-note"
          title={t('incoming.refusedBecause', { at: showInstant(one.refused.at) })}
          description={<span lang="vi">{one.refused.reason}</span>}
        />
      ) : null}
      {one.returned && !one.refused ? (
        <Alert
          type="warning"
          showIcon
          className="incoming-note"
          data-testid="incoming-returned"
          title={t('incoming.returnedBecause', { at: showInstant(one.returned.at) })}
          description={<span lang="vi">{one.returned.reason}</span>}
        />
      ) : null}
      {one.sameAs ? (
        <Alert
          type="info"
          showIcon
          className="incoming-note"
          title={
            <>
              {t('incoming.sameAs')}{' '}
              <Link to="/van-ban-den/$id" params={{ id: String(one.sameAs.id) }} lang="vi">
                {one.sameAs.name}
              </Link>
            </>
          }
        />
      ) : null}
      {one.needsAnswer && one.replies.length === 0 && one.done === null ? (
        <Alert type="info" showIcon className="incoming-note" title={t('incoming.noReply')} />
      ) : null}
    </>
  )
}

/** Documents that may be this one, beside it before it is registered. */
function Duplicates({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  if (one.duplicateList.length === 0) return null
  return (
    <section
      className="panel incoming-first incoming-duplicates"
      aria-labelledby="incoming-duplicates"
      data-testid="duplicates"
    >
      <h2 id="incoming-duplicates">{t('incoming.duplicates')}</h2>
      <ul className="plain incoming-lines">
        {one.duplicateList.map((other) => (
          <li key={other.id}>
            <p>
              <span className={`tag${other.how === 'similar' ? '' : ' incoming-doubt'}`}>
                {t(`incoming.duplicateHow.${other.how}`)}
              </span>{' '}
              <IncomingStateMark state={other.state} />
            </p>
            <p>
              <Link to="/van-ban-den/$id" params={{ id: String(other.id) }} lang="vi">
                {other.about ?? t('incoming.unread')}
              </Link>
            </p>
            <p className="soft" lang="vi">
              {[
                other.number ? t('incoming.numberOf', { n: other.number }) : t('incoming.unnumbered'),
                other.notation,
                other.issuedOn ? showDay(other.issuedOn) : null,
                other.sender,
                other.lead ? `${t('incoming.leadBy')}: ${other.lead}` : null,
                other.result,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Facts({ one }: { one: Incoming }) {
  const deadline = useDeadline()
  const { t } = useTranslation()
  const me = useMe()
  const kindName = useIncomingKindName()
  const isOver = one.state === 'done' || one.state === 'returned' || one.state === 'refused'
  return (
    <section className="panel" aria-labelledby="incoming-facts" data-testid="incoming-facts">
      <h2 id="incoming-facts">{t('incoming.facts')}</h2>
      {one.isDescribed ? null : <p className="soft">{t('incoming.proposedHint')}</p>}
      <dl className="facts">
        <Fact name={t('incoming.sender')}>
          <span lang="vi">{one.sender?.name ?? '–'}</span>
        </Fact>
        <Fact name={t('incoming.notation')}>
          <span className="tabular">
            {one.notation ?? '–'}
            {one.issuedOn ? `, ${showDay(one.issuedOn)}` : ''}
          </span>
        </Fact>
        {one.kind ? <Fact name={t('incoming.kind')}>{kindName(one.kind)}</Fact> : null}
        {one.signerName ? (
          <Fact name={t('incoming.signerName')}>
            <span lang="vi">{one.signerName}</span>
          </Fact>
        ) : null}
        {one.addressedTo ? (
          <Fact name={t('incoming.addressedTo')}>
            <span lang="vi">{one.addressedTo}</span>
          </Fact>
        ) : null}
        {one.pages ? <Fact name={t('incoming.pages')}>{one.pages}</Fact> : null}
        {one.dueOn ? (
          <Fact name={t('incoming.dueOn')}>
            <span className={one.dueOn < me.today && !isOver ? 'overdue strong' : ''}>{showDay(one.dueOn)}</span>
          </Fact>
        ) : null}
        <Fact name={t('incoming.arrived')}>
          {showInstant(one.arrivedAt)}, {t(`incoming.way.${one.way}`)}
          <div className="soft" lang="vi">
            {one.arrivedBy}
          </div>
        </Fact>
        {one.state === 'arrived' ? (
          <Fact name={t('incoming.registerBy')}>
            {deadline(one.registerDueAt)}, <RegisterClock row={one} />
          </Fact>
        ) : null}
        {one.registeredAt ? (
          <Fact name={t('incoming.registered')}>
            {showInstant(one.registeredAt)}
            <div className="soft" lang="vi">
              {one.registeredBy}, {one.agency.name}
            </div>
            {one.checked?.words ? <div lang="vi">{one.checked.words}</div> : null}
          </Fact>
        ) : null}
        {one.presented && one.presentedTo ? (
          <Fact name={t('incoming.presentedTo')}>
            <span lang="vi">{one.presentedTo.name}</span>, {showInstant(one.presented.at)}
            {one.presented.words ? <div lang="vi">{one.presented.words}</div> : null}
          </Fact>
        ) : null}
        {one.done ? (
          <Fact name={t('incoming.doneAt')}>
            {showInstant(one.done.at)}
            {one.done.words ? <div lang="vi">{one.done.words}</div> : null}
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

/** What it answers, and what answers it. */
function Answers({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  const me = useMe()
  const send = useSend()
  // A directive under review is read by those who review; everyone else sees that there is one.
  const mayOpenDirective = mayDo(me, 'directive.review')
  if (one.tasks.length === 0 && one.replies.length === 0 && one.directiveId === null) return null
  return (
    <section className="panel" aria-labelledby="incoming-answers">
      <h2 id="incoming-answers">{t('incoming.links')}</h2>
      <dl className="facts">
        {one.directiveId !== null ? (
          <Fact name={t('incoming.directive')}>
            {mayOpenDirective ? (
              <Link to="/van-ban/$id" params={{ id: String(one.directiveId) }} data-testid="open-review">
                {t('incoming.openDirective')}
              </Link>
            ) : (
              t('incoming.hasDirective')
            )}
          </Fact>
        ) : null}
        {one.tasks.length > 0 ? (
          <Fact name={t('incoming.answers')}>
            <ul className="plain incoming-lines">
              {one.tasks.map(({ id, code, title }) => (
                <li key={id}>
                  <Link to="/nhiem-vu/$id" params={{ id: String(id) }} lang="vi">
                    {code}: {title}
                  </Link>{' '}
                  {one.acts.includes('linkTask') ? (
                    <Button
                      type="link"
                      size="small"
                      className="link-button screen-only"
                      aria-label={t('incoming.unlink', { name: code })}
                      onClick={() =>
                        send(
                          () =>
                            answer(
                              api.DELETE('/api/records/incoming/{id}/tasks/{taskId}', {
                                params: { path: { id: one.id, taskId: id } },
                              }),
                            ),
                          t('incoming.did.unlinkTask'),
                        )
                      }
                    >
                      {t('incoming.remove')}
                    </Button>
                  ) : null}
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
        {one.replies.length > 0 ? (
          <Fact name={t('incoming.replies')}>
            <ul className="plain incoming-lines">
              {one.replies.map(({ id, notation, about, state, mayOpen }) => (
                <li key={id}>
                  {mayOpen ? (
                    <Link to="/van-ban-di/$id" params={{ id: String(id) }} lang="vi">
                      {notation ?? about}
                    </Link>
                  ) : (
                    <span lang="vi">{notation ?? about}</span>
                  )}{' '}
                  <span className="soft">{wordsIf(`outgoing.state.${state}`) ?? state}</span>
                </li>
              ))}
            </ul>
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

/** The case files that hold it, of those the reader sees. */
function CasesOf({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  const me = useMe()
  const { data } = useQuery({
    ...casesOfQuery(one.id),
    enabled: one.registeredAt !== null && (mayDo(me, 'records.draft') || mayDo(me, 'records.archive')),
  })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="incoming-cases" data-testid="incoming-cases">
      <h2 id="incoming-cases">{t('incoming.cases')}</h2>
      <ul className="plain incoming-lines">
        {data.rows.map(({ id, code, title }) => (
          <li key={id}>
            <Link to="/van-ban/ho-so/$id" params={{ id: String(id) }} lang="vi">
              {[code, title].filter(Boolean).join(': ')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What was done with it, the latest last. */
function History({ one }: { one: Incoming }) {
  const { t } = useTranslation()
  if (one.history.length === 0) return null
  return (
    <section className="panel" aria-labelledby="incoming-history" data-testid="incoming-history">
      <h2 id="incoming-history">{t('incoming.history')}</h2>
      <ol className="plain incoming-lines">
        {one.history.map(({ at, by, event, words }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows.
          <li key={place}>
            <p>
              <strong>{wordsIf(`incoming.event.${event.replace('incoming.', '')}`) ?? event}</strong>{' '}
              <span className="soft">
                <span lang="vi">{by}</span>, {showInstant(at)}
              </span>
            </p>
            {words ? (
              <p className="incoming-words" lang="vi">
                {words}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
