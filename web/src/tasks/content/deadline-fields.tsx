import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DeadlineContent } from '../../form/task-content.ts'
import { DEADLINE_KINDS } from '../../paths/tasks.ts'
import { DayPicker } from '../../ui/day-picker.tsx'
import './content.css'

export const RHYTHMS = ['daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const

/** Deadlines as written and the day each means; standing and by-regulation ones have no day. */
export function DeadlineFields<D extends DeadlineContent>({
  deadlines,
  errors,
  blank,
  onChange,
}: {
  deadlines: D[]
  errors?: ReadonlyMap<string, string>
  blank: () => D
  onChange: (deadlines: D[]) => void
}) {
  const { t } = useTranslation()
  const set = (at: number, part: Partial<DeadlineContent>) =>
    onChange(deadlines.map((deadline, i) => (i === at ? { ...deadline, ...part } : deadline)))
  return (
    <fieldset className="rows">
      <legend>{t('draft.deadlines')}</legend>
      {deadlines.map((deadline, i) => {
        const error = errors?.get(`deadlines.${i}.dueOn`) ?? errors?.get(`deadlines.${i}`)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: deadlines have no id
          <div key={i} className="edit-row">
            <div className="row edit-line">
              <Input
                aria-label={t('draft.deadlineText')}
                value={deadline.text}
                maxLength={2000}
                placeholder={t('draft.deadlineText')}
                className="grow"
                onChange={(event) => set(i, { text: event.target.value })}
              />
              <Button
                type="text"
                icon={<CloseOutlined />}
                onClick={() => onChange(deadlines.filter((_, at) => at !== i))}
                aria-label={t('draft.removeDeadline', { text: deadline.text })}
              />
            </div>
            <div className="row edit-line">
              <Select
                aria-label={t('filter.deadlineKind')}
                value={deadline.kind}
                onChange={(kind) => set(i, { kind })}
                options={DEADLINE_KINDS.map((value) => ({ value, label: t(`deadlineKind.${value}`) }))}
                className="kind"
              />
              <DayPicker
                value={deadline.dueOn}
                label={t('draft.dueOn')}
                placeholder={t('draft.dueOn')}
                status={error ? 'error' : ''}
                onChange={(dueOn) => set(i, { dueOn: dueOn ?? null })}
              />
              <Select
                aria-label={t('draft.recurs')}
                value={deadline.recurs ?? ''}
                onChange={(recurs) => set(i, { recurs: RHYTHMS.find((rhythm) => rhythm === recurs) ?? null })}
                options={[
                  { value: '', label: t('draft.once') },
                  ...RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) })),
                ]}
                className="kind"
              />
              <Checkbox checked={deadline.milestone} onChange={(event) => set(i, { milestone: event.target.checked })}>
                {t('task.milestone')}
              </Checkbox>
            </div>
            {deadline.kind === 'perRegulation' ? (
              <Input
                aria-label={t('draft.rule')}
                value={deadline.rule ?? ''}
                maxLength={2000}
                placeholder={t('draft.rule')}
                onChange={(event) => set(i, { rule: event.target.value })}
              />
            ) : null}
            {error ? (
              <p className="wrong" role="alert">
                {error}
              </p>
            ) : null}
          </div>
        )
      })}
      <div className="row">
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...deadlines, blank()])}>
          {t('draft.addDeadline')}
        </Button>
      </div>
    </fieldset>
  )
}
