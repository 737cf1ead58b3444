import { answer, ifMatch } from '@dieuhanh/client'
import { Form, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { DayField, Field, LineField, WordsField } from '../../form/fields.tsx'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { Fact } from '../../ui/labelled.tsx'
import { actOnItem, filled } from '../act.tsx'
import { WhatIsAsked, WhoAsked } from '../item-parts.tsx'
import { Due } from '../item-rows.tsx'
import type { Item } from '../queries.ts'

interface Words {
  decision: 'granted' | 'refused'
  decider?: string
  actNumber?: string
  actOn?: string
  note?: string
}
const openOf = ({ changes }: Item) => changes.find(({ state }) => state === 'asked')

/** Records what was decided on a request, with the act. */
export const decideChange = actOnItem<Words>({
  // Neither answer is chosen beforehand: it is the one thing that the form asks.
  initial: (item, today) => ({
    actOn: today,
    ...(item.inCharge ? { decider: item.inCharge } : {}),
  }),
  Fields,
  send: ({ decision, ...words }, item) => {
    const { note, ...act } = words
    return answer(
      api.POST('/api/programme/items/{id}/changes/{changeId}/decide', {
        params: { path: { id: item.id, changeId: openOf(item)?.id ?? 0 } },
        headers: ifMatch(item.version),
        body: { decision, ...filled({ note }), ...(decision === 'granted' ? filled(act) : {}) },
      }),
    )
  },
})

function Fields({ on: item }: { on: Item }) {
  const { t } = useTranslation()
  const { today } = useMe()
  const open = openOf(item)
  const decision = Form.useWatch('decision') as Words['decision'] | undefined
  return (
    <>
      {open ? (
        <>
          <p>
            <strong>{t(`programme.change.${open.kind}`)}</strong>
            {': '}
            <span lang="vi">{open.reason}</span>
          </p>
          <WhoAsked change={open} />
          <dl className="facts programme-asked" data-testid="asked">
            <Fact name={t('programme.dueNow')}>
              <Due item={item} />
              {item.standing === 'owed' ? (
                <strong className="programme-late"> · {t('programme.lateBy', { n: item.daysLate ?? 0 })}</strong>
              ) : null}
            </Fact>
            {open.kind === 'changeLead' ? (
              <Fact name={t('programme.lead')}>
                <span lang="vi">{item.leadAgencyName}</span>
              </Fact>
            ) : null}
            {open.kind === 'add' || open.kind === 'stop' ? null : (
              <Fact name={t('programme.asked')}>
                <WhatIsAsked change={open} />
              </Fact>
            )}
          </dl>
        </>
      ) : null}
      <Field name="decision" label={t('programme.decision')}>
        <Radio.Group
          options={(['granted', 'refused'] as const).map((value) => ({
            value,
            label: t(`programme.decisions.${value}`),
          }))}
        />
      </Field>
      {decision === 'granted' ? (
        <>
          <LineField name="decider" label={t('programme.decider')} max={200} />
          <LineField name="actNumber" label={t('programme.actNumber')} max={100} placeholder="88/VPCP-TH" />
          <DayField name="actOn" label={t('programme.actOn')} min={open?.askedOn} max={today} />
        </>
      ) : null}
      <WordsField
        name="note"
        label={decision === 'refused' ? t('programme.refusal') : t('programme.note')}
        rows={3}
        isOptional={decision !== 'refused'}
      />
    </>
  )
}
