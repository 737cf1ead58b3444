import type { FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { wordsIf } from '../i18n/index.ts'
import { problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { type FieldProblem, fieldWords, place } from './field-words.ts'

/** What is wrong with a field, in the reader's language. */
export function useFieldWords(): (error: FieldProblem) => string {
  const language = useLanguage()
  return (error) => fieldWords(error, language, wordsIf)
}

/**
 * Lays what the server says of single fields beside them, in the reader's language; what was typed stays. Returns what
 * belongs to no field of the form, to be shown above it.
 */
export function useFormErrors<Words extends object>(form: FormInstance<Words>, error: unknown): string[] {
  const language = useLanguage()
  const [unplaced, setUnplaced] = useState<string[]>([])
  useEffect(() => {
    const errors = error ? problemOf(error).fields : []
    const placed = place(errors, Object.keys(form.getFieldsValue()), (one) => fieldWords(one, language, wordsIf))
    form.setFields(placed.fields.map(({ name, errors: words }) => ({ name: name as never, errors: words })))
    setUnplaced(placed.unplaced)
  }, [form, error, language])
  return unplaced
}
