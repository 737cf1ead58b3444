import { answer, type Body, ifMatch } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { type Act, ActDrawer, actsWith } from '../form/act.tsx'
import { Field } from '../form/fields.tsx'
import { optionalText } from '../form/typed-text.ts'
import { Rows } from '../list/rows.tsx'
import { handOverFilePath } from '../paths/cases.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { CaseActs, HashText, ReasonField, useCaseFrame, useOpenCaseAct } from './case-acts.tsx'
import { type HandOver, handOverQuery } from './case-queries.ts'
import { useRetentionWords } from './case-standing.tsx'
import './cases.css'

type HandOverAct = HandOver['may'][number]
const defineAct = actsWith((act: HandOverAct, _: HandOver) => {
  const { t } = useTranslation()
  return useCaseFrame(t(`cases.act.${act}HandOver`))
})
const onOne = ({ id, version }: HandOver) => ({ params: { path: { id } }, headers: ifMatch(version) })

/** Of each case of the list the reason for which it goes back; empty: it is taken. */
interface AcceptWords {
  reasons?: Record<string, string>
  words?: string
}

const FORMS: Record<HandOverAct, Act<HandOverAct, HandOver>> = {
  accept: defineAct<AcceptWords, HandOver>({
    on: (one) => one,
    isWide: true,
    Fields: AcceptFields,
    send: ({ reasons = {}, words }, one) => {
      const except = Object.entries(reasons).flatMap(([caseId, reason]) =>
        reason?.trim() ? [{ caseId: Number(caseId), reason: reason.trim() }] : [],
      )
      const body: Body<'/api/records/hand-overs/{id}/accept'> = {
        ...(except.length > 0 ? { except } : {}),
        ...optionalText('words', words),
      }
      return answer(api.POST('/api/records/hand-overs/{id}/accept', { ...onOne(one), body }))
    },
  }),
  return: defineAct<{ reason: string }, HandOver>({
    on: (one) => one,
    Fields: ReasonField,
    send: (body, one) => answer(api.POST('/api/records/hand-overs/{id}/return', { ...onOne(one), body })),
  }),
}

function AcceptFields({ on }: { on: HandOver }) {
  const { t } = useTranslation()
  return (
    <>
      <p className="soft">{t('cases.acceptHint')}</p>
      {on.list.map(({ caseId, code, title }) => (
        <Form.Item key={caseId} name={['reasons', String(caseId)]} label={[code, title].filter(Boolean).join(' ')}>
          <Input maxLength={4000} placeholder={t('cases.returnReason')} autoComplete="off" />
        </Form.Item>
      ))}
      <Field name="words" label={t('cases.field.words')} isOptional>
        <Input maxLength={300} autoComplete="off" />
      </Field>
    </>
  )
}

/** A hand-over: its list, package and minutes, and the files that nobody vouches for. */
export function HandOverPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/van-ban/luu-tru/giao-nop/$id' }).id)
  const found = useQuery(handOverQuery(id))
  useTitle(t('cases.handOver'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={8} />
      </div>
    )
  return <View one={found.data} />
}

function View({ one }: { one: HandOver }) {
  const { t } = useTranslation()
  const { act } = useSearch({ from: '/staff/van-ban/luu-tru/giao-nop/$id' })
  const open = useOpenCaseAct()
  const retention = useRetentionWords()
  type Listed = HandOver['list'][number]
  const name = ({ caseId, title }: Listed) => (
    <Link to="/van-ban/ho-so/$id" params={{ id: String(caseId) }} data-row lang="vi">
      {title}
    </Link>
  )
  const outcome = ({ isAccepted, reason }: Listed) =>
    isAccepted === null ? '' : `${t(isAccepted ? 'cases.taken' : 'cases.sentBack')}${reason ? `: ${reason}` : ''}`
  const doubted = ({ doubts }: Listed) =>
    doubts.length === 0 ? null : (
      <ul className="case-files">
        {doubts.map(({ path, verdict }) => (
          <li key={path} className="case-doubt">
            {path.split('/').at(-1)}: {t(`cases.verdict.${verdict}`)}
          </li>
        ))}
      </ul>
    )
  return (
    <article className="page case-page">
      <div className="page-head">
        <p className="screen-only">
          <Link to="/van-ban/luu-tru" search={{ tab: 'handOvers' }}>
            {t('cases.archive')}
          </Link>
        </p>
        <h1>{t('cases.handOverBy', { unit: one.unit.name })}</h1>
        <p>
          <span className="tag case-tag">{t(`cases.handOverState.${one.state}`)}</span>
        </p>
      </div>
      <CaseActs
        may={one.may}
        nameOf={(name) => t(`cases.act.${name}HandOver`)}
        onOpen={(name) => open({ act: name })}
        testId="hand-over"
      />
      {one.doubts > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="form-note"
          title={t('cases.doubts', { count: one.doubts })}
          description={t('cases.doubtsHint')}
        />
      ) : null}
      <section className="panel" aria-labelledby="hand-over-facts">
        <h2 id="hand-over-facts">{t('cases.handOver')}</h2>
        <dl className="facts columns">
          <Fact name={t('cases.offeredBy')}>
            <span lang="vi">{one.offeredBy}</span>, {showInstant(one.offeredAt)}
          </Fact>
          {one.answeredAt ? (
            <Fact name={t('cases.answeredBy')}>
              <span lang="vi">{one.answeredBy}</span>, {showInstant(one.answeredAt)}
            </Fact>
          ) : null}
          {one.words ? <Fact name={t('cases.field.words')}>{one.words}</Fact> : null}
          {one.answeredWords ? <Fact name={t('cases.answeredWords')}>{one.answeredWords}</Fact> : null}
          <Fact name={t('cases.package')} isBroad>
            {one.hasPackage ? (
              <Button href={handOverFilePath(one.id, 'package')} data-testid="package">
                {t('cases.packageFile', { size: Math.ceil(one.packageSize / 1024).toLocaleString('vi') })}
              </Button>
            ) : (
              t('cases.packageGone')
            )}{' '}
            SHA-256: <HashText sha256={one.packageSha256} />
            <p className="soft">{t('cases.packageHint')}</p>
          </Fact>
          {one.hasMinutes ? (
            <Fact name={t('cases.minutes')}>
              <Button href={handOverFilePath(one.id, 'minutes')} data-testid="minutes">
                {t('cases.minutesOf', { notation: one.notation })}
              </Button>
            </Fact>
          ) : null}
        </dl>
      </section>
      <section className="panel" aria-labelledby="hand-over-list">
        <h2 id="hand-over-list">{t('cases.listOf', { count: one.list.length })}</h2>
        <Rows
          rows={one.list}
          caption={t('cases.listOf', { count: one.list.length })}
          keyOf={({ caseId }) => caseId}
          testId="hand-over-case"
          columns={[
            { key: 'position', title: t('cases.field.number'), isNumber: true, cell: ({ position }) => position },
            { key: 'code', title: t('cases.field.code'), cell: ({ code }) => code ?? '', className: 'tabular nowrap' },
            { key: 'title', title: t('cases.field.title'), cell: name, isHead: true },
            { key: 'retention', title: t('cases.field.retention'), cell: retention, className: 'nowrap' },
            { key: 'files', title: t('cases.files'), isNumber: true, cell: ({ files }) => files },
            { key: 'doubts', title: t('cases.doubted'), cell: doubted },
            { key: 'outcome', title: t('cases.outcome'), cell: (row) => <span lang="vi">{outcome(row)}</span> },
          ]}
          card={(row) => (
            <>
              <p>{name(row)}</p>
              <p className="soft" lang="vi">
                {[row.code, retention(row), outcome(row)].filter(Boolean).join(' · ')}
              </p>
              {doubted(row)}
            </>
          )}
        />
      </section>
      <ActDrawer acts={FORMS} act={one.may.find((name) => name === act)} target={one} onClose={() => open({})} />
    </article>
  )
}
