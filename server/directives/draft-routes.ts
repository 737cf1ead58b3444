import { actorOf } from '../platform/actor.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { ifMatch } from '../platform/version.ts'
import { dropDraft, restoreDraft } from './drop.ts'
import { addDraft, editDraft } from './edit.ts'
import { mergeDrafts } from './merge.ts'
import { DraftEdit, DraftParams, DraftsChanged, MergeDrafts, SplitDraft } from './shapes.ts'
import { splitDraft } from './split.ts'

const tags = ['directives']

/** Acts on the drafts of a directive under review. Each answers the drafts it changed and the directive's new version. */
export function draftRoutes(app: App, { db, clock }: Deps): void {
  app.post(
    '/api/directives/:id/drafts',
    {
      schema: {
        operationId: 'addDraft',
        summary: 'Add a task by hand',
        tags,
        params: IdParams,
        body: DraftEdit,
        response: { 201: DraftsChanged },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request)
      const added = await db
        .transaction()
        .execute((trx) =>
          idempotent(trx, actor, idempotencyKey(request), () =>
            addDraft(trx, clock, actor, request.params.id, request.body),
          ),
        )
      return reply.code(201).send(added)
    },
  )

  app.put(
    '/api/directives/:id/drafts/:draftId',
    {
      schema: {
        operationId: 'editDraft',
        summary: 'Replace what a draft says (If-Match: the draft)',
        tags,
        params: DraftParams,
        body: DraftEdit,
        response: { 200: DraftsChanged },
      },
    },
    async (request) =>
      db
        .transaction()
        .execute((trx) =>
          editDraft(trx, clock, actorOf(request), seen(request.params, ifMatch(request)), request.body),
        ),
  )

  app.post(
    '/api/directives/:id/drafts/:draftId/drop',
    {
      schema: {
        operationId: 'dropDraft',
        summary: 'Leave a draft out (If-Match: the draft)',
        tags,
        params: DraftParams,
        response: { 200: DraftsChanged },
      },
    },
    async (request) =>
      db.transaction().execute((trx) => dropDraft(trx, actorOf(request), seen(request.params, ifMatch(request)))),
  )

  app.post(
    '/api/directives/:id/drafts/:draftId/restore',
    {
      schema: {
        operationId: 'restoreDraft',
        summary: 'Take a dropped draft back (If-Match: the draft)',
        tags,
        params: DraftParams,
        response: { 200: DraftsChanged },
      },
    },
    async (request) =>
      db.transaction().execute((trx) => restoreDraft(trx, actorOf(request), seen(request.params, ifMatch(request)))),
  )

  app.post(
    '/api/directives/:id/drafts/:draftId/split',
    {
      schema: {
        operationId: 'splitDraft',
        summary: 'Cut a draft into two (If-Match: the draft)',
        tags,
        params: DraftParams,
        body: SplitDraft,
        response: { 200: DraftsChanged },
      },
    },
    async (request) =>
      db
        .transaction()
        .execute((trx) => splitDraft(trx, actorOf(request), seen(request.params, ifMatch(request)), request.body.at)),
  )

  app.post(
    '/api/directives/:id/drafts/merge',
    {
      schema: {
        operationId: 'mergeDrafts',
        summary: 'Join drafts into the first of them; their versions are in the body',
        tags,
        params: IdParams,
        body: MergeDrafts,
        response: { 200: DraftsChanged },
      },
    },
    async (request) =>
      db.transaction().execute((trx) => mergeDrafts(trx, actorOf(request), request.params.id, request.body.drafts)),
  )
}

function seen({ id, draftId }: { id: number; draftId: number }, version: number) {
  return { directiveId: id, draftId, version }
}
