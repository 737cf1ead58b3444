import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { DayField, LineField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import type { Item } from '../queries.ts'

/** The text was signed. */
export const sign = actOnItem<{ number: string; signedOn: string; signer?: string }>({
  initial: (_, today) => ({ signedOn: today }),
  Fields: function Fields({ on: item }: { on: Item }) {
    const { t } = useTranslation()
    const { today } = useMe()
    return (
      <>
        <LineField name="number" label={t('programme.textNumber')} max={100} placeholder="20/2026/NĐ-CP" />
        <DayField name="signedOn" label={t('programme.signedOn')} min={item.submittedOn ?? undefined} max={today} />
        <LineField name="signer" label={t('programme.signer')} max={200} isOptional />
      </>
    )
  },
  send: ({ number, signedOn, ...words }, item) =>
    answer(
      api.POST('/api/programme/items/{id}/sign', { ...onItem(item), body: { number, signedOn, ...filled(words) } }),
    ),
})

/** It was issued, and is in force from a day that may be to come. */
export const issue = actOnItem<{ issuedOn: string; effectOn: string }>({
  initial: (_, today) => ({ issuedOn: today }),
  Fields: function Fields({ on: item }: { on: Item }) {
    const { t } = useTranslation()
    const { today } = useMe()
    return (
      <>
        <DayField name="issuedOn" label={t('programme.issuedOn')} min={item.text?.signedOn} max={today} />
        <DayField name="effectOn" label={t('programme.effectOn')} min={item.text?.signedOn} />
      </>
    )
  },
  send: (body, item) => answer(api.POST('/api/programme/items/{id}/issue', { ...onItem(item), body })),
})
