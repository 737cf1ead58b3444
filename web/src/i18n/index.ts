import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { noun } from './noun.ts'
import { vi, type Words } from './vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words }
    returnNull: false
  }
}

export type Tongue = 'vi' | 'en'
const STORED = 'dieuhanh.language'

/** Loads the texts of the user's last language; Vietnamese by default. */
export async function startSpeaking(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: { vi: { translation: vi } },
    interpolation: { escapeValue: false },
  })
  i18next.services.formatter?.add('noun', (count, _language, options) => noun(count, options))
  if (localStorage.getItem(STORED) === 'en') await speak('en')
}

/** Changes the language and remembers it. English texts are fetched on first use. */
export async function speak(language: Tongue): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const [{ en }, { fieldErrors }] = await Promise.all([import('./en.ts'), import('./en/field-errors.ts')])
    i18next.addResourceBundle('en', 'translation', { ...en, fieldErrors })
  }
  localStorage.setItem(STORED, language)
  await i18next.changeLanguage(language)
}

/** The text of a key known only at run time (an error code, an event name), or undefined. */
export function wordsIf(key: string): string | undefined {
  const found: unknown = i18next.getResource(i18next.language, 'translation', key)
  return typeof found === 'string' ? found : undefined
}
