import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { useFollowerName } from './followers.ts'
import { useMe } from './session.ts'

const ALL = 0

/**
 * The agencies followed, or all: one click, kept in the address. Nothing for a user who follows none, unless the address names
 * somebody else, as one sent by a colleague does.
 */
export function FollowedSwitch({
  value,
  on,
  onChange,
}: {
  value: number | undefined
  on?: string | undefined
  onChange: (followerId: number | undefined) => void
}) {
  const { t } = useTranslation()
  const { followerId } = useMe()
  const other = value !== undefined && value !== followerId ? value : undefined
  const name = useFollowerName(other, on)
  if (followerId === null && other === undefined) return null
  return (
    <Segmented
      value={value ?? ALL}
      onChange={(chosen) => onChange(chosen === ALL ? undefined : chosen)}
      aria-label={t('followed.whose')}
      data-testid="followed-switch"
      options={[
        ...(followerId === null ? [] : [{ value: followerId, label: t('followed.mine') }]),
        ...(other === undefined ? [] : [{ value: other, label: t('followed.of', { name: name ?? other }) }]),
        { value: ALL, label: t('followed.all') },
      ]}
      className="screen-only"
    />
  )
}
