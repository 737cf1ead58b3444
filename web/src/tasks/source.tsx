import { useTranslation } from 'react-i18next'
import { PathLink } from '../shell/path-link.tsx'
import type { Task } from './queries.ts'
import type { SourceKind } from './source-kind.ts'

/** The source sentence of the task, highlighted in context; the link opens the whole document there. */
export function Source({ task, sources }: { task: Task; sources: readonly SourceKind[] }) {
  const { t } = useTranslation()
  const { sourceId, sourcePath, sourceSpan: span } = task
  const InPlace = sources.find(({ kind }) => kind === task.sourceKind)?.InPlace
  const sentence = (
    <blockquote className="sentence" lang="vi">
      <mark className="lit lit-place">{task.sourceSentence ?? task.content}</mark>
    </blockquote>
  )
  return (
    <section className="panel" aria-labelledby="source">
      <div className="row spread panel-head">
        <h2 id="source">{t(task.sourceSentence ? 'task.source' : 'task.sourceAlone')}</h2>
        {sourcePath ? (
          <PathLink to={span ? `${sourcePath}?span=${span.start}-${span.end}` : sourcePath}>
            {t(span ? 'task.openSource' : 'task.openBasis')}
          </PathLink>
        ) : null}
      </div>
      {task.sourceNumber || task.sourceTitle ? (
        <p className="soft source-name">
          {[task.sourceNumber, task.sourceTitle].filter(Boolean).join(' – ')}
          {task.sourceRef ? ` · ${task.sourceRef}` : ''}
        </p>
      ) : null}
      {InPlace && sourceId !== null && span ? (
        <InPlace id={sourceId} span={span}>
          {sentence}
        </InPlace>
      ) : (
        sentence
      )}
    </section>
  )
}
