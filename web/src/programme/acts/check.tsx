import { answer } from '@dieuhanh/client'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import type { Item } from '../queries.ts'

interface Words {
  outcome: 'complete' | 'returned'
  checkedOn: string
  /** One on each line. */
  reasons?: string
  note?: string
}

/** The file is complete, or is returned with all reasons at once. */
export const check = actOnItem<Words>({
  initial: (item, today) => ({
    outcome: lacking(item).length > 0 ? 'returned' : 'complete',
    checkedOn: today,
    reasons: lacking(item).join('\n'),
  }),
  Fields,
  send: ({ outcome, reasons, ...words }, item) => {
    const lines = (reasons ?? '').split('\n').map((line) => line.trim())
    return answer(
      api.POST('/api/programme/items/{id}/check', {
        ...onItem(item),
        body: { outcome, ...filled(words), ...(outcome === 'returned' ? { reasons: lines.filter(Boolean) } : {}) },
      }),
    )
  },
})

/** What the sender says is missing is a reason already. */
const lacking = ({ submissions }: Item) =>
  (submissions[0]?.parts ?? []).filter(({ isThere }) => !isThere).map(({ name }) => `Thiếu: ${name}`)

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const outcome = Form.useWatch('outcome') as Words['outcome'] | undefined
  return (
    <>
      <Form.Item name="outcome" label={t('programme.outcome')}>
        <Radio.Group
          options={(['complete', 'returned'] as const).map((value) => ({
            value,
            label: t(`programme.outcomes.${value}`),
          }))}
        />
      </Form.Item>
      <DayField name="checkedOn" label={t('programme.checkedOn')} min={item.submissions[0]?.sentOn} max={today} />
      {outcome === 'returned' ? <WordsField name="reasons" label={t('programme.reasons')} rows={4} /> : null}
      <WordsField name="note" label={t('programme.note')} rows={2} isOptional />
    </>
  )
}
