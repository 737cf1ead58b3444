import { type Answer, answer, type Body, ifMatch } from '@dieuhanh/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api, type newKey, problemOf } from '../shell/api.ts'
import { useProblemWords } from '../shell/problem.tsx'
import { type Directive, type Draft, type DraftEdit, directiveKeys, refreshDrafts } from './queries.ts'

export type Distribution = Body<'/api/directives/{id}/drafts/{draftId}/distribute', 'post'>
export type DraftsChanged = Answer<'/api/directives/{id}/drafts', 'post'>

const of = (directiveId: number, draft: Pick<Draft, 'id' | 'version'>) => ({
  params: { path: { id: directiveId, draftId: draft.id } },
  headers: ifMatch(draft.version),
})

/** The acts of a review, each on the version the user saw. */
export const acts = {
  add: (directiveId: number, body: DraftEdit, key: ReturnType<typeof newKey>) =>
    answer(api.POST('/api/directives/{id}/drafts', { params: { path: { id: directiveId } }, headers: key, body })),
  save: (directiveId: number, draft: Pick<Draft, 'id' | 'version'>, body: DraftEdit) =>
    answer(api.PUT('/api/directives/{id}/drafts/{draftId}', { ...of(directiveId, draft), body })),
  check: (directiveId: number, draft: Draft) =>
    answer(api.POST('/api/directives/{id}/drafts/{draftId}/check', of(directiveId, draft))),
  drop: (directiveId: number, draft: Draft) =>
    answer(api.POST('/api/directives/{id}/drafts/{draftId}/drop', of(directiveId, draft))),
  restore: (directiveId: number, draft: Draft) =>
    answer(api.POST('/api/directives/{id}/drafts/{draftId}/restore', of(directiveId, draft))),
  split: (directiveId: number, draft: Pick<Draft, 'id' | 'version'>, at: number) =>
    answer(api.POST('/api/directives/{id}/drafts/{draftId}/split', { ...of(directiveId, draft), body: { at } })),
  distribute: (directiveId: number, draft: Draft, body: Distribution) =>
    answer(api.POST('/api/directives/{id}/drafts/{draftId}/distribute', { ...of(directiveId, draft), body })),
  undo: ({ id, version }: Pick<Directive, 'id' | 'version'>, distributionId: number) =>
    answer(
      api.POST('/api/directives/{id}/distributions/{distributionId}/undo', {
        params: { path: { id, distributionId } },
        headers: ifMatch(version),
      }),
    ),
  merge: (directiveId: number, drafts: readonly Draft[]) =>
    answer(
      api.POST('/api/directives/{id}/drafts/merge', {
        params: { path: { id: directiveId } },
        body: { drafts: drafts.map(({ id, version }) => ({ id, version })) },
      }),
    ),
}

/** Does one act, shows its result immediately, and shows the reason if it is refused. */
export function useReviewAct(directiveId: number) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const words = useProblemWords()
  const fresh = useFresh(directiveId)
  return useMutation({
    mutationFn: (act: () => Promise<DraftsChanged>) => act(),
    onSuccess: (changed) => fresh(changed),
    onError: (error) => {
      message.error(words(problemOf(error)), 6)
      return refreshDrafts(queries, directiveId)
    },
  })
}

/** Updates changed drafts in the cache, and refetches what depends on them (problems, counts). */
export function useFresh(directiveId: number): (changed: DraftsChanged) => Promise<unknown> {
  const queries = useQueryClient()
  return ({ version, drafts }) => {
    queries.setQueryData<Directive>(directiveKeys.one(directiveId), (before) => {
      if (!before) return before
      const changed = new Map(drafts.map((draft) => [draft.id, draft]))
      const kept = before.drafts.map((draft) => changed.get(draft.id) ?? draft)
      const added = drafts.filter(({ id }) => !before.drafts.some((draft) => draft.id === id))
      return { ...before, version, drafts: [...kept, ...added].sort((a, b) => a.position - b.position) }
    })
    return refreshDrafts(queries, directiveId)
  }
}
