import { answer } from '@dieuhanh/client'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, LineField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { showDay } from '../../ui/format.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import { type Item, lastSubmission } from '../queries.ts'

interface Words {
  outcome: 'complete' | 'returned'
  checkedOn: string
  /** One on each line. */
  reasons?: string
  registryNumber?: string
  receivedOn?: string
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
const lacking = (item: Item) =>
  (lastSubmission(item)?.parts ?? []).filter(({ isThere }) => !isThere).map(({ name }) => `Thiếu: ${name}`)

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const outcome = Form.useWatch('outcome') as Words['outcome'] | undefined
  const last = lastSubmission(item)
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
      <DayField name="checkedOn" label={t('programme.checkedOn')} min={last?.countsFrom} max={today} />
      {last?.registryNumber === null ? (
        <>
          <LineField
            name="registryNumber"
            label={t('programme.registryNumber')}
            max={100}
            isOptional={outcome === 'returned'}
          />
          <DayField
            name="receivedOn"
            label={t('programme.receivedOn')}
            min={last.sentOn}
            max={last.countsFrom}
            extra={t('programme.receivedEarlier', { day: showDay(last.countsFrom) })}
            isOptional
          />
        </>
      ) : null}
      {outcome === 'returned' ? <WordsField name="reasons" label={t('programme.reasons')} rows={4} /> : null}
      <WordsField name="note" label={t('programme.note')} rows={2} isOptional />
    </>
  )
}
