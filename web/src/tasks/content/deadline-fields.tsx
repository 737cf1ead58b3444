import { Checkbox, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { DeadlineContent } from '../../form/task-content.ts'
import { DEADLINE_KINDS } from '../../paths/tasks.ts'
import { DayPicker } from '../../ui/day-picker.tsx'
import { ContentRows, RemoveRow, RowError } from './content-rows.tsx'

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
  return (
    <ContentRows<DeadlineContent, D>
      legend={t('draft.deadlines')}
      add={t('draft.addDeadline')}
      rows={deadlines}
      blank={blank}
      onChange={onChange}
    >
      {(deadline, i, { set, remove }) => {
        const error = errors?.get(`deadlines.${i}.dueOn`) ?? errors?.get(`deadlines.${i}`)
        return (
          <>
            <div className="row edit-line">
              <Input
                aria-label={t('draft.deadlineText')}
                value={deadline.text}
                maxLength={2000}
                placeholder={t('draft.deadlineText')}
                className="grow"
                onChange={(event) => set({ text: event.target.value })}
              />
              <RemoveRow label={t('draft.removeDeadline', { text: deadline.text })} onClick={remove} />
            </div>
            <div className="row edit-line">
              <Select
                aria-label={t('filter.deadlineKind')}
                value={deadline.kind}
                onChange={(kind) => set({ kind })}
                options={DEADLINE_KINDS.map((value) => ({ value, label: t(`deadlineKind.${value}`) }))}
                className="kind"
              />
              <DayPicker
                value={deadline.dueOn}
                label={t('draft.dueOn')}
                placeholder={t('draft.dueOn')}
                status={error ? 'error' : ''}
                onChange={(dueOn) => set({ dueOn: dueOn ?? null })}
              />
              <Select
                aria-label={t('draft.recurs')}
                value={deadline.recurs ?? ''}
                onChange={(recurs) => set({ recurs: RHYTHMS.find((rhythm) => rhythm === recurs) ?? null })}
                options={[
                  { value: '', label: t('draft.once') },
                  ...RHYTHMS.map((value) => ({ value, label: t(`rhythm.${value}`) })),
                ]}
                className="kind"
              />
              <Checkbox checked={deadline.milestone} onChange={(event) => set({ milestone: event.target.checked })}>
                {t('task.milestone')}
              </Checkbox>
            </div>
            {deadline.kind === 'perRegulation' ? (
              <Input
                aria-label={t('draft.rule')}
                value={deadline.rule ?? ''}
                maxLength={2000}
                placeholder={t('draft.rule')}
                onChange={(event) => set({ rule: event.target.value })}
              />
            ) : null}
            <RowError error={error} />
          </>
        )
      }}
    </ContentRows>
  )
}
