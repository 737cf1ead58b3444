import { App, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale'
import viVN from 'antd/locale/vi_VN'
import dayjs from 'dayjs'
import 'dayjs/locale/vi'
import updateLocale from 'dayjs/plugin/updateLocale'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '../ui/format.ts'
import { theme } from './theme.ts'

dayjs.extend(updateLocale)
// Official weeks begin on Monday, in every language.
dayjs.updateLocale('en', { weekStart: 1 })

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'vi'
}

const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches
const dress = { ...theme, token: { ...theme.token, motion: !isStill } }

/** Gives Ant Design and the calendar the user's language and the console's theme. */
export function Dress({ children }: { children: ReactNode }) {
  const language = useLanguage()
  const [locale, setLocale] = useState<Locale>(viVN)
  useEffect(() => {
    document.documentElement.lang = language
    dayjs.locale(language)
    if (language === 'vi') setLocale(viVN)
    else import('antd/locale/en_US').then(({ default: enUS }) => setLocale(enUS))
  }, [language])
  return (
    <ConfigProvider locale={locale} theme={dress} form={{ requiredMark: 'optional' }}>
      <App message={{ maxCount: 3 }} notification={{ placement: 'bottomRight' }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
