import { answer } from '@dieuhanh/client'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { api, problemOf } from '../shell/api.ts'
import { ProblemNote, useProblemWords } from '../shell/problem.tsx'
import { casesKey } from './case-queries.ts'
import { outgoingKey } from './outgoing-news.ts'
import { VerdictPanel } from './verdict-panel.tsx'

const outgoingVerdictQuery = (id: number, version: number) =>
  queryOptions({
    queryKey: [...outgoingKey, id, 'verdict', version],
    queryFn: ({ signal }) =>
      answer(api.GET('/api/records/outgoing/{id}/verdict', { params: { path: { id } }, signal })),
  })

const caseVerdictsQuery = (id: number) =>
  queryOptions({
    queryKey: [...casesKey, 'verdicts', id],
    queryFn: ({ signal }) => answer(api.GET('/api/records/cases/{id}/verdicts', { params: { path: { id } }, signal })),
  })

/** Looks again, then fetches what is shown under a key. */
function useAgain(key: readonly unknown[], look: () => Promise<unknown>) {
  const { t } = useTranslation()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const words = useProblemWords()
  return useMutation({
    mutationFn: look,
    onSuccess: () => message.success(t('verdict.didCheck')),
    onError: (error) => message.error(words(problemOf(error))),
    onSettled: () => queries.invalidateQueries({ queryKey: key }),
  })
}

/** The signatures of a document that goes out, once there is a signed file. */
export function OutgoingVerdict({ id, version }: { id: number; version: number }) {
  const found = useQuery(outgoingVerdictQuery(id, version))
  const again = useAgain([...outgoingKey, id, 'verdict'], () =>
    answer(api.POST('/api/records/outgoing/{id}/check', { params: { path: { id } } })),
  )
  if (found.error) return <ProblemNote error={found.error} />
  if (found.isPending) return null
  const { checkedAt, ...verdict } = found.data
  return (
    <VerdictPanel verdict={verdict} checkedAt={checkedAt} onAgain={() => again.mutate()} isChecking={again.isPending} />
  )
}

/** The signatures of the files of a case, those that carry any. */
export function CaseVerdicts({ id }: { id: number }) {
  const found = useQuery(caseVerdictsQuery(id))
  const again = useAgain([...casesKey], () =>
    answer(api.POST('/api/records/cases/{id}/check', { params: { path: { id } } })),
  )
  if (found.error) return <ProblemNote error={found.error} />
  if (found.isPending) return null
  const { rows, mayLook } = found.data
  const signed = rows.filter(({ verdict }) => verdict.state !== 'unsigned')
  const onAgain = mayLook ? () => again.mutate() : undefined
  if (signed.length === 0)
    return rows.length === 0 ? (
      <VerdictPanel verdict={null} checkedAt={null} onAgain={onAgain} isChecking={again.isPending} />
    ) : (
      <VerdictPanel
        verdict={rows[0]!.verdict}
        checkedAt={rows[0]!.checkedAt}
        onAgain={onAgain}
        isChecking={again.isPending}
      />
    )
  return signed.map(({ itemId, sha256, name, checkedAt, verdict }, place) => (
    <VerdictPanel
      key={`${itemId} ${sha256} ${name}`}
      verdict={verdict}
      checkedAt={checkedAt}
      fileName={name}
      onAgain={place === 0 ? onAgain : undefined}
      isChecking={again.isPending}
    />
  ))
}
