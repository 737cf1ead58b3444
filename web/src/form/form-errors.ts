import type { FormInstance } from 'antd'
import { useEffect } from 'react'
import { wordsIf } from '../i18n/index.ts'
import { problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'

/** Lays what the server said of single fields beside them, in the reader's language; what was typed stays. */
export function useFormErrors<Words extends object>(form: FormInstance<Words>, error: unknown): void {
  const language = useLanguage()
  useEffect(() => {
    if (!error) return
    const fields = problemOf(error).fields.map(({ path, code, message }) => ({
      name: (path.split('.')[0] ?? path) as never,
      errors: [(language === 'en' ? wordsIf(`errors.${code.replaceAll('.', '_')}`) : undefined) ?? message],
    }))
    form.setFields(fields)
  }, [form, error, language])
}
