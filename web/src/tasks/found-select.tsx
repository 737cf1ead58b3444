import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'

interface Option {
  value: string
  label: string
}

/** Chooses one of what the server finds for the typed text. `name`: of the chosen value, which need not be among the found. */
export function FoundSelect({
  id,
  queryKey,
  find,
  value,
  name,
  onChange,
}: {
  id: string
  queryKey: readonly unknown[]
  find: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
  value: string | undefined
  name: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const found = useQuery({
    queryKey: [...queryKey, text],
    queryFn: ({ signal }) => find(text, signal),
    placeholderData: keepPreviousData,
  })
  const options = found.data ?? []
  const isThere = value === undefined || options.some((option) => option.value === value)
  return (
    <Select
      id={id}
      value={value}
      onChange={(chosen: string | undefined) => onChange(chosen)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      loading={found.isFetching}
      placeholder={t('filter.any')}
      options={isThere ? [...options] : [{ value, label: name ?? value }, ...options]}
      popupMatchSelectWidth={420}
      className="wide"
    />
  )
}
