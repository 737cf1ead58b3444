import { DayPicker } from '../ui/day-picker.tsx'

/** A month in a form, which passes value and onChange. */
export function MonthInput(props: {
  value?: string
  onChange?: (month: string | undefined) => void
  id?: string
  min?: string
}) {
  const { onChange, min, ...rest } = props
  return (
    <DayPicker
      {...rest}
      {...(min === undefined ? {} : { min })}
      value={props.value}
      onChange={(month) => onChange?.(month)}
      picker="month"
      className="wide"
    />
  )
}
