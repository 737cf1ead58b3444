import {
  CheckCircleOutlined,
  DeleteOutlined,
  ExclamationCircleOutlined,
  EyeOutlined,
  LoadingOutlined,
} from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DirectiveRow } from './queries.ts'

const icons: Record<DirectiveRow['state'], ReactNode> = {
  reading: <LoadingOutlined aria-hidden />,
  failed: <ExclamationCircleOutlined aria-hidden />,
  review: <EyeOutlined aria-hidden />,
  confirmed: <CheckCircleOutlined aria-hidden />,
  dropped: <DeleteOutlined aria-hidden />,
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
