import { useQuery } from '@tanstack/react-query'
import { AutoComplete } from 'antd'
import { useMemo } from 'react'
import { agenciesQuery } from '../form/agency-select.tsx'
import { compareVi, fold } from '../ui/format.ts'

/** An agency of the registry, or a name as it is written. */
export interface AgencyOrName {
  name: string
  agencyId?: number
}

interface Props {
  id?: string
  value?: AgencyOrName
  onChange?: (chosen: AgencyOrName) => void
  label?: string
  placeholder?: string
}

/** Offers the agencies of the registry while a name is typed, and takes any other name too. */
export function AgencyOrNameField({ id, value, onChange, label, placeholder }: Props) {
  const { data } = useQuery(agenciesQuery(undefined))
  const options = useMemo(
    () =>
      (data?.agencies ?? [])
        .map(({ id: agencyId, name, abbreviation }) => ({
          value: name,
          agencyId,
          words: fold(`${name} ${abbreviation ?? ''}`),
        }))
        .sort((a, b) => compareVi(a.value, b.value)),
    [data],
  )
  return (
    <AutoComplete
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      value={value?.name ?? ''}
      options={options}
      showSearch={{
        filterOption: (typed: string, option?: { words: string }) => option?.words.includes(fold(typed)) ?? false,
      }}
      onChange={(name: string) => {
        const found = options.find((option) => option.value === name)
        onChange?.({ name, ...(found ? { agencyId: found.agencyId } : {}) })
      }}
      className="wide"
    />
  )
}
