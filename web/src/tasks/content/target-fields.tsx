import { Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TargetContent } from '../../form/task-content.ts'
import { useLanguage } from '../../shell/language.tsx'
import { ContentRows, RemoveRow, RowError } from './content-rows.tsx'

const COMPARATORS = ['=', '>=', '<=', '>', '<', 'range', 'increase>=', 'decrease>='] as const

/** Targets: what is measured, comparator, value and unit. */
export function TargetFields<T extends TargetContent>({
  targets,
  errors,
  blank,
  onChange,
}: {
  targets: T[]
  errors?: ReadonlyMap<string, string>
  blank: () => T
  onChange: (targets: T[]) => void
}) {
  const { t } = useTranslation()
  const decimal = useLanguage() === 'vi' ? ',' : '.'
  return (
    <ContentRows<TargetContent, T>
      legend={t('draft.targets')}
      add={t('draft.addTarget')}
      rows={targets}
      blank={blank}
      onChange={onChange}
    >
      {(target, i, { set, remove }) => {
        const error =
          errors?.get(`targets.${i}.max`) ?? errors?.get(`targets.${i}.measure`) ?? errors?.get(`targets.${i}.text`)
        return (
          <>
            <div className="row edit-line">
              <Input.TextArea
                aria-label={t('task.measure')}
                value={target.measure}
                autoSize={{ minRows: 1, maxRows: 5 }}
                maxLength={4000}
                placeholder={t('task.measure')}
                className="grow"
                onChange={(event) => set({ measure: event.target.value })}
              />
              <RemoveRow label={t('draft.removeTarget', { text: target.measure })} onClick={remove} />
            </div>
            <div className="row edit-line">
              <Select
                aria-label={t('draft.comparator')}
                value={target.comparator}
                onChange={(comparator) => set({ comparator })}
                options={COMPARATORS.map((value) => ({ value, label: t(`comparator.${value}`) }))}
                className="kind"
              />
              <InputNumber
                aria-label={t('draft.value')}
                value={target.value}
                decimalSeparator={decimal}
                onChange={(value) => set({ value: value ?? 0 })}
              />
              {target.comparator === 'range' ? (
                <InputNumber
                  aria-label={t('draft.max')}
                  value={target.max}
                  decimalSeparator={decimal}
                  status={error ? 'error' : ''}
                  onChange={(max) => set({ max })}
                />
              ) : null}
              <Input
                aria-label={t('draft.unit')}
                value={target.unit}
                maxLength={200}
                className="unit"
                onChange={(event) => set({ unit: event.target.value })}
              />
            </div>
            <RowError error={error} />
          </>
        )
      }}
    </ContentRows>
  )
}
