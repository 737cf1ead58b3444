import { SearchOutlined } from '@ant-design/icons'
import { Input } from 'antd'
import { useEffect, useState } from 'react'

interface Props {
  value: string | undefined
  onChange: (words: string | undefined) => void
  placeholder: string
  id?: string
}

/** A search box; the search follows after a short delay, or immediately on Enter. `/` focuses it (`data-search`). */
export function SearchBox({ value, onChange, placeholder, id = 'search' }: Props) {
  const [typed, setTyped] = useState(value ?? '')
  useEffect(() => setTyped(value ?? ''), [value])
  const words = typed.trim() || undefined
  useEffect(() => {
    if (words === value) return
    const wait = setTimeout(() => onChange(words), 300)
    return () => clearTimeout(wait)
  })
  return (
    <Input
      id={id}
      type="search"
      data-search
      prefix={<SearchOutlined />}
      value={typed}
      maxLength={200}
      allowClear
      placeholder={placeholder}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onChange(words)}
    />
  )
}
