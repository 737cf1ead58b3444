import { actorOf } from '../platform/actor.ts'
import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { distributeDraft, previewDistribution, undoDistribution } from './distribute.ts'
import { dropDraft, restoreDraft } from './drop.ts'
import { addDraft, checkDraft, editDraft } from './edit.ts'
import { mergeDrafts } from './merge.ts'
import {
  Distribute,
  DistributionParams,
  DistributionPlan,
  DistributionPreview,
  DraftEdit,
  DraftParams,
  DraftsChanged,
  MergeDrafts,
  SplitDraft,
} from './shapes.ts'
import { splitDraft } from './split.ts'
import { inLanguageAsked } from './wording.ts'

/** Acts on the drafts of a directive under review. Each returns the drafts it changed and the directive's new version. */
export function draftRoutes(app: App, deps: Deps): void {
  const { change, add, act } = changes(app, deps, 'directives')
  const drafts = '/api/directives/:id/drafts'
  const answer = DraftsChanged
  const options = { preSerialization: inLanguageAsked }
  const onDraft = { params: DraftParams, answer, options, isUntagged: true } as const

  add(
    drafts,
    { operationId: 'addDraft', summary: 'Add a task by hand', body: DraftEdit, answer, options },
    (trx, ask, { body }) => addDraft(trx, ask, body),
  )
  change(
    'PUT',
    `${drafts}/:draftId`,
    {
      ...onDraft,
      operationId: 'editDraft',
      summary: 'Replace the content of a draft (If-Match: the draft)',
      body: DraftEdit,
    },
    (trx, ask, { params: { draftId }, body }) => editDraft(trx, ask, { ...body, draftId }),
  )
  change(
    'POST',
    `${drafts}/:draftId/check`,
    {
      ...onDraft,
      operationId: 'checkDraft',
      summary: 'Note that a doubted draft is right as read (If-Match: the draft)',
    },
    (trx, ask, { params: { draftId } }) => checkDraft(trx, ask, { draftId }),
  )
  change(
    'POST',
    `${drafts}/:draftId/drop`,
    { ...onDraft, operationId: 'dropDraft', summary: 'Drop a draft (If-Match: the draft)' },
    (trx, ask, { params: { draftId } }) => dropDraft(trx, ask, { draftId }),
  )
  change(
    'POST',
    `${drafts}/:draftId/restore`,
    { ...onDraft, operationId: 'restoreDraft', summary: 'Restore a dropped draft (If-Match: the draft)' },
    (trx, ask, { params: { draftId } }) => restoreDraft(trx, ask, { draftId }),
  )
  change(
    'POST',
    `${drafts}/:draftId/split`,
    { ...onDraft, operationId: 'splitDraft', summary: 'Split a draft in two (If-Match: the draft)', body: SplitDraft },
    (trx, ask, { params: { draftId }, body }) => splitDraft(trx, ask, { ...body, draftId }),
  )
  app.post(
    `${drafts}/:draftId/distribution/preview`,
    {
      schema: {
        operationId: 'previewDistribution',
        summary: 'Whom a phrase for many agencies means, and what giving it to each would make',
        description: 'Changes nothing.',
        tags: ['directives'],
        params: DraftParams,
        body: DistributionPlan,
        response: { 200: DistributionPreview },
      },
    },
    (request) => {
      const { id, draftId } = request.params
      const ask = { actor: actorOf(request), id, now: deps.clock.now() }
      return previewDistribution(deps.db, ask, { ...request.body, draftId })
    },
  )
  change(
    'POST',
    `${drafts}/:draftId/distribute`,
    {
      ...onDraft,
      operationId: 'distributeDraft',
      summary: 'Give what a phrase for many agencies was given to each of them (If-Match: the draft)',
      body: Distribute,
    },
    (trx, ask, { params: { draftId }, body }) => distributeDraft(trx, ask, { ...body, draftId }),
  )
  change(
    'POST',
    '/api/directives/:id/distributions/:distributionId/undo',
    {
      operationId: 'undoDistribution',
      summary: 'The one draft again instead of those of each agency (If-Match: the directive)',
      params: DistributionParams,
      answer,
      options,
    },
    (trx, ask, { params: { distributionId } }) => undoDistribution(trx, ask, { distributionId }),
  )
  act(
    'POST',
    `${drafts}/merge`,
    {
      operationId: 'mergeDrafts',
      summary: 'Merge drafts into the first of them; their versions are in the body',
      body: MergeDrafts,
      answer,
      options,
    },
    (trx, ask, { body }) => mergeDrafts(trx, ask, body),
  )
}
