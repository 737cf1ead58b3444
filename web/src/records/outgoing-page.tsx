import { answer } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { outgoingFile } from '../paths/outgoing.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { asSentence, showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { ActButtons } from './act-buttons.tsx'
import { Copies } from './copies.tsx'
import { useDeadline } from './deadline.ts'
import { onOutgoing, StateMark, useSure } from './outgoing-act.tsx'
import { FORM_ACTS, FORMS, type FormAct } from './outgoing-acts.tsx'
import { useKindName } from './outgoing-kinds.ts'
import { type Outgoing, outgoingQuery, previewQuery } from './outgoing-queries.ts'
import { NoteSheet, Route, Signatures, Versions } from './outgoing-trace.tsx'
import { OutgoingVerdict } from './verdict-of.tsx'
import './outgoing.css'

/** One document that goes out: its page, where it stands, what the reader does next, and all that was said of it. */
export function OneOutgoing() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban-di/$id' }).id)
  const found = useQuery(outgoingQuery(id))
  useTitle(found.data ? asSentence(found.data.about) : t('outgoing.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <View one={found.data} />
}

function View({ one }: { one: Outgoing }) {
  const { t } = useTranslation()
  const kindName = useKindName()
  const { act, step } = useSearch({ from: '/staff/van-ban-di/$id' })
  const navigate = useNavigate({ from: '/van-ban-di/$id' })
  const open = (chosen: string | undefined, stepId?: number) =>
    navigate({
      search: chosen ? { act: chosen, ...(stepId === undefined ? {} : { step: stepId }) } : {},
      replace: true,
      resetScroll: false,
    })
  const may: readonly string[] = one.acts.includes('edit') ? [...one.acts, 'details'] : one.acts
  const asked = FORM_ACTS.find((name) => name === act && may.includes(name))
  const back = one.state === 'returned' ? one.notes.findLast((line) => line.act === 'returned') : undefined
  return (
    <article className="page og-page">
      <div className="row spread page-head">
        <div className="grow">
          <p className="screen-only">
            <Link to="/van-ban-di">{t('outgoing.title')}</Link>
          </p>
          <h1 lang="vi">{asSentence(one.about)}</h1>
          <p>
            <StateMark state={one.state} />
            {one.isUrgent ? <span className="tag warn">{t('outgoing.urgent')}</span> : null}{' '}
            <span className="soft">{kindName(one.kind)}</span>
            {one.notation ? (
              <span className="tabular" data-testid="outgoing-number">
                {' '}
                · {one.notation}, {showDay(one.datedOn)}
              </span>
            ) : null}
          </p>
        </div>
        <div className="row screen-only">
          <Button href={outgoingFile(one.id, 'pdf')} data-testid="outgoing-pdf">
            {t('outgoing.download', { format: 'PDF' })}
          </Button>
          {one.signed ? (
            <Button href={outgoingFile(one.id, 'docx')} data-testid="outgoing-docx">
              {t('outgoing.download', { format: 'DOCX' })}
            </Button>
          ) : null}
        </div>
      </div>
      {back ? (
        <Alert
          type="warning"
          showIcon
          className="og-note"
          data-testid="sent-back"
          title={t('outgoing.sentBack', { by: back.by, at: showInstant(back.at) })}
          description={<span lang="vi">{back.words}</span>}
        />
      ) : null}
      {one.recalled ? (
        <Alert
          type="error"
          showIcon
          className="og-note"
          title={t('outgoing.recalledBy', { by: one.recalled.by, at: showInstant(one.recalled.at) })}
          description={<span lang="vi">{one.recalled.reason}</span>}
        />
      ) : null}
      {one.followedBy.map(({ id, name, how }) => (
        <Alert
          key={id}
          type="info"
          showIcon
          className="og-note"
          title={
            <>
              {t(`outgoing.followedBy.${how}`)}{' '}
              <Link to="/van-ban-di/$id" params={{ id: String(id) }}>
                {name}
              </Link>
            </>
          }
        />
      ))}
      <Acts one={one} may={may} onOpen={open} />
      <div className="og-grid">
        <Preview one={one} />
        <aside className="stack" aria-label={t('outgoing.beside')}>
          <Facts one={one} />
          <Signatures one={one} />
          {one.signed && one.hasFile ? <OutgoingVerdict id={one.id} version={one.version} /> : null}
          <Route one={one} onReplace={may.includes('replaceStep') ? (id) => open('replaceStep', id) : undefined} />
          <NoteSheet one={one} />
          <Versions one={one} />
          <Copies copies={one.copies} />
        </aside>
      </div>
      <ActDrawer
        acts={FORMS}
        act={asked}
        target={{ one, step: one.steps.find(({ id }) => id === step) }}
        onClose={() => open(undefined)}
      />
    </article>
  )
}

/** In the order of the eye: what leads the document on, then what changes it, then what ends it. */
const ORDER = [
  'agree',
  'sign',
  'seal',
  'issue',
  'send',
  'sendBack',
  'edit',
  'details',
  'withdraw',
  'correct',
  'replace',
  'copy',
  'recall',
  'drop',
] as const
type Shown = (typeof ORDER)[number]
const PLAIN = ['sign', 'seal', 'issue', 'withdraw', 'drop'] as const
type Plain = (typeof PLAIN)[number]
const isPlain = (act: Shown): act is Plain => (PLAIN as readonly string[]).includes(act)
const isForm = (act: Shown): act is Shown & FormAct => (FORM_ACTS as readonly string[]).includes(act)
const DANGERS: readonly Shown[] = ['drop', 'recall']

const sendPlain = (act: Plain, one: Outgoing, pin: string | undefined): Promise<unknown> => {
  const on = onOutgoing(one)
  const body = pin === undefined ? {} : { pin }
  const calls: Record<Plain, () => Promise<unknown>> = {
    sign: () => answer(api.POST('/api/records/outgoing/{id}/sign', { ...on, body })),
    seal: () => answer(api.POST('/api/records/outgoing/{id}/seal', { ...on, body })),
    issue: () => answer(api.POST('/api/records/outgoing/{id}/issue', on)),
    withdraw: () => answer(api.POST('/api/records/outgoing/{id}/withdraw', on)),
    drop: () => answer(api.POST('/api/records/outgoing/{id}/drop', on)),
  }
  return calls[act]()
}

function Acts({ one, may, onOpen }: { one: Outgoing; may: readonly string[]; onOpen: (act: string) => void }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const sure = useSure()
  const shown = ORDER.filter((act) => may.includes(act))
  if (shown.length === 0) return null
  // A draft without a text is written first.
  const isBlank = (one.content?.parts.length ?? 0) === 0
  const leading = isBlank && shown.includes('edit') ? 'edit' : shown.find((act) => !DANGERS.includes(act))
  const start = (act: Shown) => {
    if (isPlain(act))
      return sure(
        {
          title: t(`outgoing.sure.${act}`),
          ok: t(`outgoing.act.${act}`),
          did: t(`outgoing.did.${act}`),
          content: t(`outgoing.sureHint.${act}`, { n: one.recipients }),
          isDanger: act === 'drop',
        },
        (pin) => sendPlain(act, one, pin),
      )
    if (isForm(act)) return onOpen(act)
    if (act === 'edit') return navigate({ to: '/van-ban-di/$id/soan', params: { id: String(one.id) } })
    return navigate({
      to: '/van-ban-di',
      search: { act: 'new', ...(act === 'correct' ? { corrects: one.id } : { replaces: one.id }) },
    })
  }
  return (
    <ActButtons
      acts={shown}
      leading={leading}
      dangers={DANGERS}
      words={(act) => t(`outgoing.act.${act}`)}
      onAct={start}
      of="outgoing"
      className="og-acts"
    />
  )
}

function Preview({ one }: { one: Outgoing }) {
  const { t } = useTranslation()
  const page = useQuery(previewQuery(one.id, one.version))
  return (
    <section className="og-paper" aria-label={t('outgoing.preview')}>
      {page.error ? <ProblemNote error={page.error} retry={page.refetch} /> : null}
      {page.isPending ? <Waiting lines={14} /> : null}
      {page.data ? <Sheet html={page.data} title={t('outgoing.preview')} /> : null}
    </section>
  )
}

function Facts({ one }: { one: Outgoing }) {
  const deadline = useDeadline()
  const { t } = useTranslation()
  const me = useMe()
  return (
    <section className="panel" aria-labelledby="og-facts">
      <h2 id="og-facts">{t('outgoing.facts')}</h2>
      <dl className="facts">
        <Fact name={t('outgoing.agency')}>
          <span lang="vi">{one.agency.name}</span>
        </Fact>
        {one.drafter ? (
          <Fact name={t('outgoing.drafter')}>
            <span lang="vi">
              {one.drafter.name}, {one.unit.name}
            </span>
          </Fact>
        ) : null}
        <Fact name={t('outgoing.signer')}>
          <span lang="vi">{one.signer?.name ?? t('outgoing.noSigner')}</span>
        </Fact>
        {one.dueOn ? (
          <Fact name={t('outgoing.dueOn')}>
            <span className={one.dueOn < me.today && !one.signed ? 'overdue strong' : ''}>{showDay(one.dueOn)}</span>
          </Fact>
        ) : null}
        {one.issueBy ? <Fact name={t('outgoing.issueBy')}>{deadline(one.issueBy)}</Fact> : null}
        {one.replyTo ? (
          <Fact name={t('outgoing.replyTo')}>
            <Link to={`/van-ban-den/${one.replyTo.id}` as '/'} lang="vi">
              {one.replyTo.name}
            </Link>
          </Fact>
        ) : null}
        {one.task ? (
          <Fact name={t('outgoing.task')}>
            {mayDo(me, 'records.draft') ? (
              <Link to="/nhiem-vu/$id" params={{ id: String(one.task.id) }} lang="vi">
                {one.task.name}
              </Link>
            ) : (
              one.task.name
            )}
          </Fact>
        ) : null}
        {(['corrects', 'replaces'] as const).map((how) =>
          one[how] ? (
            <Fact key={how} name={t(`outgoing.${how}`)}>
              <Link to="/van-ban-di/$id" params={{ id: String(one[how].id) }}>
                {one[how].name}
              </Link>
            </Fact>
          ) : null,
        )}
        <Fact name={t('outgoing.recipients')}>
          {one.recipientList.length === 0 ? (
            <span className="soft">{t('outgoing.noRecipients')}</span>
          ) : (
            <ul className="plain">
              {one.recipientList.map(({ name, purpose }) => (
                <li key={`${purpose} ${name}`}>
                  <span lang="vi">{name}</span> <span className="soft">({t(`outgoing.purpose.${purpose}`)})</span>
                </li>
              ))}
            </ul>
          )}
        </Fact>
      </dl>
    </section>
  )
}
