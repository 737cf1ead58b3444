import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { speak } from '../i18n/index.ts'
import { useLanguage } from './language.tsx'

/** Names the other language in that language, as its readers look for it. */
export function LanguageSwitch() {
  const language = useLanguage()
  const { t } = useTranslation()
  const other = language === 'vi' ? 'en' : 'vi'
  return (
    <Button type="text" onClick={() => speak(other)} lang={other}>
      {t('shell.otherLanguage')}
    </Button>
  )
}
