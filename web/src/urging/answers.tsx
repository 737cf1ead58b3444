import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import type { Letter } from './queries.ts'

/** The agency's answers. */
export function Answers({ letter }: { letter: Letter }) {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby="answers">
      <h2 id="answers">{t('urging.answers')}</h2>
      {letter.answers.length === 0 ? (
        <p className="soft">{t('urging.answersNone', { day: showDay(letter.replyBy) })}</p>
      ) : null}
      <ol className="ledger-list" data-testid="answers">
        {letter.answers.map((answer) => (
          <li key={answer.id}>
            <p>
              <strong className="tabular">{answer.number ?? t('urging.byReport', { code: answer.taskCode })}</strong>{' '}
              <span className="soft tabular">{showDay(answer.answeredOn)}</span>
            </p>
            <p lang="vi" className="pre">
              {answer.summary}
            </p>
            <p className="soft">
              {answer.recordedBy}
              {answer.fileName ? (
                <>
                  {' · '}
                  <a href={`/api/urging/letters/${letter.id}/answers/${answer.id}/file`}>{answer.fileName}</a>
                </>
              ) : null}
              {answer.taskId ? (
                <>
                  {' · '}
                  <Link to="/nhiem-vu/$id" params={{ id: String(answer.taskId) }}>
                    {answer.taskCode}
                  </Link>
                </>
              ) : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
