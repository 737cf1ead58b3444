import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { showDay } from '../ui/format.ts'
import type { Task } from './queries.ts'

/** That a task was given to several agencies under one name, with the way to all of them; or that it was distributed. */
export function GivenTogether({ task }: { task: Task }) {
  const { t } = useTranslation()
  const { collective, distributedInto } = task
  if (distributedInto) return <Note words={t('collective.into', { n: distributedInto.size })} all={distributedInto} />
  if (!collective) return null
  const words = { name: collective.namedAs, n: collective.size, day: showDay(collective.membersOn) }
  return collective.form === 'each' ? (
    <Note words={t('collective.onPage', words)} all={collective} />
  ) : (
    <Note words={t('collective.onPageShared', words)} />
  )
}

function Note({ words, all }: { words: string; all?: NonNullable<Task['collective']> }) {
  const { t } = useTranslation()
  return (
    <Alert
      type="info"
      showIcon
      className="as-of"
      title={<span data-testid="given-together">{words}</span>}
      action={
        all ? (
          <Link to="/nhiem-vu" search={{ collectiveId: all.id }}>
            {t('collective.seeAll', { n: all.size })}
          </Link>
        ) : null
      }
    />
  )
}
