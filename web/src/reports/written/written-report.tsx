import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LineField, WordsField } from '../../form/fields.tsx'
import { FormDrawer } from '../../form/form-drawer.tsx'
import { reportFile } from '../../paths/reports.ts'
import { api, newKey, problemOf } from '../../shell/api.ts'
import { ProblemNote, useProblemWords } from '../../shell/problem.tsx'
import { mayDo, useMe } from '../../shell/session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { boundTitle, showDay } from '../../ui/format.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { Mark } from '../mark.tsx'
import type { Report } from '../queries.ts'
import {
  type FigureLine,
  type Recommendation,
  type ReportText,
  refreshTexts,
  type SectionView,
  textQuery,
  useOpenPoints,
} from './queries.ts'
import { BoundFigure, byRef, Runs } from './runs.tsx'
import { SectionPart } from './section.tsx'
import { TextField } from './text-field.tsx'

/** The page of a report that is text with figures: as printed, with what is still to do before it is submitted. */
export function WrittenReport({ report }: { report: Report }) {
  const { t } = useTranslation()
  const found = useQuery(textQuery(report.id))
  const [editing, setEditing] = useState<SectionView | undefined>()
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (found.isPending) return <Waiting lines={14} />
  const text = found.data
  const figures = byRef(text)
  const mayEdit = report.may.includes('edit')
  const truncated = [...new Set(text.figures.flatMap((figure) => figure.truncated ?? []))]
  return (
    <div className="stack">
      <Open report={report} text={text} mayEdit={mayEdit} />
      {text.isEmpty ? <Alert type="warning" showIcon title={t('written.empty')} data-testid="empty-report" /> : null}
      <article className="paper" lang="vi" aria-labelledby="paper-title" data-testid="written-paper">
        <Mark isDraft={report.state !== 'issued'} isSample={text.isSample} />
        <h2 id="paper-title" className="paper-title">
          {boundTitle(text.title)}
        </h2>
        {text.corrects ? (
          <p className="paper-words">
            <em>
              (Bản đính chính lần {text.edition - 1}, thay thế{' '}
              <Link to="/bao-cao/$id" params={{ id: String(text.corrects.id) }}>
                Báo cáo số {text.corrects.number}
              </Link>
              . Lý do: {text.corrects.reason})
            </em>
          </p>
        ) : null}
        {text.sections.map((section) => (
          <div key={section.key}>
            <SectionPart section={section} figures={figures} onEdit={mayEdit ? () => setEditing(section) : undefined} />
            {section.kind === 'recommendations' ? (
              <Recommendations report={report} text={text} mayEdit={mayEdit} />
            ) : null}
          </div>
        ))}
        {truncated.length > 0 ? (
          <p className="paper-words" data-testid="truncated">
            <em>{truncated.join(' ')}</em>
          </p>
        ) : null}
      </article>
      {text.corrects ? <Changed report={report} text={text} mayEdit={mayEdit} /> : null}
      <FigureTable text={text} />
      <EditSection report={report} section={editing} onClose={() => setEditing(undefined)} />
    </div>
  )
}

const onVersion = ({ id, version }: Report) => ({ params: { path: { id } }, headers: ifMatch(version) })

/** What must be done before the report is submitted, and the one click that takes the figures as they are now. */
function Open({ report, text, mayEdit }: { report: Report; text: ReportText; mayEdit: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const taking = useMutation({
    mutationFn: () => answer(api.POST('/api/reports/{id}/figures/refresh', onVersion(report))),
    onSuccess: ({ moved }) => message.success(t('written.didRefresh', { n: moved.length })),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshTexts(queries),
  })
  const sentences = useOpenPoints(text)
  const moved = text.figures.filter(({ now }) => now !== null).length
  if (text.open.length === 0 && moved === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      className="screen-only"
      title={mayEdit ? t('written.open') : t('written.movedSince', { n: moved })}
      description={
        <ul className="open-points" data-testid="open-points">
          {sentences.map((sentence, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences in order, of which two may be alike
            <li key={place}>{sentence}</li>
          ))}
        </ul>
      }
      action={
        mayEdit && moved > 0 ? (
          <Button onClick={() => taking.mutate()} loading={taking.isPending} data-testid="refresh-figures">
            {t('written.refresh')}
          </Button>
        ) : null
      }
    />
  )
}

function EditSection({
  report,
  section,
  onClose,
}: {
  report: Report
  section: SectionView | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return (
    <FormDrawer<{ heading?: string; body?: string }, Report>
      title={section ? t('written.edit') : undefined}
      isWide
      did={t('written.didEdit')}
      initial={{ ...(section?.heading ? { heading: section.heading } : {}), body: section?.body ?? '' }}
      on={report}
      send={({ heading, body = '' }, on) =>
        answer(
          api.PUT('/api/reports/{id}/sections/{key}', {
            params: { path: { id: on.id, key: section?.key ?? '' } },
            headers: ifMatch(on.version),
            body: { heading: heading?.trim() || null, body },
          }),
        )
      }
      refresh={() => refreshTexts(queries)}
      onClose={onClose}
    >
      {(form) => (
        <>
          <LineField name="heading" label={t('written.heading')} isOptional />
          <TextField name="body" label={t('written.body')} form={form} />
        </>
      )}
    </FormDrawer>
  )
}

/** Each drafted sentence is taken, reworded or left by a person. */
function Recommendations({ report, text, mayEdit }: { report: Report; text: ReportText; mayEdit: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const [rewording, setRewording] = useState<Recommendation | 'new' | undefined>()
  const figures = byRef(text)
  const deciding = useMutation({
    mutationFn: ({ key, state }: { key: string; state: 'taken' | 'left' }) =>
      answer(
        api.PUT('/api/reports/{id}/recommendations/{key}', {
          params: { path: { id: report.id, key } },
          headers: ifMatch(report.version),
          body: { state },
        }),
      ),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshTexts(queries),
  })
  const shown = text.recommendations.filter(({ state }) => mayEdit || state === 'taken')
  const isNew = rewording === 'new'
  return (
    <>
      <ol className="paper-list recommendations">
        {shown.map((one) => (
          <li key={one.key} className={`recommendation-${one.state}`} data-testid={`recommendation-${one.state}`}>
            <Runs runs={one.runs} figures={figures} />
            {mayEdit ? (
              <div className="row screen-only" lang={undefined}>
                <span className="tag">{t(`written.recommendation.${one.state}`)}</span>
                {one.state === 'taken' ? null : (
                  <Button
                    size="small"
                    onClick={() => deciding.mutate({ key: one.key, state: 'taken' })}
                    disabled={deciding.isPending}
                    data-testid="take"
                  >
                    {t('written.take')}
                  </Button>
                )}
                <Button size="small" onClick={() => setRewording(one)}>
                  {t('written.reword')}
                </Button>
                {one.state === 'left' ? null : (
                  <Button
                    size="small"
                    onClick={() => deciding.mutate({ key: one.key, state: 'left' })}
                    disabled={deciding.isPending}
                    data-testid="leave"
                  >
                    {t('written.leave')}
                  </Button>
                )}
              </div>
            ) : null}
          </li>
        ))}
      </ol>
      {mayEdit ? (
        <Button size="small" className="screen-only" onClick={() => setRewording('new')}>
          {t('written.ownRecommendation')}
        </Button>
      ) : null}
      <FormDrawer<{ body?: string }, Report>
        title={rewording ? t(isNew ? 'written.ownRecommendation' : 'written.reword') : undefined}
        isWide
        initial={{ body: rewording === undefined || rewording === 'new' ? '' : rewording.body }}
        on={report}
        send={({ body = '' }, on) => {
          const headers = ifMatch(on.version)
          return rewording === undefined || rewording === 'new'
            ? answer(
                api.POST('/api/reports/{id}/recommendations', {
                  params: { path: { id: on.id } },
                  headers,
                  body: { body },
                }),
              )
            : answer(
                api.PUT('/api/reports/{id}/recommendations/{key}', {
                  params: { path: { id: on.id, key: rewording.key } },
                  headers,
                  body: { state: 'taken', body },
                }),
              )
        }}
        refresh={() => refreshTexts(queries)}
        onClose={() => setRewording(undefined)}
      >
        {(form) => <TextField name="body" label={t('written.body')} form={form} rows={4} />}
      </FormDrawer>
    </>
  )
}

/** Of a correction: which figures changed, from what to what, and why. */
function Changed({ report, text, mayEdit }: { report: Report; text: ReportText; mayEdit: boolean }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const explaining = useMutation({
    mutationFn: ({ ref, why }: { ref: string; why: string }) =>
      answer(api.PUT('/api/reports/{id}/figures/why', { ...onVersion(report), body: { ref, why } })),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => refreshTexts(queries),
  })
  const changed = text.figures.filter(({ before, printed }) => before !== null && before !== printed)
  const rows = text.changedRows ?? []
  if (changed.length === 0 && rows.length === 0) return <p className="soft">{t('written.noneChanged')}</p>
  const keep = (figure: FigureLine, why: string) => {
    if (why.trim() && why.trim() !== figure.why) explaining.mutate({ ref: figure.ref, why: why.trim() })
  }
  return (
    <section className="panel" aria-labelledby="changed">
      <h2 id="changed">{t('written.changed')}</h2>
      <ScrollBox label={t('written.changed')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('written.figure')}</th>
              <th scope="col" className="number">
                {t('written.printedBefore')}
              </th>
              <th scope="col" className="number">
                {t('written.nowIs')}
              </th>
              <th scope="col">{t('written.why')}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map((figure) => (
              <tr key={figure.ref} data-testid="changed-figure">
                <th scope="row" lang="vi">
                  {figure.vi}
                  {figure.about ? ` – ${figure.about}` : ''} <span className="soft">({showDay(figure.asOf)})</span>
                </th>
                <td className="number">{figure.before}</td>
                <td className="number">
                  <BoundFigure figure={figure} />
                </td>
                <td>
                  {mayEdit ? (
                    <Input
                      defaultValue={figure.why ?? ''}
                      placeholder={text.corrects?.reason ?? ''}
                      aria-label={`${t('written.why')}: ${figure.vi}`}
                      onBlur={({ target }) => keep(figure, target.value)}
                      maxLength={2000}
                    />
                  ) : (
                    <span lang="vi">{figure.why ?? text.corrects?.reason}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {rows.length > 0 ? <ChangedRows rows={rows} /> : null}
    </section>
  )
}

/** The rows of tables and lists that differ from what was issued. */
function ChangedRows({ rows }: { rows: NonNullable<ReportText['changedRows']> }) {
  const { t } = useTranslation()
  return (
    <ScrollBox label={t('written.changedRows')}>
      <table className="grid-table">
        <caption>{t('written.changedRows')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('written.row')}</th>
            <th scope="col">{t('written.printedBefore')}</th>
            <th scope="col">{t('written.nowIs')}</th>
          </tr>
        </thead>
        <tbody lang="vi">
          {rows.map(({ table, row, before, after }) => (
            <tr key={`${table} ${row}`} data-testid="changed-row">
              <th scope="row">
                {row} <span className="soft">({table})</span>
              </th>
              <td>{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

/** Every figure with what makes it: of which days, known when, rounded how. */
function FigureTable({ text }: { text: ReportText }) {
  const { t } = useTranslation()
  return (
    <details className="panel screen-only">
      <summary>{t('written.allFigures', { n: text.figures.length })}</summary>
      <ScrollBox label={t('written.figures')}>
        <table className="grid-table">
          <thead>
            <tr>
              <th scope="col">{t('written.figure')}</th>
              <th scope="col" className="number">
                {t('written.value')}
              </th>
              <th scope="col">{t('written.days')}</th>
              <th scope="col">{t('reports.knownOn')}</th>
              <th scope="col">{t('reports.rounding')}</th>
            </tr>
          </thead>
          <tbody>
            {text.figures.map((figure) => (
              <tr key={figure.ref}>
                <th scope="row">
                  <span lang="vi">
                    {figure.vi}
                    {figure.about ? ` – ${figure.about}` : ''}
                  </span>
                  <br />
                  <code className="soft">{figure.ref}</code>
                </th>
                <td className="number">
                  <BoundFigure figure={figure} />
                </td>
                <td className="tabular nowrap">
                  {showDay(figure.from)} – {showDay(figure.asOf)}
                </td>
                <td className="tabular nowrap">
                  {figure.knownOn === null ? t('written.knownNow') : showDay(figure.knownOn)}
                </td>
                <td>{t(`rounding.${figure.rounding as 'truncate1'}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  )
}

const PREPARES = { office: 'report.prepare', agency: 'report.prepareOwn' } as const

/** Begins a correction of an issued report. */
export function Correct({ report }: { report: Report }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const [key] = useState(newKey)
  const right = report.kind === 'agencyToHead' ? PREPARES.agency : PREPARES.office
  if (report.state !== 'issued' || report.content !== null || report.correctedBy !== null || !mayDo(me, right))
    return null
  return (
    <>
      <Button className="screen-only" onClick={() => setOpen(true)} data-testid="correct-report">
        {t('written.correct')}
      </Button>
      <FormDrawer<{ reason: string }, undefined, { id: number }>
        title={isOpen ? t('written.correct') : undefined}
        hint={t('written.correctAbout')}
        send={(body) =>
          answer(api.POST('/api/reports/{id}/correct', { params: { path: { id: report.id } }, headers: key, body }))
        }
        refresh={() => refreshTexts(queries)}
        onDone={({ id }) => navigate({ to: '/bao-cao/$id', params: { id: String(id) } })}
        onClose={() => setOpen(false)}
      >
        {() => <WordsField name="reason" label={t('written.why')} rows={3} max={2000} />}
      </FormDrawer>
    </>
  )
}

/** The page of pictures from the same figures. */
export function Pictures({ report }: { report: Report }) {
  const { t } = useTranslation()
  if (report.content !== null) return null
  return (
    <span className="row">
      {(['svg', 'png'] as const).map((format) => (
        <a key={format} href={reportFile(report.id, format)} data-testid={`picture-${format}`}>
          {t('written.picture', { format: format.toUpperCase() })}
        </a>
      ))}
    </span>
  )
}
