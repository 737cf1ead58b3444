import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/**
 * A link to a part of the guide, `chapter#part` or '' for its table of contents. In a new tab: what was typed stays. The
 * guide is Vietnamese, which the words of the link say in the English console; `pages.test.ts` follows every part.
 */
export function GuideLink({ part, children }: { part: string; children: ReactNode }) {
  const { t } = useTranslation()
  return (
    <a
      href={`/huong-dan${part ? `/${part}` : ''}`}
      target="_blank"
      rel="noopener"
      hrefLang="vi"
      title={t('help.opens')}
    >
      {children}
    </a>
  )
}
