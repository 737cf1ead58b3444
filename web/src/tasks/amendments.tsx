import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import { useStatedWords } from './history.tsx'
import type { Task } from './queries.ts'
import { STATED } from './stated.ts'

/** What of the task was entered wrongly: old and new, why, and the document it rests on. */
export function Amendments({ task }: { task: Task }) {
  const { t } = useTranslation()
  const words = useStatedWords()
  if (task.amendments.length === 0) return null
  return (
    <section className="panel" aria-labelledby="amendments" data-testid="amendments">
      <h2 id="amendments">{t('amendments.title')}</h2>
      <ol className="reports">
        {task.amendments.map((amendment) => (
          <li key={amendment.id}>
            <p className="row spread">
              <strong>{t('amendments.on', { day: showDay(amendment.amendedOn) })}</strong>
              <span className="soft">{amendment.amendedBy}</span>
            </p>
            <p className="free-text">{t('task.because', { reason: amendment.reason })}</p>
            <p>
              {t('amendments.basis')}:{' '}
              {amendment.documentNumber
                ? t('amendments.document', {
                    number: amendment.documentNumber,
                    day: showDay(amendment.documentOn),
                  })
                : null}
              {amendment.documentNumber && amendment.fileName ? '; ' : null}
              {amendment.fileName ? (
                <a href={`/api/tasks/${task.id}/amendments/${amendment.id}/file`}>{amendment.fileName}</a>
              ) : null}
            </p>
            <dl className="amended" lang="vi">
              {STATED.filter((name) => name in amendment.after).map((name) => (
                <div key={name}>
                  <dt>{t(`draft.${name}`)}</dt>
                  <dd>
                    <del>{words(name, amendment.before[name]) || '–'}</del>
                    <ins>{words(name, amendment.after[name]) || '–'}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  )
}
