import { answer } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { DayField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import type { Item } from '../queries.ts'

interface Words {
  on: string
  note?: string
}

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const { today } = useMe()
  return (
    <>
      <DayField name="on" label={t('programme.onDay')} min={item.submittedOn ?? undefined} max={today} />
      <WordsField name="note" label={t('programme.note')} rows={3} max={2000} isOptional />
    </>
  )
}
const initial = (_: Item, today: string) => ({ on: today })

/** The Government has given its opinion. */
export const consider = actOnItem<Words>({
  initial,
  Fields,
  send: ({ on, ...words }, item) =>
    answer(api.POST('/api/programme/items/{id}/consider', { ...onItem(item), body: { on, ...filled(words) } })),
})

/** The lead is to take the opinions up. */
export const revise = actOnItem<Words>({
  initial,
  Fields,
  send: ({ on, ...words }, item) =>
    answer(api.POST('/api/programme/items/{id}/revise', { ...onItem(item), body: { on, ...filled(words) } })),
})
