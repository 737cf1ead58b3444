import { answer } from '@dieuhanh/client'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../shell/api.ts'
import { compareVi, fold } from '../ui/format.ts'

/** Prefix of every query key about agencies. */
export const agenciesKey = ['agencies'] as const

/** The agencies of a day; they change a few times in ten years. */
export const agenciesQuery = (on: string | undefined) =>
  queryOptions({
    queryKey: [...agenciesKey, on ?? 'today'],
    queryFn: ({ signal }) => answer(api.GET('/api/agencies', { params: { query: on ? { on } : {} }, signal })),
    staleTime: 10 * 60_000,
  })

interface Props {
  id?: string
  value?: number
  onChange?: (agencyId: number | undefined) => void
  /** Agencies of this day; today by default. */
  on?: string
  /** The name to show for an agency that does not exist on that day. */
  named?: string | null
  label?: string
  placeholder?: string
  isClearable?: boolean
}

/** Selects an agency of the registry by any part of its name, with or without diacritics, or by abbreviation. */
export function AgencySelect({ value, onChange, on, named, label, placeholder, isClearable = true, id }: Props) {
  const { t } = useTranslation()
  const { data, isPending } = useQuery(agenciesQuery(on))
  const options = useMemo(() => {
    const found = (data?.agencies ?? [])
      .map(({ id: key, name, abbreviation }) => ({
        value: key,
        label: name,
        words: fold(`${name} ${abbreviation ?? ''}`),
      }))
      .sort((a, b) => compareVi(a.label, b.label))
    if (value !== undefined && !found.some((option) => option.value === value)) {
      found.unshift({ value, label: named ?? t('shell.formerAgency', { id: value }), words: '' })
    }
    return found
  }, [data, value, named, t])
  return (
    <Select
      id={id}
      value={value}
      onChange={(chosen: number | undefined) => onChange?.(chosen)}
      options={options}
      showSearch={{ filterOption: (typed, option) => option?.words.includes(fold(typed)) ?? false }}
      allowClear={isClearable}
      loading={isPending}
      placeholder={placeholder ?? t('filter.anyAgency')}
      aria-label={label}
      popupMatchSelectWidth={360}
      className="wide"
    />
  )
}
