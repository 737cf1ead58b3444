import { answer, ifMatch } from '@dieuhanh/client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ActDrawer } from '../form/act.tsx'
import { DayField, LineField, WordsField } from '../form/fields.tsx'
import { FormDrawer } from '../form/form-drawer.tsx'
import { Rows } from '../list/rows.tsx'
import { draftMinutesPath, explanationFilePath, inspectionPaperPath } from '../paths/taskforce.ts'
import { api } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { sendForm } from '../shell/upload.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay, showInstant } from '../ui/format.ts'
import { Fact } from '../ui/labelled.tsx'
import { ActButtons, useOpenAct, useSure } from './act.tsx'
import { INSPECTION_FORMS, type InspectionForm } from './acts/inspection.tsx'
import { type Chosen, FileField, fileOf } from './fields.tsx'
import { Findings } from './findings.tsx'
import { MarkDrawer } from './mark.tsx'
import { Paper } from './paper.tsx'
import { type Inspection, type InspectionAct, inspectionQuery, refreshTaskforce } from './queries.ts'
import { InspectionStateTag } from './standing.tsx'
import './taskforce.css'

/** One inspection, as far as the reader may see: scope, explanations, minutes, findings, conclusion. */
export function InspectionPage() {
  const { t } = useTranslation()
  const id = Number(useParams({ from: '/staff/to-cong-tac/kiem-tra/$id' }).id)
  const found = useQuery(inspectionQuery(id))
  useTitle(found.data?.title ?? t('taskforce.tabs.inspections'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending) {
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  }
  return <View one={found.data} />
}

const OWN_PLACE: readonly InspectionAct[] = ['explain', 'mark', 'find']

function View({ one }: { one: Inspection }) {
  const { t } = useTranslation()
  const { act, issue, task } = useSearch({ from: '/staff/to-cong-tac/kiem-tra/$id' })
  const open = useOpenAct()
  const sure = useSure()
  const start = (chosen: InspectionAct) =>
    chosen === 'signMinutes'
      ? sure(
          {
            title: t('taskforce.sureSign'),
            ok: t('taskforce.act.inspection.signMinutes'),
            content: t('taskforce.sureSignHint'),
          },
          () =>
            answer(
              api.POST('/api/taskforce/inspections/{id}/minutes/sign', {
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
          <Link to="/to-cong-tac" search={{ tab: 'inspections' }}>
            {t('taskforce.tabs.inspections')}
          </Link>
        </p>
        <h1 lang="vi">{one.title}</h1>
        <p>
          <InspectionStateTag state={one.state} />{' '}
          <span className="soft" lang="vi">
            {one.agency.name}
          </span>
        </p>
      </div>
      <ActButtons
        may={one.may.filter((chosen) => !OWN_PLACE.includes(chosen))}
        nameOf={(chosen) => t(`taskforce.act.inspection.${chosen}`)}
        onOpen={start}
        testId="inspection"
      />
      {one.isWhole ? null : <p className="soft">{t('taskforce.partOnly')}</p>}
      <Facts one={one} />
      <FormerDecisions one={one} />
      <Papers one={one} />
      <Scope one={one} onMark={(taskId) => open({ act: 'mark', task: taskId })} />
      <Issues one={one} onExplain={(issueId) => open({ act: 'explain', issue: issueId })} />
      <MinutesPanel one={one} />
      <Findings inspection={one} />
      {one.conclusion ? (
        <section className="panel" aria-labelledby="conclusion">
          <h2 id="conclusion">
            {t('taskforce.conclusion', { number: one.conclusion, day: showDay(one.concludedOn) })}
          </h2>
          {one.conclusionWords ? (
            <p className="tf-words" lang="vi">
              {one.conclusionWords}
            </p>
          ) : null}
          <p className="soft">{t('taskforce.signedBy', { name: one.concludedBy })}</p>
        </section>
      ) : null}
      <ActDrawer
        acts={INSPECTION_FORMS}
        act={one.may.find((may) => may === act && may in INSPECTION_FORMS) as InspectionForm | undefined}
        target={one}
        onClose={() => open({})}
      />
      <ExplainDrawer
        one={one}
        issueId={act === 'explain' && one.may.includes('explain') ? issue : undefined}
        onClose={() => open({})}
      />
      <MarkDrawer
        taskId={act === 'mark' && one.may.includes('mark') ? task : undefined}
        inspectionId={one.id}
        onClose={() => open({})}
      />
    </article>
  )
}

function Facts({ one }: { one: Inspection }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="inspection-facts">
      <h2 id="inspection-facts">{t('taskforce.facts')}</h2>
      <dl className="facts columns">
        <Fact name={t('taskforce.taskForce')}>
          <span lang="vi">{one.taskForce.name}</span>
        </Fact>
        {one.subject.id === one.agency.id ? null : (
          <Fact name={t('taskforce.asDecided')}>
            <span lang="vi">{one.subject.name}</span>
          </Fact>
        )}
        <Fact name={t('taskforce.field.form')}>{t(`taskforce.form.${one.form}`)}</Fact>
        <Fact name={t('taskforce.days')}>
          {showDay(one.fromOn)} – {showDay(one.toOn)}
        </Fact>
        {one.place ? <Fact name={t('taskforce.field.place')}>{one.place}</Fact> : null}
        {one.decision ? (
          <Fact name={t('taskforce.field.decision')}>
            {one.decision}, {showDay(one.decidedOn)}
          </Fact>
        ) : null}
        <Together name={t('taskforce.together')} rows={one.together.filter(({ isNow }) => isNow)} />
        <Together name={t('taskforce.togetherBefore')} rows={one.together.filter(({ isNow }) => !isNow)} />
        {one.explainBy ? <Fact name={t('taskforce.field.explainBy')}>{showDay(one.explainBy)}</Fact> : null}
        {one.answerBy ? <Fact name={t('taskforce.field.answerBy')}>{showDay(one.answerBy)}</Fact> : null}
        {one.reason ? <Fact name={t('taskforce.field.reason')}>{one.reason}</Fact> : null}
        {one.delegation.length > 0 ? (
          <Fact name={t('taskforce.delegation')} isBroad>
            <Delegation rows={one.delegation} />
          </Fact>
        ) : null}
      </dl>
    </section>
  )
}

/** The inspections that a decision named with this one: what it said, and what has become of each since. */
function Together({ name, rows }: { name: string; rows: Inspection['together'] }) {
  const { t } = useTranslation()
  if (rows.length === 0) return null
  return (
    <Fact name={name}>
      <ul className="plain" lang="vi">
        {rows.map(({ id, title, agency, decision, isNow, postponedOn, later }) => (
          <li key={`${id} ${decision}`} className="tf-door" data-testid="together">
            <Link to="/to-cong-tac/kiem-tra/$id" params={{ id: String(id) }}>
              {agency}: {title}
            </Link>{' '}
            <span className="soft">
              {[
                isNow ? [] : decision,
                postponedOn ? t('taskforce.putOffOn', { day: showDay(postponedOn) }) : [],
                later ? t('taskforce.nowUnder', { decision: later.decision, day: showDay(later.decidedOn) }) : [],
              ]
                .flat()
                .join('; ')}
            </span>
          </li>
        ))}
      </ul>
    </Fact>
  )
}

function Delegation({ rows }: { rows: Inspection['delegation'] }) {
  const { t } = useTranslation()
  return (
    <ul className="plain" lang="vi">
      {rows.map(({ fullName, office, role }) => (
        <li key={`${role} ${fullName}`}>
          {fullName}, {office} <span className="soft">({t(`taskforce.delegate.${role}`)})</span>
        </li>
      ))}
    </ul>
  )
}

/** The decisions that a later one replaced after a postponement: what each listed, whom it named, why it was put off. */
function FormerDecisions({ one }: { one: Inspection }) {
  const { t } = useTranslation()
  if (one.formerDecisions.length === 0) return null
  return (
    <section className="panel" aria-labelledby="former-decisions">
      <h2 id="former-decisions">{t('taskforce.formerDecisions')}</h2>
      <ul className="tf-list">
        {one.formerDecisions.map((former) => (
          <li key={`${former.decision} ${former.decidedOn}`} data-testid="former-decision">
            <p>
              <strong>
                {former.decision}, {showDay(former.decidedOn)}
              </strong>
            </p>
            {former.postponedOn ? (
              <p lang="vi">
                {t('taskforce.postponedOn', { day: showDay(former.postponedOn), by: former.postponedBy })}:{' '}
                {former.reason}
              </p>
            ) : null}
            <p className="soft">{t('taskforce.scope', { count: former.scope.length })}</p>
            <ul className="plain" lang="vi">
              {former.scope.map(({ taskId, code, title, version }) => (
                <li key={taskId}>
                  <Link to="/nhiem-vu/$id" params={{ id: String(taskId) }}>
                    {code}
                  </Link>{' '}
                  {title} <span className="soft">(v{version})</span>
                </li>
              ))}
            </ul>
            <p className="soft">{t('taskforce.delegation')}</p>
            <Delegation rows={former.delegation} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The papers as they were signed, and the minutes as a draft until then. */
function Papers({ one }: { one: Inspection }) {
  const { t } = useTranslation()
  const { minutes } = one
  const isDraft = minutes !== null && (minutes.officeSignedAt === null || minutes.agencySignedAt === null)
  if (one.papers.length === 0 && !isDraft) return null
  return (
    <section className="panel" aria-labelledby="inspection-papers" data-testid="papers">
      <h2 id="inspection-papers">{t('taskforce.papers')}</h2>
      <ul className="tf-papers">
        {one.papers.map(({ id, kind, number, on }) => (
          <Paper
            key={id}
            name={t('taskforce.paperNamed', { kind: t(`taskforce.paper.${kind}`), number, day: showDay(on) })}
            href={(format) => inspectionPaperPath(one.id, id, format)}
          />
        ))}
        {isDraft ? (
          <Paper name={t('taskforce.draftMinutes')} href={(format) => draftMinutesPath(one.id, format)} />
        ) : null}
      </ul>
      <p className="soft">{t('taskforce.papersAbout')}</p>
    </section>
  )
}

function Scope({ one, onMark }: { one: Inspection; onMark: (taskId: number) => void }) {
  const { t } = useTranslation()
  if (one.scope.length === 0) return null
  const mayMark = one.may.includes('mark')
  const state = (key: string) => t(`state.${key as 'assigned'}`)
  type Row = Inspection['scope'][number]
  const task = ({ taskId, code, title }: Row) => (
    <>
      <Link to="/nhiem-vu/$id" params={{ id: String(taskId) }} className="tabular nowrap">
        {code}
      </Link>{' '}
      {title}
    </>
  )
  const then = ({ state: key, version }: Row) => `${state(key)} (v${version})`
  const now = ({ now: { version, state: key }, version: frozen }: Row) =>
    version === frozen ? <span className="soft">{t('taskforce.unchanged')}</span> : `${state(key)} (v${version})`
  const truth = ({ claimedOn, now: { completedOn }, marks }: Row) => (
    <>
      {claimedOn ? <p>{t('taskforce.claimedOn', { day: showDay(claimedOn) })}</p> : null}
      {completedOn ? <p>{t('taskforce.confirmedOn', { day: showDay(completedOn) })}</p> : null}
      {marks.map((mark) => (
        <p key={`${mark.seen} ${mark.on} ${mark.words}`}>
          {t(`taskforce.seen.${mark.seen}`)}: {t(mark.isTrue ? 'taskforce.isTrue' : 'taskforce.isNotTrue')}
        </p>
      ))}
    </>
  )
  const mark = ({ taskId }: Row) => (
    <Button size="small" onClick={() => onMark(taskId)}>
      {t('taskforce.mark')}
    </Button>
  )
  return (
    <section className="panel" aria-labelledby="scope">
      <h2 id="scope">{t('taskforce.scope', { count: one.scope.length })}</h2>
      <p className="soft">{t('taskforce.scopeAbout', { day: showDay(one.decidedOn) })}</p>
      <Rows
        rows={one.scope}
        caption={t('taskforce.scope', { count: one.scope.length })}
        keyOf={({ taskId }) => taskId}
        testId="scope-task"
        isWide
        columns={[
          { key: 'task', title: t('taskforce.task'), isHead: true, cell: task },
          {
            key: 'due',
            title: t('taskforce.field.dueOn'),
            cell: ({ dueOn }) => showDay(dueOn),
            className: 'tabular nowrap',
          },
          { key: 'then', title: t('taskforce.stateThen'), cell: then },
          { key: 'now', title: t('taskforce.stateNow'), cell: now },
          { key: 'truth', title: t('taskforce.truth'), cell: truth },
          ...(mayMark
            ? [
                {
                  key: 'mark',
                  title: <span className="unseen">{t('taskforce.mark')}</span>,
                  isOnScreenOnly: true as const,
                  cell: mark,
                },
              ]
            : []),
        ]}
        card={(row) => (
          <>
            <p lang="vi">{task(row)}</p>
            {row.dueOn ? (
              <p>
                {t('taskforce.field.dueOn')}: {showDay(row.dueOn)}
              </p>
            ) : null}
            <p>
              {t('taskforce.stateThen')}: {then(row)}
            </p>
            <p>
              {t('taskforce.stateNow')}: {now(row)}
            </p>
            {truth(row)}
            {mayMark ? mark(row) : null}
          </>
        )}
      />
    </section>
  )
}

function Issues({ one, onExplain }: { one: Inspection; onExplain: (issueId: number) => void }) {
  const { t } = useTranslation()
  if (one.issues.length === 0) return null
  return (
    <section className="panel" aria-labelledby="issues">
      <h2 id="issues">{t('taskforce.issues')}</h2>
      <ol className="tf-list">
        {one.issues.map((issue) => (
          <li key={issue.id} data-testid="issue">
            <p className="tf-words" lang="vi">
              <strong>
                {issue.position}. {issue.words}
              </strong>
            </p>
            {issue.papers ? (
              <p className="soft" lang="vi">
                {t('taskforce.field.papers')}: {issue.papers}
              </p>
            ) : null}
            {issue.explanations.map((said) => (
              <blockquote key={said.id} className="tf-words" lang="vi">
                {said.words}
                <p className="soft">
                  {said.agencyName}, {said.signer}, {showDay(said.on)}
                  {said.document ? `, ${said.document}` : ''}
                  {said.fileName ? (
                    <>
                      {', '}
                      <a href={explanationFilePath(one.id, said.id)}>{said.fileName}</a>
                    </>
                  ) : null}
                </p>
              </blockquote>
            ))}
            {issue.explanations.length === 0 ? <p className="soft">{t('taskforce.notExplained')}</p> : null}
            {one.may.includes('explain') ? (
              <Button size="small" className="screen-only" onClick={() => onExplain(issue.id)} data-testid="explain">
                {t('taskforce.act.inspection.explain')}
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

interface Explanation {
  words: string
  document?: string
  signer: string
  on: string
  file?: Chosen
}

function ExplainDrawer({
  one,
  issueId,
  onClose,
}: {
  one: Inspection
  issueId: number | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  return (
    <FormDrawer<Explanation, number | undefined>
      title={issueId === undefined ? undefined : t('taskforce.act.inspection.explain')}
      did={t('taskforce.did')}
      initial={{ on: me.today }}
      on={issueId}
      send={({ file, document, ...typed }, issue, key) =>
        sendForm(
          `/api/taskforce/inspections/${one.id}/issues/${issue}/explanations`,
          { explanation: JSON.stringify({ ...typed, ...(document?.trim() ? { document } : {}) }) },
          fileOf(file),
          key,
        )
      }
      refresh={() => refreshTaskforce(queries)}
      onClose={onClose}
    >
      {() => (
        <>
          <WordsField name="words" label={t('taskforce.field.explanation')} rows={5} max={20_000} />
          <LineField name="signer" label={t('taskforce.field.signer')} />
          <LineField name="document" label={t('taskforce.field.document')} isOptional />
          <DayField name="on" label={t('taskforce.field.on')} max={me.today} />
          <FileField name="file" label={t('taskforce.field.file')} accept=".pdf,.docx,.xlsx,.png,.jpg,.jpeg" />
        </>
      )}
    </FormDrawer>
  )
}

function MinutesPanel({ one }: { one: Inspection }) {
  const { t } = useTranslation()
  const { minutes } = one
  if (!minutes) return null
  const signature = (who: string | null, at: string | null) =>
    who ? `${who}, ${showInstant(at)}` : <span className="soft">{t('taskforce.notSigned')}</span>
  return (
    <section className="panel" aria-labelledby="minutes" data-testid="minutes">
      <h2 id="minutes">{t('taskforce.minutes', { day: showDay(minutes.heldOn) })}</h2>
      <p className="tf-words" lang="vi">
        {minutes.words}
      </p>
      <dl className="facts columns">
        <Fact name={t('taskforce.field.place')}>{minutes.place}</Fact>
        <Fact name={t('taskforce.field.officeSide')}>
          <span className="tf-words" lang="vi">
            {minutes.officeSide}
          </span>
        </Fact>
        <Fact name={t('taskforce.field.agencySide')}>
          <span className="tf-words" lang="vi">
            {minutes.agencySide}
          </span>
        </Fact>
        {minutes.commitments ? (
          <Fact name={t('taskforce.field.commitments')} isBroad>
            {minutes.commitments}
          </Fact>
        ) : null}
        <Fact name={t('taskforce.officeSigned')}>{signature(minutes.officeSigner, minutes.officeSignedAt)}</Fact>
        <Fact name={t('taskforce.agencySigned')}>{signature(minutes.agencySigner, minutes.agencySignedAt)}</Fact>
      </dl>
    </section>
  )
}
