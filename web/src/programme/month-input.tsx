import { DayPicker } from '../ui/day-picker.tsx'

/** A month in a form, which passes value and onChange. */
export function MonthInput(props: { value?: string; onChange?: (month: string | undefined) => void; id?: string }) {
  const { onChange, ...rest } = props
  return (
    <DayPicker {...rest} value={props.value} onChange={(month) => onChange?.(month)} picker="month" className="wide" />
  )
}
