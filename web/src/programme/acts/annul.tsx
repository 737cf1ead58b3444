import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { actOnItem, onItem } from '../act.tsx'

/** The last step was recorded by mistake and never was. */
export const annul = actOnItem<{ reason: string }>({
  Fields: function Fields() {
    const { t } = useTranslation()
    return <WordsField name="reason" label={t('programme.annulReason')} rows={3} max={1000} />
  },
  send: (body, item) => answer(api.POST('/api/programme/items/{id}/annul', { ...onItem(item), body })),
})
