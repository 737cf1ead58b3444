import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'

interface Props {
  /** ISO day, or undefined for none. */
  value: string | null | undefined
  onChange: (day: string | undefined) => void
  id?: string
  label?: string
  /** Shown while empty; how a day is typed, if left out. */
  placeholder?: string
  /** First and last day that may be chosen. */
  min?: string
  max?: string
  picker?: 'date' | 'month'
  isClearable?: boolean
  className?: string
  status?: '' | 'error'
}

/** A day (or month) typed or picked as dd/MM/yyyy, stored as an ISO string; weeks begin on Monday. */
export function DayPicker({ value, onChange, label, min, max, picker = 'date', isClearable = true, ...rest }: Props) {
  const { t } = useTranslation()
  const write = picker === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'
  return (
    <DatePicker
      placeholder={t(`form.typed.${picker}`)}
      {...rest}
      picker={picker}
      value={value ? dayjs(value) : null}
      onChange={(chosen) => onChange(chosen && !Array.isArray(chosen) ? chosen.format(write) : undefined)}
      format={picker === 'month' ? 'MM/YYYY' : ['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY']}
      allowClear={isClearable}
      minDate={min ? dayjs(min) : undefined}
      maxDate={max ? dayjs(max) : undefined}
      aria-label={label}
      inputReadOnly={false}
    />
  )
}
