import { changes } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { dropDraft, restoreDraft } from './drop.ts'
import { addDraft, checkDraft, editDraft } from './edit.ts'
import { mergeDrafts } from './merge.ts'
import { DraftEdit, DraftParams, DraftsChanged, MergeDrafts, SplitDraft } from './shapes.ts'
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
