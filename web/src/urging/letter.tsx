import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { type PlainAct, SentBackNote, SignatureFact, SigningActs } from '../form/signing.tsx'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Answers } from './answers.tsx'
import { LedgerList } from './ledger.tsx'
import { FORMS } from './letter-acts.ts'
import { type Letter, type LetterAct, letterFile, letterQuery, paperQuery, refreshUrging } from './queries.ts'
import './notices.css'
import './urging.css'

/** One letter: print preview, acts, deliveries, answers. */
export function LetterPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/don-doc/$id' }).id)
  const found = useQuery(letterQuery(id))
  useTitle(found.data ? t('urging.letterTo', { name: found.data.agencyName }) : t('urging.title'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  return <LetterView letter={found.data} />
}

/** Not issued yet: its day of answer can still be changed. */
const WAITING: ReadonlySet<Letter['state']> = new Set(['draft', 'submitted'])

function LetterView({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const { act: requested } = useSearch({ from: '/staff/don-doc/$id' })
  const navigate = useNavigate({ from: '/don-doc/$id' })
  const act = letter.may.find((may) => may === requested)
  const open = (chosen: LetterAct | undefined) =>
    navigate({ search: chosen ? { act: chosen } : {}, replace: true, resetScroll: false })
  return (
    <article className="page letter-page">
      <div className="row spread page-head">
        <div>
          <p className="screen-only">
            <Link to="/don-doc" search={{ tab: 'letters' }}>
              {t('urging.back')}
            </Link>
          </p>
          <h1 lang="vi">{t('urging.letterTo', { name: letter.agencyName })}</h1>
          <p className="soft">
            <strong data-testid="letter-state">{t(`urging.state.${letter.state}`)}</strong>
            {letter.notation ? (
              <span className="tabular" data-testid="letter-number">
                {' '}
                · {letter.notation}, {showDay(letter.issuedOn)}
              </span>
            ) : null}
            {letter.isSample ? <span className="tag">{t('urging.sample')}</span> : null}
          </p>
        </div>
        <div className="row screen-only">
          <Button href={letterFile(letter.id, 'pdf')} target="_blank" data-testid="open-pdf">
            {t('urging.openPdf')}
          </Button>
          <Button href={letterFile(letter.id, 'docx')}>{t('urging.download', { format: 'DOCX' })}</Button>
        </div>
      </div>
      <SentBackNote state={letter.state} reason={letter.sentBackReason} />
      {WAITING.has(letter.state) && letter.replyBy <= today ? (
        <Alert
          type="error"
          showIcon
          className="sent-back"
          title={t('urging.replyPassed', { day: showDay(letter.replyBy) })}
          data-testid="reply-passed"
        />
      ) : null}
      {letter.isUnreached ? (
        <Alert type="warning" showIcon className="sent-back" title={t('urging.unreached')} data-testid="unreached" />
      ) : null}
      <Acts letter={letter} onOpen={open} />
      <div className="letter-grid">
        <Preview letter={letter} />
        <aside className="stack" aria-label={t('urging.beside')}>
          <Facts letter={letter} />
          {letter.issuedOn ? <Answers letter={letter} /> : null}
          {letter.issuedOn ? <Delivery letter={letter} /> : null}
        </aside>
      </div>
      <ActDrawer acts={FORMS} act={act} target={letter} onClose={() => open(undefined)} />
    </article>
  )
}

const LEADING: readonly LetterAct[] = ['submit', 'sign', 'answer']
const PATHS = {
  submit: '/api/urging/letters/{id}/submit',
  withdraw: '/api/urging/letters/{id}/withdraw',
  drop: '/api/urging/letters/{id}/drop',
  sign: '/api/urging/letters/{id}/sign',
} as const satisfies Record<PlainAct, string>

function Acts({ letter, onOpen }: { letter: Letter; onOpen: (act: LetterAct) => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <SigningActs
      may={letter.may}
      leading={LEADING}
      nameOf={(act) => t(`urging.act.${act}`)}
      sureOf={(act) => (act === 'sign' && letter.isUnreached ? t('urging.sureUnreached') : t(`urging.sure.${act}`))}
      send={(act) =>
        answer(api.POST(PATHS[act], { params: { path: { id: letter.id } }, headers: ifMatch(letter.version) }))
      }
      refresh={() => refreshUrging(queries)}
      onOpen={onOpen}
      testId="letter"
    />
  )
}

function Preview({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  const paper = useQuery(paperQuery(letter.id, letter.version))
  return (
    <section className="letter-sheet" aria-label={t('urging.preview')}>
      {paper.error ? <ProblemNote error={paper.error} retry={paper.refetch} /> : null}
      {paper.isPending ? <Waiting lines={14} /> : null}
      {paper.data ? <Sheet html={paper.data} title={t('urging.preview')} /> : null}
    </section>
  )
}

function Facts({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="letter-facts">
      <h2 id="letter-facts">{t('urging.facts')}</h2>
      <dl className="facts">
        <Fact name={t('urging.replyBy')}>{showDay(letter.replyBy)}</Fact>
        <Fact name={t('urging.unit')}>
          <span lang="vi">{letter.unitName}</span>
        </Fact>
        <SignatureFact signer={letter.signerName} onBehalfOf={letter.onBehalfOfName} signatory={letter.signatoryName} />
        <Fact name={t('signing.createdBy')}>{letter.createdBy}</Fact>
        {letter.closedAt ? (
          <Fact name={t('urging.state.closed')}>
            {t('urging.closedBy', { by: letter.closedBy, at: showInstant(letter.closedAt) })}
            {letter.closedNote ? <span className="soft">: {letter.closedNote}</span> : null}
          </Fact>
        ) : null}
      </dl>
      <details>
        <summary>
          {t('urging.tasksField')} ({letter.tasks})
        </summary>
        <ul className="plain letter-tasks">
          {letter.taskList.map((task) => (
            <li key={task.id} lang="vi">
              <Link to="/nhiem-vu/$id" params={{ id: String(task.id) }} className="tabular">
                {task.code}
              </Link>{' '}
              {task.title}{' '}
              <span className="soft">
                ({showDay(task.dueOn)}; {task.isOpen ? t('urging.taskOpen') : t('urging.taskDone')})
              </span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}

function Delivery({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="delivery">
      <h2 id="delivery">{t('urging.delivery')}</h2>
      {letter.sending ? (
        <p>
          <strong data-testid="sending">{t(`urging.sending.${letter.sending}`)}</strong>
        </p>
      ) : null}
      {letter.deliveries.length > 0 ? (
        <LedgerList rows={letter.deliveries} />
      ) : (
        <p className="soft">{t('urging.deliveryNone')}</p>
      )}
    </section>
  )
}
