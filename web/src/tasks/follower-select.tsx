import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { followersQuery, useFollowerName } from '../shell/followers.ts'
import { fold } from '../ui/format.ts'

/** Chooses a person by name or by an agency they follow. */
export function FollowerSelect({
  value,
  on,
  onChange,
}: {
  value: number | undefined
  on: string | undefined
  onChange: (id: number | undefined) => void
}) {
  const { t } = useTranslation()
  const { data, isPending } = useQuery(followersQuery(on))
  const name = useFollowerName(value, on)
  const followers = data?.followers ?? []
  const isThere = value === undefined || followers.some(({ id }) => id === value)
  const options = followers.map(({ id, name, agencies }) => ({
    value: id,
    label: name,
    title: agencies.join('; '),
    words: fold(`${name} ${agencies.join(' ')}`),
    about: t('filter.follows', { count: agencies.length, first: agencies.slice(0, 2).join('; ') }),
  }))
  return (
    <Select
      id="follower"
      value={value}
      onChange={(chosen: number | undefined) => onChange(chosen)}
      options={
        isThere ? options : [{ value, label: name ?? String(value), title: '', words: '', about: '' }, ...options]
      }
      optionRender={({ data: { label, about } }) => (
        <>
          {label}
          {about ? <span className="soft"> – {about}</span> : null}
        </>
      )}
      showSearch={{ filterOption: (typed, option) => option?.words.includes(fold(typed)) ?? false }}
      allowClear
      loading={isPending}
      placeholder={t('filter.any')}
      notFoundContent={t('filter.noFollowers')}
      popupMatchSelectWidth={420}
      className="wide"
    />
  )
}
