import { PlusOutlined } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { mayDo, useMe } from '../shell/session.ts'

/** The way to a task that no document in the system gives. */
export function AddByHand() {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  if (!mayDo(me, 'directive.review')) return null
  return (
    <Button icon={<PlusOutlined />} onClick={() => navigate({ to: '/chi-dao/moi' })} data-testid="add-by-hand">
      {t('orders.addByHand')}
    </Button>
  )
}
