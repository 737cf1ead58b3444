import { Alert } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Span } from '../ui/highlight.ts'
import { ShowPlace } from './place.tsx'
import type { Directive } from './queries.ts'

interface Props {
  warnings: Directive['warnings']
  onPlace: (span: Span) => void
}

/** Passages that look like an order but gave no task: one notice for all, which shows one after the other. */
export function Untaken({ warnings, onPlace }: Props) {
  const { t } = useTranslation()
  const [next, setNext] = useState(0)
  const spans = warnings.flatMap(({ span }) => span ?? [])
  const span = spans[next % Math.max(1, spans.length)]
  if (!span) return null
  const show = (place: Span) => {
    onPlace(place)
    setNext(next + 1)
  }
  return (
    <Alert
      type="warning"
      showIcon
      title={t('directives.untaken', { n: spans.length })}
      action={<ShowPlace span={span} onShow={show} />}
      className="recognised"
    />
  )
}
