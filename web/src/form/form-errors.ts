import type { FormInstance } from 'antd'
import { useEffect, useState } from 'react'
import { wordsIf } from '../i18n/index.ts'
import { problemOf } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { type FieldProblem, fieldWords, place } from './field-words.ts'

/** The error of a field, in the user's language. */
export function useFieldWords(): (error: FieldProblem) => string {
  const language = useLanguage()
  return (error) => fieldWords(error, language, wordsIf)
}

/**
 * Shows the server's field errors at their fields, in the user's language; typed text stays. Returns the errors that
 * belong to no field of the form, to be shown above it.
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
