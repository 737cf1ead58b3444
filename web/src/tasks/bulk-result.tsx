import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFieldWords } from '../form/form-errors.ts'
import { useLanguage } from '../shell/language.tsx'
import { useProblemWords } from '../shell/problem.tsx'
import { asSentence, showNumber } from '../ui/format.ts'
import type { BulkResult } from './bulk.ts'

/** The result of an act on many tasks: how many were done, and for each other task the reason and a link. */
export function Refusals({ result }: { result: BulkResult }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const words = useProblemWords()
  const fieldWords = useFieldWords()
  const failed = showNumber(result.failed.length, language)
  return (
    <div className="stack">
      <Alert
        type="warning"
        showIcon
        role="alert"
        title={
          result.applied
            ? t('bulk.doneSome', { done: showNumber(result.done.length, language), failed })
            : t('bulk.doneNone', { failed })
        }
      />
      <ul className="plain refusals" data-testid="refusals">
        {result.failed.map(({ id, code, title, problem }) => (
          <li key={id}>
            {code === null ? (
              <span className="soft">{t('bulk.unseen')}</span>
            ) : (
              <Link to="/nhiem-vu/$id" params={{ id: String(id) }} target="_blank">
                <span className="tabular nowrap">{code}</span> {asSentence(title ?? '')}
              </Link>
            )}
            <br />
            <span className="wrong">
              {words({ ...problem, title: '', requestId: null, extra: {} })}
              {problem.fields.length > 0 && language === 'vi'
                ? ''
                : problem.fields.map((field) => ` ${fieldWords(field)}`).join('')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
