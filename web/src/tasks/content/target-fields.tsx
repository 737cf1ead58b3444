import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { TargetContent } from '../../form/task-content.ts'
import { useLanguage } from '../../shell/language.tsx'
import './content.css'

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
  const set = (at: number, part: Partial<TargetContent>) =>
    onChange(targets.map((target, i) => (i === at ? { ...target, ...part } : target)))
  return (
    <fieldset className="rows">
      <legend>{t('draft.targets')}</legend>
      {targets.map((target, i) => {
        const error =
          errors?.get(`targets.${i}.max`) ?? errors?.get(`targets.${i}.measure`) ?? errors?.get(`targets.${i}.text`)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: targets have no id
          <div key={i} className="edit-row">
            <div className="row edit-line">
              <Input.TextArea
                aria-label={t('task.measure')}
                value={target.measure}
                autoSize={{ minRows: 1, maxRows: 5 }}
                maxLength={4000}
                placeholder={t('task.measure')}
                className="grow"
                onChange={(event) => set(i, { measure: event.target.value })}
              />
              <Button
                type="text"
                icon={<CloseOutlined />}
                onClick={() => onChange(targets.filter((_, at) => at !== i))}
                aria-label={t('draft.removeTarget', { text: target.measure })}
              />
            </div>
            <div className="row edit-line">
              <Select
                aria-label={t('draft.comparator')}
                value={target.comparator}
                onChange={(comparator) => set(i, { comparator })}
                options={COMPARATORS.map((value) => ({ value, label: t(`comparator.${value}`) }))}
                className="kind"
              />
              <InputNumber
                aria-label={t('draft.value')}
                value={target.value}
                decimalSeparator={decimal}
                onChange={(value) => set(i, { value: value ?? 0 })}
              />
              {target.comparator === 'range' ? (
                <InputNumber
                  aria-label={t('draft.max')}
                  value={target.max}
                  decimalSeparator={decimal}
                  status={error ? 'error' : ''}
                  onChange={(max) => set(i, { max })}
                />
              ) : null}
              <Input
                aria-label={t('draft.unit')}
                value={target.unit}
                maxLength={200}
                className="unit"
                onChange={(event) => set(i, { unit: event.target.value })}
              />
            </div>
            {error ? (
              <p className="wrong" role="alert">
                {error}
              </p>
            ) : null}
          </div>
        )
      })}
      <div className="row">
        <Button size="small" icon={<PlusOutlined />} onClick={() => onChange([...targets, blank()])}>
          {t('draft.addTarget')}
        </Button>
      </div>
    </fieldset>
  )
}
