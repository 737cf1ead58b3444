import {
  CheckCircleOutlined,
  DeleteOutlined,
  ExclamationCircleOutlined,
  EyeOutlined,
  LoadingOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { wordsIf } from '../i18n/index.ts'
import { useLanguage } from '../shell/language.tsx'
import type { DirectiveRow } from './queries.ts'

const icons: Record<DirectiveRow['state'], ReactNode> = {
  reading: <LoadingOutlined aria-hidden />,
  failed: <ExclamationCircleOutlined aria-hidden />,
  review: <EyeOutlined aria-hidden />,
  confirmed: <CheckCircleOutlined aria-hidden />,
  dropped: <DeleteOutlined aria-hidden />,
}

/** Why a document was not read: the server's sentence has the details; the English text is looked up by code. */
export function useFailure(): (row: Pick<DirectiveRow, 'failure' | 'failureCode'>) => string {
  const language = useLanguage()
  return ({ failure, failureCode }) =>
    (language === 'en' ? wordsIf(`failure.${failureCode}`) : undefined) ?? failure ?? ''
}

/** The state of a document: icon, text, colour. */
export function DirectiveState({ state }: { state: DirectiveRow['state'] }) {
  const { t } = useTranslation()
  return (
    <span className={`directive-state state-${state}`} data-testid="directive-state" data-state={state}>
      {icons[state]} {t(`directiveState.${state}`)}
    </span>
  )
}
