import { type ErrorComponentProps, Link, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { mayPass, problemOf } from './api.ts'
import { ProblemNote } from './problem.tsx'
import { useTitle } from './title.ts'

/** A page that could not be shown: what happened, and how to go on: again, if that can help, or to the first page. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation()
  const router = useRouter()
  const problem = problemOf(error)
  const isMissing = problem.status === 404
  useTitle(isMissing ? t('shell.notFound') : t('shell.failed'))
  return (
    <div className="page narrow">
      <h1>{isMissing ? t('shell.notFound') : t('shell.failed')}</h1>
      <ProblemNote error={error} />
      <div className="row">
        {mayPass(problem) ? (
          <Button
            type="primary"
            onClick={() => {
              reset()
              router.invalidate()
            }}
          >
            {t('shell.retry')}
          </Button>
        ) : null}
        <Link to="/tong-quan">{t('shell.home')}</Link>
      </div>
    </div>
  )
}

export function NotFoundPage() {
  const { t } = useTranslation()
  useTitle(t('shell.notFound'))
  return (
    <main className="page narrow">
      <h1>{t('shell.notFound')}</h1>
      <p>{t('shell.notFoundHint')}</p>
      <p>
        <Link to="/tong-quan">{t('shell.home')}</Link>
      </p>
    </main>
  )
}

/** The same, if not even the frame could be shown. */
export function BareErrorPage(props: ErrorComponentProps) {
  return (
    <main>
      <ErrorPage {...props} />
    </main>
  )
}
