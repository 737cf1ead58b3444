import { answer } from '@dieuhanh/client'
import { Checkbox, Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { showDay } from '../../ui/format.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import { type Item, lastSubmission } from '../queries.ts'

interface Words {
  outcome: 'complete' | 'returned'
  checkedOn: string
  /** The parts of the list that are in the file. */
  there?: string[]
  /** One on each line. */
  reasons?: string
  registryNumber?: string
  receivedOn?: string
  note?: string
}

/** The file is complete, or is returned with all reasons at once. */
export const check = actOnItem<Words>({
  initial: (_, today) => ({ checkedOn: today }),
  Fields,
  send: ({ outcome, reasons, there = [], ...words }, item) => {
    const lines = (reasons ?? '').split('\n').map((line) => line.trim())
    return answer(
      api.POST('/api/programme/items/{id}/check', {
        ...onItem(item),
        body: {
          outcome,
          there,
          ...filled(words),
          ...(outcome === 'returned' ? { reasons: lines.filter(Boolean) } : {}),
        },
      }),
    )
  },
})

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const outcome = Form.useWatch('outcome') as Words['outcome'] | undefined
  const last = lastSubmission(item)
  const parts = last?.parts ?? []
  const there: readonly string[] = Form.useWatch('there') ?? []
  const isLacking = parts.some(({ name, isConditional }) => !isConditional && !there.includes(name))
  return (
    <>
      {parts.length > 0 ? (
        // Nothing ticked is an answer too: then all of it is missing.
        <Form.Item name="there" label={t('programme.fileHolds')} extra={t('programme.checkListHint')} required>
          <Checkbox.Group
            className="stack"
            options={parts.map(({ name, isSaid, isConditional }) => ({
              value: name,
              label: [
                name,
                ...(isConditional ? [t('programme.partConditional')] : []),
                ...(isSaid ? [t('programme.partSaid')] : []),
              ].join(' · '),
            }))}
          />
        </Form.Item>
      ) : null}
      <Field name="outcome" label={t('programme.outcome')}>
        <Radio.Group
          options={(['complete', 'returned'] as const).map((value) => ({
            value,
            label: t(`programme.outcomes.${value}`),
          }))}
        />
      </Field>
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
      {outcome === 'returned' ? (
        <WordsField name="reasons" label={t('programme.reasons')} rows={4} isOptional={isLacking} />
      ) : null}
      <WordsField name="note" label={t('programme.note')} rows={2} isOptional={outcome !== 'complete' || !isLacking} />
    </>
  )
}
