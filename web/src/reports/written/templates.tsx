import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { Alert, App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Field, LineField } from '../../form/fields.tsx'
import { FormDrawer } from '../../form/form-drawer.tsx'
import { useSearchPatch } from '../../list/filters.tsx'
import { ListPage } from '../../list/list-page.tsx'
import { Rows } from '../../list/rows.tsx'
import type { TemplatesSearch } from '../../paths/written-reports.ts'
import { api, newKey, problemOf } from '../../shell/api.ts'
import { ProblemNote, useProblemWords } from '../../shell/problem.tsx'
import { mayDo, useMe } from '../../shell/session.ts'
import { Waiting } from '../../shell/waiting.tsx'
import { Blank } from '../../ui/blank.tsx'
import { showInstant } from '../../ui/format.ts'
import '../reports.css'
import { KindName } from './kind-name.tsx'
import { ReportPages } from './pages-nav.tsx'
import {
  kindsQuery,
  refreshTemplates,
  type Template,
  type TemplateRow,
  templateQuery,
  templatesQuery,
} from './queries.ts'
import { byRef } from './runs.tsx'
import { SectionPart } from './section.tsx'
import { TextField } from './text-field.tsx'
import { periodFor } from './write.tsx'

/** Templates of every kind: versions, what each says, and the way of a new one into use. */
export function Templates() {
  const { t } = useTranslation()
  const me = useMe()
  const search = useSearch({ from: '/staff/bao-cao/mau' })
  const set = useSearchPatch<TemplatesSearch>()
  const list = useQuery(templatesQuery)
  const rows = list.data?.rows.filter(({ kind, state }) =>
    search.kind === undefined ? state !== 'retired' : kind === search.kind,
  )
  return (
    <ListPage
      title={t('written.templates')}
      about={t('written.templatesAbout')}
      before={<ReportPages />}
      query={list}
      rows={rows}
      blank={<Blank title={t('written.noTemplates')} />}
      after={search.id === undefined ? null : <OneTemplate id={search.id} mayKeep={mayDo(me, 'system.keep')} />}
    >
      {(shown) => (
        <Rows
          rows={shown}
          caption={t('written.templates')}
          keyOf={({ id }) => id}
          testId="template"
          columns={[
            {
              key: 'kind',
              title: t('written.kind'),
              isHead: true,
              cell: (row) => (
                <Button type="link" className="row-link" onClick={() => set({ id: row.id })} data-row>
                  <KindName row={row} />
                </Button>
              ),
            },
            {
              key: 'version',
              title: t('written.version'),
              className: 'tabular',
              cell: ({ versionNumber }) => versionNumber,
            },
            {
              key: 'state',
              title: t('written.state'),
              cell: ({ state }) => <span className="tag">{t(`written.templateState.${state}`)}</span>,
            },
            {
              key: 'by',
              title: t('written.by'),
              className: 'soft',
              cell: (row) => <span lang="vi">{row.usedBy ?? row.changedBy}</span>,
            },
          ]}
          card={(row) => (
            <p>
              <Button type="link" className="row-link" onClick={() => set({ id: row.id })}>
                <KindName row={row} />
              </Button>{' '}
              · {row.versionNumber} · {t(`written.templateState.${row.state}`)}
            </p>
          )}
        />
      )}
    </ListPage>
  )
}

function OneTemplate({ id, mayKeep }: { id: number; mayKeep: boolean }) {
  const { t } = useTranslation()
  const found = useQuery(templateQuery(id))
  const all = useQuery(templatesQuery)
  const [editing, setEditing] = useState<number | 'title' | undefined>()
  if (found.error) return <ProblemNote error={found.error} retry={found.refetch} />
  if (found.isPending) return <Waiting lines={8} />
  const template = found.data
  const isDraft = template.state === 'draft'
  const hasDraft = all.data?.rows.some(({ kind, state }) => kind === template.kind && state === 'draft') ?? true
  return (
    <section className="panel" aria-labelledby="one-template" data-testid="one-template">
      <div className="row spread panel-head">
        <h2 id="one-template">
          <KindName row={template} />, {t('written.version').toLocaleLowerCase()} {template.versionNumber}
        </h2>
        {mayKeep ? <TemplateActs template={template} hasDraft={hasDraft} onTitle={() => setEditing('title')} /> : null}
      </div>
      {template.tried ? (
        <p className="soft">
          {t(template.tried.isCurrent ? 'written.triedOn' : 'written.triedBefore', {
            period: template.tried.period,
            by: template.tried.by,
            at: showInstant(template.tried.at),
          })}
        </p>
      ) : null}
      <p lang="vi" className="strong">
        {template.title}
      </p>
      <ol className="template-sections" lang="vi">
        {template.sections.map((section, place) => (
          <li key={section.key}>
            <p>
              <strong>{section.heading ?? t('written.untitled')}</strong>{' '}
              <span className="tag">{t(`written.sectionKind.${section.kind}`)}</span>
              {section.settings.isAnnex ? <span className="tag">{t('written.annex')}</span> : null}{' '}
              {isDraft && mayKeep ? (
                <Button size="small" onClick={() => setEditing(place)} data-testid={`edit-template-${section.key}`}>
                  {t('written.edit')}
                </Button>
              ) : null}
            </p>
            {section.body ? <pre className="template-body">{section.body}</pre> : null}
          </li>
        ))}
      </ol>
      {isDraft && mayKeep ? <TryOut template={template} /> : null}
      <EditTemplate template={template} editing={editing} onClose={() => setEditing(undefined)} />
    </section>
  )
}

function TemplateActs({ template, hasDraft, onTitle }: { template: Template; hasDraft: boolean; onTitle: () => void }) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const set = useSearchPatch<TemplatesSearch>()
  const { message } = App.useApp()
  const words = useProblemWords()
  const onError = (error: unknown) => void message.error(words(problemOf(error)))
  const onSettled = () => refreshTemplates(queries)
  const on = { params: { path: { id: template.id } }, headers: ifMatch(template.version) }
  const drafting = useMutation({
    mutationFn: () => answer(api.POST('/api/reports/templates', { headers: newKey(), body: { kind: template.kind } })),
    onSuccess: ({ id }) => set({ id }),
    onError,
    onSettled,
  })
  const using = useMutation({
    mutationFn: () => answer(api.POST('/api/reports/templates/{id}/use', on)),
    onSuccess: () => message.success(t('written.didUse')),
    onError,
    onSettled,
  })
  const dropping = useMutation({
    mutationFn: () => answer(api.POST('/api/reports/templates/{id}/drop', on)),
    onSuccess: () => set({ id: undefined }),
    onError,
    onSettled,
  })
  if (template.state !== 'draft') {
    return hasDraft ? null : (
      <Button onClick={() => drafting.mutate()} loading={drafting.isPending} data-testid="draft-template">
        {t('written.draftTemplate')}
      </Button>
    )
  }
  return (
    <div className="row">
      <Button onClick={onTitle}>{t('written.editTitle')}</Button>
      <Button
        type="primary"
        disabled={!template.tried?.isCurrent}
        onClick={() => using.mutate()}
        loading={using.isPending}
        data-testid="use-template"
      >
        {t('written.useTemplate')}
      </Button>
      <Popconfirm
        title={t('written.sureDropTemplate')}
        onConfirm={() => dropping.mutate()}
        okText={t('written.dropTemplate')}
        cancelText={t('shell.cancel')}
      >
        <Button danger>{t('written.dropTemplate')}</Button>
      </Popconfirm>
    </div>
  )
}

function EditTemplate({
  template,
  editing,
  onClose,
}: {
  template: Template
  editing: number | 'title' | undefined
  onClose: () => void
}) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const section = typeof editing === 'number' ? template.sections[editing] : undefined
  return (
    <FormDrawer<{ heading?: string; body?: string; title?: string; recipients?: string }, Template>
      title={editing === undefined ? undefined : t('written.edit')}
      isWide
      initial={
        section
          ? { ...(section.heading ? { heading: section.heading } : {}), body: section.body }
          : { title: template.title, recipients: template.recipients.join('\n') }
      }
      on={template}
      send={({ heading, body = '', title = '', recipients = '' }, on) =>
        answer(
          api.PATCH('/api/reports/templates/{id}', {
            params: { path: { id: on.id } },
            headers: ifMatch(on.version),
            body: section
              ? {
                  sections: on.sections.map((one, place) =>
                    place === editing ? { ...one, heading: heading?.trim() || null, body } : one,
                  ),
                }
              : { title, recipients: recipients.split('\n').flatMap((line) => line.trim() || []) },
          }),
        )
      }
      refresh={() => refreshTemplates(queries)}
      onClose={onClose}
    >
      {(form) =>
        section ? (
          <>
            <LineField name="heading" label={t('written.heading')} isOptional />
            <TextField name="body" label={t('written.body')} form={form} />
          </>
        ) : (
          <>
            <LineField name="title" label={t('written.titleOf')} max={500} />
            <Field name="recipients" label={t('written.recipients')} extra={t('written.recipientsHint')}>
              <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} />
            </Field>
          </>
        )
      }
    </FormDrawer>
  )
}

/** Draws the draft up on a past period, and names what is missing. */
function TryOut({ template }: { template: TemplateRow }) {
  const { t } = useTranslation()
  const me = useMe()
  const queries = useQueryClient()
  const kinds = useQuery(kindsQuery)
  const sort = kinds.data?.rows.find(({ kind }) => kind === template.kind)?.sort ?? 'month'
  const [typed, setTyped] = useState<string | undefined>()
  const period = typed ?? (sort === 'day' || sort === 'year' || sort === 'half' ? '' : periodFor(sort, me.today))
  const trying = useMutation({
    mutationFn: () =>
      answer(
        api.POST('/api/reports/templates/{id}/try', {
          params: { path: { id: template.id } },
          headers: ifMatch(template.version),
          body: { period },
        }),
      ),
    onSettled: () => refreshTemplates(queries),
  })
  const figures = trying.data ? byRef(trying.data) : new Map()
  return (
    <div className="stack">
      <div className="row">
        <label htmlFor="try-period">{t('written.tryOn')}</label>
        <Input
          id="try-period"
          value={period}
          onChange={({ target }) => setTyped(target.value)}
          maxLength={10}
          style={{ width: 140 }}
          placeholder={t(`written.periodHint.${sort}`)}
        />
        <Button
          onClick={() => trying.mutate()}
          loading={trying.isPending}
          disabled={!period.trim()}
          data-testid="try-template"
        >
          {t('written.try')}
        </Button>
      </div>
      {trying.error ? <ProblemNote error={trying.error} /> : null}
      {trying.data ? (
        <>
          {trying.data.missing.length > 0 ? (
            <Alert
              type="warning"
              showIcon
              title={t('written.triedMissing', { n: trying.data.missing.length })}
              description={
                <ul lang="vi" data-testid="tried-missing">
                  {trying.data.missing.map(({ ref, why }) => (
                    <li key={ref}>
                      <code>{ref}</code>: {why}
                    </li>
                  ))}
                </ul>
              }
            />
          ) : (
            <Alert type="success" showIcon title={t('written.triedWhole')} />
          )}
          <article className="paper" lang="vi" data-testid="tried-paper">
            <h3 className="paper-title">{trying.data.title}</h3>
            {trying.data.sections.map((section) => (
              <SectionPart key={section.key} section={section} figures={figures} />
            ))}
          </article>
        </>
      ) : null}
    </div>
  )
}
