import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  FormOutlined,
  SendOutlined,
  StopOutlined,
} from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import type { ItemCard } from './queries.ts'

const ICONS = {
  registered: FormOutlined,
  inTerm: ClockCircleOutlined,
  owed: ExclamationCircleOutlined,
  submitted: SendOutlined,
  done: CheckCircleOutlined,
  stopped: StopOutlined,
} as const

/** Where an entry stands: icon, word and colour. */
export function ItemStanding({ item }: { item: Pick<ItemCard, 'standing' | 'state'> }) {
  const { t } = useTranslation()
  const Icon = ICONS[item.standing]
  const isReturned = item.state === 'returned'
  return (
    <span className={`item-standing ${item.standing}`}>
      <Icon aria-hidden /> {t(`programme.standing.${item.standing}`)}
      {isReturned ? <span className="tag warn">{t('programme.returned')}</span> : null}
    </span>
  )
}
