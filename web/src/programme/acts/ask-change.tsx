import { answer, type Body } from '@dieuhanh/client'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { AgencySelect } from '../../form/agency-select.tsx'
import { DayField, Field, LineField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { mayDo, useMe } from '../../shell/session.ts'
import { fold, showDay } from '../../ui/format.ts'
import { actOnItem, filled, onItem } from '../act.tsx'
import { MonthInput } from '../month-input.tsx'
import type { Item } from '../queries.ts'

const KINDS = ['postpone', 'changeLead', 'merge', 'split', 'stop'] as const
interface Words {
  kind: (typeof KINDS)[number]
  reason: string
  askedOn?: string
  answerable?: string
  newMonth?: string
  newLeadId?: number
  intoItemId?: number
  /** One on each line. */
  newNames?: string
}

/** Asks to change an entry; the Prime Minister or the deputy in charge decides. */
export const askChange = actOnItem<Words>({
  initial: () => ({ kind: 'postpone' }),
  Fields,
  send: ({ kind, reason, askedOn, answerable, newMonth, newLeadId, intoItemId, newNames }, item) => {
    const of = {
      postpone: { newMonth, answerable },
      changeLead: { newLeadId },
      merge: { intoItemId },
      split: {
        newNames: (newNames ?? '')
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      },
      stop: {},
    }[kind]
    const body = { kind, reason, ...filled({ askedOn, ...of }) } as Body<'/api/programme/items/{id}/changes'>
    return answer(api.POST('/api/programme/items/{id}/changes', { ...onItem(item), body }))
  },
})

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const me = useMe()
  const kind = Form.useWatch('kind') as Words['kind'] | undefined
  const isToSubmit = item.state === 'planned' || item.state === 'returned'
  // What is owed is neither stopped nor merged by its own body.
  const mayStop = item.standing !== 'owed' || mayDo(me, 'programme.keep')
  const kinds = KINDS.filter((one) =>
    one === 'stop' ? mayStop : one === 'merge' ? mayStop && isToSubmit : isToSubmit || one === 'changeLead',
  )
  return (
    <>
      <Field name="kind" label={t('programme.changeKind')}>
        <Select options={kinds.map((value) => ({ value, label: t(`programme.change.${value}`) }))} />
      </Field>
      {kind === 'postpone' ? (
        <>
          <Field
            name="newMonth"
            label={t('programme.newMonth')}
            extra={t('programme.dueInForceIs', { day: showDay(item.dueOn) })}
          >
            {/* Any month: one that is typed and cannot be is refused with the reason, not emptied. */}
            <MonthInput />
          </Field>
          <LineField name="answerable" label={t('programme.answerable')} max={200} isOptional />
        </>
      ) : null}
      {kind === 'changeLead' ? (
        <Field name="newLeadId" label={t('programme.newLead')}>
          <AgencySelect placeholder={t('field.chooseAgency')} />
        </Field>
      ) : null}
      {kind === 'merge' ? <MergeInto item={item} /> : null}
      {kind === 'split' ? (
        <Field name="newNames" label={t('programme.newNames')} isTyped>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
        </Field>
      ) : null}
      <WordsField name="reason" label={t('programme.reason')} />
      {mayDo(me, 'programme.keep') ? (
        <DayField
          name="askedOn"
          label={t('programme.paperAskedOn')}
          max={me.today}
          extra={t('programme.paperAskedHint')}
          isOptional
        />
      ) : null}
    </>
  )
}

/** Another entry that is still to be submitted, of the same lead first. */
function MergeInto({ item }: { item: Item }) {
  const { t } = useTranslation()
  const found = useQuery({
    queryKey: ['programme', 'merge', item.leadAgencyId],
    queryFn: ({ signal }) =>
      answer(
        api.GET('/api/programme/items', { params: { query: { agencyId: item.leadAgencyId, limit: 200 } }, signal }),
      ),
  })
  const open = (found.data?.rows ?? []).filter(
    ({ id, state }) => id !== item.id && (state === 'planned' || state === 'returned'),
  )
  return (
    <Field name="intoItemId" label={t('programme.into')}>
      <Select
        loading={found.isPending}
        showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
        options={open.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
      />
    </Field>
  )
}
