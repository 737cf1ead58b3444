import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fold } from '../ui/format.ts'
import { Labelled } from '../ui/labelled.tsx'
import { SearchBox } from '../ui/search-box.tsx'

/** Changes some search parameters of this page without scrolling; Back leaves the page. */
export function useSearchPatch<Search extends object>(): (patch: Partial<Search>) => void {
  const navigate = useNavigate()
  return (patch) =>
    navigate({ to: '.', search: (before: object) => ({ ...before, ...patch }), replace: true, resetScroll: false })
}

/** A text search. */
export function SearchFilter({
  id = 'search',
  label,
  hint,
  value,
  onChange,
}: {
  id?: string
  label: string
  hint: string
  value: string | undefined
  onChange: (words: string | undefined) => void
}) {
  return (
    <Labelled id={id} label={label}>
      <SearchBox id={id} placeholder={hint} value={value} onChange={onChange} />
    </Labelled>
  )
}

/** One of several values, or any. */
export function ChoiceFilter<Value extends string>({
  id,
  label,
  value,
  options,
  onChange,
  isLong = false,
  empty,
}: {
  id: string
  label: string
  value: Value | undefined
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value | undefined) => void
  /** So many options that they are searched by typing. */
  isLong?: boolean
  /** What is shown where nothing is chosen; any of them, if left out. */
  empty?: string
}) {
  const { t } = useTranslation()
  return (
    <Labelled id={id} label={label}>
      <Select<Value>
        id={id}
        {...(value === undefined ? {} : { value })}
        onChange={(chosen: Value | undefined) => onChange(chosen)}
        allowClear
        placeholder={empty ?? t('filter.any')}
        popupMatchSelectWidth={isLong ? 320 : 280}
        options={[...options]}
        {...(isLong
          ? {
              showSearch: {
                filterOption: (typed: string, option?: { label?: ReactNode }) =>
                  fold(String(option?.label ?? '')).includes(fold(typed)),
              },
            }
          : {})}
        className="wide"
      />
    </Labelled>
  )
}
