import { answer, ifMatch } from '@dieuhanh/client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { type Sharing as Setting, sharingQuery } from './queries.ts'

/** How much of a document the agencies with a task in it read; set by an administrator, for all documents. */
export function Sharing() {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const words = useProblemWords()
  const queries = useQueryClient()
  const found = useQuery(sharingQuery)
  const setting = found.data
  const change = useMutation({
    mutationFn: (shares: Setting['shares']) =>
      answer(api.PUT('/api/directives/setting', { headers: ifMatch(setting?.version ?? 0), body: { shares } })),
    onSuccess: () => message.success(t('directives.saved')),
    onError: (error) => message.error(words(problemOf(error)), 6),
    onSettled: () => queries.invalidateQueries({ queryKey: sharingQuery.queryKey }),
  })
  if (!setting) return null
  return (
    <label className="row" htmlFor="sharing">
      {t('directives.shares')}
      <Select
        id="sharing"
        value={setting.shares}
        loading={change.isPending}
        onChange={(shares) => change.mutate(shares)}
        popupMatchSelectWidth={false}
        options={[
          { value: 'whole', label: t('directives.sharesWhole') },
          { value: 'ownTasks', label: t('directives.sharesOwn') },
        ]}
      />
    </label>
  )
}
