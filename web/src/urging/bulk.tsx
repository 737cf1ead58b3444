import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { useLanguage } from '../shell/language.tsx'
import type { Made } from './queries.ts'

export interface Failure {
  name: string
  code: string
  message: string
}

/** The result of an act on several letters: those done, and the others with the reason. */
export function BulkResult({
  title,
  done,
  failed,
  summary,
  onClose,
  children,
}: {
  title: string
  done: { id: number; name: string; extra: string }[] | undefined
  failed: Failure[]
  summary: string
  onClose: () => void
  children?: ReactNode
}) {
  const { t } = useTranslation()
  const language = useLanguage()
  const why = ({ code, message }: Failure) =>
    language === 'vi' ? message : (wordsIf(`errors.${code.replaceAll('.', '_')}`) ?? message)
  return (
    <Modal
      open={done !== undefined}
      title={title}
      onCancel={onClose}
      footer={
        <div className="row end">
          {children}
          <Button onClick={onClose}>{t('shell.close')}</Button>
        </div>
      }
    >
      <p role="status" data-testid="bulk-done">
        <strong>{summary}</strong>
      </p>
      <ul>
        {done?.map(({ id, name, extra }) => (
          <li key={id} lang="vi">
            <Link to="/don-doc/$id" params={{ id: String(id) }}>
              {name}
            </Link>{' '}
            <span className="soft tabular">{extra}</span>
          </li>
        ))}
      </ul>
      {failed.length > 0 ? (
        <>
          <p>
            <strong>{t('urging.failed', { count: failed.length })}</strong>
          </p>
          <ul data-testid="bulk-failed">
            {failed.map((one) => (
              <li key={one.name}>
                <span lang="vi">{one.name}</span>: <span className="soft">{why(one)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Modal>
  )
}

export function MadeList({
  made,
  onClose,
  onLetters,
}: {
  made: Made | undefined
  onClose: () => void
  onLetters: () => void
}) {
  const { t } = useTranslation()
  return (
    <BulkResult
      title={t('urging.madeTitle')}
      summary={t('urging.made', { count: made?.made.length ?? 0 })}
      done={made?.made.map(({ id, agencyName, tasks }) => ({
        id,
        name: agencyName,
        extra: t('urging.tasks', { count: tasks }),
      }))}
      failed={made?.failed.map(({ agencyName, code, message }) => ({ name: agencyName, code, message })) ?? []}
      onClose={onClose}
    >
      <Button type="primary" onClick={onLetters}>
        {t('urging.toLetters')}
      </Button>
    </BulkResult>
  )
}
