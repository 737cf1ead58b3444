import { answer } from '@dieuhanh/client'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, type FormInstance, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { agenciesQuery } from '../form/agency-select.tsx'
import { DEADLINE_KINDS } from '../paths/tasks.ts'
import { api } from '../shell/api.ts'
import { useLanguage } from '../shell/language.tsx'
import { ProblemNote } from '../shell/problem.tsx'
import { showNumber } from '../ui/format.ts'
import type { Plan, RuleEdit } from './queries.ts'
import { RuleAgencies } from './today.tsx'

export type RuleWords = Omit<RuleEdit, 'days'> & { days?: number | undefined }

const EVENTS = ['before', 'on', 'after', 'silence', 'period', 'milestone'] as const
const WHOM = ['officer', 'leader', 'minister', 'taskForce'] as const
const HOW = ['inApp', 'email', 'webhook', 'letter'] as const

export const toEdit = ({ days, ...words }: RuleWords): RuleEdit => ({
  ...words,
  days: words.event === 'on' ? null : (days ?? null),
})

/** The fields of a rule, and whom it would notify today if it were saved as typed. */
export function RuleFields({
  form,
  id,
  urgencies,
}: {
  form: FormInstance<RuleWords>
  id: number | undefined
  urgencies: string[]
}) {
  const { t } = useTranslation()
  const agencies = useQuery(agenciesQuery(undefined))
  const event = Form.useWatch('event', form)
  const required = [{ required: true, message: t('field.missing') }]
  return (
    <>
      <Form.Item name="name" label={t('urging.ruleName')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="reason" label={t('urging.ruleReason')} rules={required}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="event" label={t('urging.ruleEvent')} rules={required}>
        <Select options={EVENTS.map((value) => ({ value, label: t(`urging.event.${value}`) }))} />
      </Form.Item>
      {event === 'on' ? null : (
        <Form.Item
          name="days"
          label={t('urging.ruleDays')}
          rules={event === 'period' || event === 'milestone' ? [] : required}
        >
          <InputNumber min={1} max={365} precision={0} />
        </Form.Item>
      )}
      <Form.Item name="whom" label={t('urging.ruleWhom')} rules={required}>
        <Checkbox.Group options={WHOM.map((value) => ({ value, label: t(`urging.whom.${value}`) }))} />
      </Form.Item>
      <Form.Item name="how" label={t('urging.ruleHow')} rules={required}>
        <Checkbox.Group options={HOW.map((value) => ({ value, label: t(`urging.how.${value}`) }))} />
      </Form.Item>
      <Form.Item name="urgencies" label={t('urging.ruleUrgencies')}>
        <Select mode="tags" options={urgencies.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="deadlineKinds" label={t('urging.ruleKinds')}>
        <Select
          mode="multiple"
          options={DEADLINE_KINDS.map((value) => ({ value, label: t(`deadlineKind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="agencyIds" label={t('urging.ruleAgencies')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={(agencies.data?.agencies ?? []).map(({ id: value, name }) => ({ value, label: name }))}
        />
      </Form.Item>
      <Form.Item name="isActive" valuePropName="checked">
        <Checkbox>{t('urging.ruleActive')}</Checkbox>
      </Form.Item>
      <Trial form={form} id={id} />
    </>
  )
}

function Trial({ form, id }: { form: FormInstance<RuleWords>; id: number | undefined }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const trying = useMutation({
    mutationFn: async (): Promise<Plan> => {
      await form.validateFields()
      const rule = toEdit(form.getFieldsValue(true) as RuleWords)
      return answer(api.POST('/api/urging/plan/try', { body: { ...(id === undefined ? {} : { id }), rule } }))
    },
  })
  const n = (value: number) => showNumber(value, language)
  const rule = trying.data?.rules[0]
  return (
    <div className="stack">
      <Button onClick={() => trying.mutate()} loading={trying.isPending} data-testid="try-rule">
        {t('urging.tryRule')}
      </Button>
      {trying.error && 'problem' in trying.error ? <ProblemNote error={trying.error} /> : null}
      {trying.data && rule ? (
        <div role="status" data-testid="tried">
          <p>
            {t('urging.tried', {
              people: n(trying.data.people),
              tasks: n(trying.data.tasks),
              agencies: n(rule.agencies.length),
            })}
          </p>
          <RuleAgencies rule={rule} />
        </div>
      ) : null}
    </div>
  )
}
