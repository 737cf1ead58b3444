import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { WordsField } from '../../form/fields.tsx'
import { optionalText } from '../../form/typed-text.ts'
import { api } from '../../shell/api.ts'
import { actOnLetter, onLetter } from '../letter-act.tsx'

/** No answer to the letter is expected any more. */
export const close = actOnLetter<{ note?: string }>({
  Fields: function Fields() {
    const { t } = useTranslation()
    return <WordsField name="note" label={t('urging.note')} rows={3} max={2000} isOptional />
  },
  send: ({ note }, letter) =>
    answer(api.POST('/api/urging/letters/{id}/close', { ...onLetter(letter), body: optionalText('note', note) })),
})
