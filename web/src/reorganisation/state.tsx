import { CheckCircleOutlined, EditOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'

/** Draft or applied: icon and text. */
export function PlanState({ state }: { state: 'draft' | 'applied' }) {
  const { t } = useTranslation()
  return (
    <span className={`plan-state ${state}`} data-testid="plan-state">
      {state === 'applied' ? <CheckCircleOutlined aria-hidden /> : <EditOutlined aria-hidden />}{' '}
      {t(`reorganisation.state.${state}`)}
    </span>
  )
}
