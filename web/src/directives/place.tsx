import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Span } from '../ui/highlight.ts'

/** Shows in the document the words that a doubt is about. */
export function ShowPlace({ span, onShow }: { span: Span; onShow: (span: Span) => void }) {
  const { t } = useTranslation()
  return (
    <Button size="small" type="link" className="show-place" onClick={() => onShow(span)}>
      {t('directives.showPlace')}
    </Button>
  )
}
