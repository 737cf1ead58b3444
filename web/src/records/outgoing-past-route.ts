import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useEffect, useRef } from 'react'
import { rowsOf } from '../list/list.tsx'
import { type Outgoing, outgoingListQuery, outgoingQuery, type Step } from './outgoing-queries.ts'

/** The steps of the last round of a document. */
export const lastRound = ({ steps }: Pick<Outgoing, 'steps'>): Step[] => {
  const last = Math.max(0, ...steps.map(({ round }) => round))
  return steps.filter(({ round }) => round === last)
}

/**
 * Fills an empty route of the open form with the last one: of this document, or of the document its drafter sent before. Returns the
 * people in it.
 */
export function usePastRoute(one: Outgoing): { id: number; name: string }[] {
  const form = Form.useFormInstance()
  const own = lastRound(one)
  const mine = useInfiniteQuery({ ...outgoingListQuery({ list: 'mine', limit: 20 }), enabled: own.length === 0 })
  const before = rowsOf(mine.data)?.find(
    ({ id, state }) => id !== one.id && state !== 'drafting' && state !== 'dropped',
  )
  const earlier = useQuery({ ...outgoingQuery(before?.id ?? 0), enabled: before !== undefined })
  const steps = own.length > 0 ? own : earlier.data ? lastRound(earlier.data) : []
  const signer = earlier.data?.signer
  const isFilled = useRef(false)
  useEffect(() => {
    if (isFilled.current || steps.length === 0) return
    isFilled.current = true
    // Whoever has typed a route already keeps it.
    if ((form.getFieldValue('steps') as unknown[] | undefined)?.length) return
    form.setFieldValue(
      'steps',
      steps.map(({ position, kind, person }) => ({ position, kind, personId: person.id })),
    )
    if (form.getFieldValue('signerId') === undefined && signer) form.setFieldValue('signerId', signer.id)
  }, [steps, signer, form])
  return steps.map(({ person }) => person)
}
