import { type Answer, answer } from '@dieuhanh/client'
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
    const found = optionsOf(data?.agencies)
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
      showSearch={BY_WORDS}
      allowClear={isClearable}
      loading={isPending}
      placeholder={placeholder ?? t('filter.anyAgency')}
      aria-label={label}
      popupMatchSelectWidth={360}
      className="wide"
    />
  )
}

/** Selects several agencies of the registry. */
export function AgenciesSelect({
  value,
  onChange,
  id,
  of = () => true,
}: {
  id?: string
  value?: number[]
  onChange?: (agencyIds: number[]) => void
  /** Those that may be chosen; all of today by default. */
  of?: (agency: Agency) => boolean
}) {
  const { data, isPending } = useQuery(agenciesQuery(undefined))
  return (
    <Select
      id={id}
      mode="multiple"
      value={value ?? []}
      onChange={(chosen: number[]) => onChange?.(chosen)}
      options={optionsOf(data?.agencies.filter(of))}
      showSearch={BY_WORDS}
      loading={isPending}
      className="wide"
    />
  )
}

type Agency = Answer<'/api/agencies'>['agencies'][number]

const optionsOf = (agencies: readonly Agency[] = []) =>
  agencies
    .map(({ id, name, abbreviation }) => ({ value: id, label: name, words: fold(`${name} ${abbreviation ?? ''}`) }))
    .sort((a, b) => compareVi(a.label, b.label))

const BY_WORDS = {
  filterOption: (typed: string, option: { words: string } | undefined) => option?.words.includes(fold(typed)) ?? false,
}
