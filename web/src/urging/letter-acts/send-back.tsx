import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { actOnLetter, onLetter } from '../letter-act.tsx'

/** The signatory returns the draft unsigned. */
export const sendBack = actOnLetter<{ reason: string }>({
  Fields: function Fields() {
    const { t } = useTranslation()
    return <WordsField name="reason" label={t('urging.reason')} rows={3} max={2000} />
  },
  send: (body, letter) => answer(api.POST('/api/urging/letters/{id}/send-back', { ...onLetter(letter), body })),
})
