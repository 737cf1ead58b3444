import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { speak } from '../i18n/index.ts'
import { useLanguage } from './language.tsx'

/** Names the other language in that language, as its readers look for it. */
export function LanguageSwitch() {
  const language = useLanguage()
  const { t } = useTranslation()
  const queries = useQueryClient()
  const other = language === 'vi' ? 'en' : 'vi'
  const change = async () => {
    await speak(other)
    // The server words some of what is shown: it is asked again in the new language.
    await queries.invalidateQueries()
  }
  return (
    <Button type="text" onClick={change} lang={other}>
      {t('shell.otherLanguage')}
    </Button>
  )
}
