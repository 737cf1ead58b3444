import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { DocumentText } from '../ui/document-text.tsx'
import type { Mark } from '../ui/highlight.ts'
import { sourceTextQuery, type Task } from './queries.ts'

/** Blocks shown around the sentence: enough for context. */
const AROUND = 3

/** The source sentence of the task, highlighted in context; the link opens the whole document there. */
export function Source({ task }: { task: Task }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="source">
      <div className="row spread panel-head">
        <h2 id="source">{t('task.source')}</h2>
        {task.directiveId ? (
          <Link
            to="/van-ban/$id"
            params={{ id: String(task.directiveId) }}
            search={task.sourceSpan ? { span: `${task.sourceSpan.start}-${task.sourceSpan.end}` } : {}}
          >
            {t('task.openDirective')}
          </Link>
        ) : null}
      </div>
      {task.sourceNumber || task.sourceTitle ? (
        <p className="soft source-name">
          {[task.sourceNumber, task.sourceTitle].filter(Boolean).join(' – ')}
          {task.sourceRef ? ` · ${task.sourceRef}` : ''}
        </p>
      ) : null}
      {task.directiveId && task.sourceSpan ? (
        <InPlace directiveId={task.directiveId} span={task.sourceSpan} sentence={task.sourceSentence ?? task.content} />
      ) : (
        <Sentence words={task.sourceSentence ?? task.content} />
      )}
    </section>
  )
}

function InPlace({
  directiveId,
  span,
  sentence,
}: {
  directiveId: number
  span: { start: number; end: number }
  sentence: string
}) {
  const text = useQuery(sourceTextQuery(directiveId))
  const around = useMemo(() => {
    const blocks = text.data?.blocks ?? []
    const first = blocks.findIndex((block) => block.span.end > span.start)
    const last = blocks.findLastIndex((block) => block.span.start < span.end)
    return first < 0 ? [] : blocks.slice(Math.max(0, first - AROUND), last + AROUND + 1)
  }, [text.data, span])
  const marks = useMemo<Mark[]>(() => [{ ...span, kind: 'place', owner: 'source' }], [span])
  // A user who may see the task but not the whole document still sees the task's sentence.
  if (!text.data || around.length === 0) return <Sentence words={sentence} />
  return (
    <div className="source-text" data-testid="source-text">
      <DocumentText text={text.data.text} blocks={around} marks={marks} />
    </div>
  )
}

const Sentence = ({ words }: { words: string }) => (
  <blockquote className="sentence" lang="vi">
    <mark className="lit lit-place">{words}</mark>
  </blockquote>
)
