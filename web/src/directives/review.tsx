import { DownloadOutlined } from '@ant-design/icons'
import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { App, Button, Progress, Tabs } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { directiveFile, directiveSource, spanOf } from '../paths/directives.ts'
import { api, problemOf } from '../shell/api.ts'
import { ErrorPage } from '../shell/error-page.tsx'
import { GuideLink } from '../shell/guide-link.tsx'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { useTitle } from '../shell/title.ts'
import { Waiting } from '../shell/waiting.tsx'
import { showDay } from '../ui/format.ts'
import type { Span } from '../ui/highlight.ts'
import { useNarrow } from '../ui/narrow.ts'
import { Cards } from './cards.tsx'
import { Confirm } from './confirm.tsx'
import { DocumentFields } from './document-fields.tsx'
import { DocumentPane } from './document-pane.tsx'
import { DraftDrawer } from './draft-drawer.tsx'
import { draftFrom } from './edit.ts'
import {
  type Directive,
  type DraftEdit,
  directiveKeys,
  directiveQuery,
  mayReadAgain,
  refreshDirectives,
  refreshDrafts,
  textQuery,
} from './queries.ts'
import { DirectiveState } from './state.tsx'
import { RetryReading } from './upload-row.tsx'
import './directives.css'
import { ScrollBox } from '../ui/scroll-box.tsx'

/** The document next to what was extracted from it. Nothing here is a task before a person confirms. */
export function Review() {
  const id = Number(useParams({ from: '/staff/van-ban/$id' }).id)
  const { t } = useTranslation()
  const language = useLanguage()
  const found = useQuery(directiveQuery(id))
  useTitle(found.data?.number ?? t('directives.document'))
  if (found.error) return <ErrorPage error={found.error} reset={() => found.refetch()} />
  if (found.isPending)
    return (
      <div className="page">
        <Waiting lines={12} />
      </div>
    )
  const directive = found.data
  return (
    <div className="page review">
      <Head directive={directive} />
      {directive.state === 'reading' ? (
        <div className="panel narrow" role="status">
          <p>{(language === 'vi' && directive.progressNote) || t('directives.reading')}</p>
          <Progress percent={directive.progress} aria-label={t('directives.reading')} />
          <p className="soft">{t('directives.mayLeave')}</p>
        </div>
      ) : null}
      {directive.state === 'failed' ? (
        <div className="panel narrow">
          <p className="wrong" role="alert">
            {directive.failure}
          </p>
          <div className="row">
            {mayReadAgain(directive) ? <RetryReading directive={directive} /> : null}
            <Drop directive={directive} />
          </div>
        </div>
      ) : null}
      {directive.state === 'dropped' ? <p className="panel narrow">{t('directives.wasDropped')}</p> : null}
      {directive.state === 'review' || directive.state === 'confirmed' ? <Panes directive={directive} /> : null}
    </div>
  )
}

function Head({ directive }: { directive: Directive }) {
  const { t } = useTranslation()
  const me = useMe()
  const isOpen = directive.state === 'review' && mayDo(me, 'directive.review')
  return (
    <div className="row spread page-head">
      <div className="grow">
        <p className="row soft">
          <DirectiveState state={directive.state} />
          {directive.edition > 1 ? (
            <span className="tag">{t('directives.edition', { n: directive.edition })}</span>
          ) : null}
          <span>{directive.fileName}</span>
        </p>
        <h1>
          {[directive.type, directive.number].filter(Boolean).join(' ') || t('directives.noNumber')}
          {directive.issuedOn ? (
            <span className="head-day"> {t('directives.dated', { day: showDay(directive.issuedOn) })}</span>
          ) : null}
        </h1>
        {directive.subject ? (
          <p lang="vi" className="clamp-2">
            {directive.subject}
          </p>
        ) : null}
      </div>
      <div className="row screen-only">
        {isOpen ? <GuideLink part="tu-van-ban-den-bao-cao#may-co-the-sot-gi">{t('help.missed')}</GuideLink> : null}
        {directive.isFileKept ? (
          <Button icon={<DownloadOutlined />} href={directiveFile(directive.id)}>
            {t('directives.original')}
          </Button>
        ) : null}
        {isOpen ? <Drop directive={directive} /> : null}
        {isOpen ? <Confirm directive={directive} /> : null}
        {directive.state === 'confirmed' ? (
          <Link to="/nhiem-vu" search={{ source: directiveSource(directive.id) }} className="strong">
            {t('directives.toTasks', { n: directive.taskCount })}
          </Link>
        ) : null}
      </div>
    </div>
  )
}

function Panes({ directive }: { directive: Directive }) {
  const { t } = useTranslation()
  const me = useMe()
  const narrow = useNarrow()
  const search = useSearch({ from: '/staff/van-ban/$id' })
  const navigate = useNavigate({ from: '/van-ban/$id' })
  const text = useQuery(textQuery(directive.id))
  const [hovered, setHovered] = useState<number>()
  const [fresh, setFresh] = useState<DraftEdit>()
  const [tab, setTab] = useState<'tasks' | 'document'>(search.span ? 'document' : 'tasks')
  const mayEdit = directive.state === 'review' && mayDo(me, 'directive.review')
  const place = useMemo(() => spanOf(search.span), [search.span])
  const edited = directive.drafts.find(({ id }) => id === search.edit)
  const choose = (draft: number | undefined) =>
    navigate({ search: (before) => ({ ...before, draft, span: undefined }), replace: true, resetScroll: false })
  const lit = hovered ?? search.draft
  const showPlace = ({ start, end }: Span) => {
    navigate({ search: (before) => ({ ...before, span: `${start}-${end}` }), replace: true, resetScroll: false })
    if (narrow) setTab('document')
  }
  const pane = text.data ? (
    <DocumentPane
      directive={directive}
      text={text.data}
      lit={lit}
      chosen={search.draft}
      place={place}
      onHover={setHovered}
      onChoose={(draft) => {
        choose(draft)
        if (narrow) setTab('tasks')
      }}
      onPlace={showPlace}
      onAdd={mayEdit ? (span) => setFresh(draftFrom(text.data.text, span)) : undefined}
    />
  ) : text.error ? (
    <ProblemNote error={text.error} retry={text.refetch} />
  ) : (
    <Waiting lines={14} />
  )
  const cards = (
    <>
      <DocumentFields directive={directive} mayEdit={mayEdit} />
      <Cards
        directive={directive}
        mayEdit={mayEdit}
        lit={lit}
        chosen={search.draft}
        only={search.only}
        onOnly={(only) => navigate({ search: (before) => ({ ...before, only }), replace: true, resetScroll: false })}
        onHover={setHovered}
        onChoose={(draft) => {
          choose(draft)
          if (narrow && draft !== undefined) setTab('document')
        }}
        onPlace={showPlace}
        onEdit={(draft) =>
          navigate({ search: (before) => ({ ...before, edit: draft, draft }), replace: true, resetScroll: false })
        }
      />
    </>
  )
  return (
    <>
      {narrow ? (
        <Tabs
          activeKey={tab}
          onChange={(key) => setTab(key === 'document' ? 'document' : 'tasks')}
          items={[
            {
              key: 'tasks',
              label: t('directives.tasksTab', { n: directive.drafts.filter(({ isDropped }) => !isDropped).length }),
              children: cards,
            },
            {
              key: 'document',
              label:
                directive.warnings.length > 0
                  ? t('directives.documentTabDoubts', { n: directive.warnings.length })
                  : t('directives.documentTab'),
              children: pane,
            },
          ]}
        />
      ) : (
        <div className="review-panes">
          <ScrollBox label={t('directives.documentTab')} className="review-document">
            {pane}
          </ScrollBox>
          <ScrollBox label={t('directives.found0')} className="review-cards">
            {cards}
          </ScrollBox>
        </div>
      )}
      {edited || fresh ? (
        <DraftDrawer
          key={edited?.id ?? 'new'}
          directive={directive}
          draft={edited}
          initial={fresh}
          onClose={() => {
            setFresh(undefined)
            navigate({ search: (before) => ({ ...before, edit: undefined }), replace: true, resetScroll: false })
          }}
        />
      ) : null}
    </>
  )
}

function Drop({ directive }: { directive: Directive }) {
  const { t } = useTranslation()
  const { modal, message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const drop = useMutation({
    mutationFn: () =>
      answer(
        api.DELETE('/api/directives/{id}', {
          params: { path: { id: directive.id } },
          headers: ifMatch(directive.version),
        }),
      ),
    onSuccess: () => {
      queries.removeQueries({ queryKey: directiveKeys.one(directive.id) })
      refreshDirectives(queries)
      navigate({ to: '/van-ban' })
    },
    onError: (error) => {
      message.error(words(problemOf(error)), 6)
      refreshDrafts(queries, directive.id)
    },
  })
  return (
    <Button
      loading={drop.isPending}
      onClick={() =>
        modal.confirm({
          title: t('directives.dropTitle'),
          content: t('directives.dropWords'),
          okText: t('directives.dropIt'),
          cancelText: t('shell.cancel'),
          onOk: () => drop.mutateAsync().catch(() => undefined),
        })
      }
    >
      {t('directives.dropIt')}
    </Button>
  )
}
