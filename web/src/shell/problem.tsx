import type { Problem } from '@dieuhanh/client'
import { Alert, Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { mayPass, problemOf } from './api.ts'
import { useLanguage } from './language.tsx'

/**
 * A problem in the user's language. The server's own sentence is Vietnamese and has the details (which number, whose
 * change), so Vietnamese uses it first; the English text is looked up by code.
 */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation()
  const language = useLanguage()
  return (problem) => {
    const byCode = wordsIf(`errors.${problem.code.replaceAll('.', '_')}`)
    const words = language === 'vi' ? problem.detail || byCode : byCode || problem.detail
    return words || t('errors.client_error')
  }
}

/**
 * What went wrong, what to do, and the request number for support if it is a server error. `retry` is offered only where trying
 * again can help.
 */
export function ProblemNote({ error, retry, children }: { error: unknown; retry?: () => void; children?: ReactNode }) {
  const { t } = useTranslation()
  const words = useProblemWords()
  const problem = problemOf(error)
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={words(problem)}
      description={
        problem.status >= 500 && problem.requestId ? t('shell.requestId', { id: problem.requestId }) : children
      }
      action={
        retry && mayPass(problem) ? (
          <Button size="small" onClick={retry}>
            {t('shell.retry')}
          </Button>
        ) : undefined
      }
    />
  )
}
