import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import { findInvited } from '../platform/invitation.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import { depute, findColleagues, revokeDeputation, showDeputations } from './deputation.ts'
import { accept } from './invite.ts'
import {
  AcceptInvitation,
  ChangeRole,
  ChoosePost,
  Colleagues,
  DeputationList,
  HeldPosts,
  InvitationCode,
  Invited,
  MakeDeputation,
  RoleKey,
  RoleList,
} from './person-shapes.ts'
import { changeRole, listRoles } from './role.ts'
import { choosePost, heldPosts } from './working-post.ts'

const tags = ['people']

/** The post one works in, who stands in for whom, what roles may do, and the way in for those invited. */
export function postRoutes(app: App, { db, clock }: Deps): void {
  const today = () => todayInVietnam(clock)
  const when = () => ({ now: clock.now(), today: today() })

  app.get(
    '/api/me/posts',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'getMyPosts',
        summary: 'The posts one may work in today, as a deputy too',
        tags,
        response: { 200: HeldPosts },
      },
    },
    async (request) => ({
      posts: await heldPosts(db, { userId: actorOf(request).userId, sessionId: request.sessionId }, today()),
    }),
  )
  app.post(
    '/api/me/post',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'choosePost',
        summary: 'Work in another post from now on in this session',
        tags,
        body: ChoosePost,
        response: { 200: HeldPosts },
      },
    },
    async (request) => {
      const ask = { actor: actorOf(request), sessionId: request.sessionId, ...when() }
      const { postId, deputationId = null } = request.body
      return { posts: await db.transaction().execute((trx) => choosePost(trx, ask, postId, deputationId)) }
    },
  )

  app.get(
    '/api/me/deputations',
    {
      schema: {
        operationId: 'getMyDeputations',
        summary: 'Whom one let act in one’s posts, and in whose posts one may act',
        tags,
        response: { 200: DeputationList },
      },
    },
    (request) => {
      const actor = actorOf(request)
      return showDeputations(db, actor, actor.personId ?? 0, today())
    },
  )
  app.get(
    '/api/me/colleagues',
    {
      schema: {
        operationId: 'findColleagues',
        summary: 'People of the own body who may be deputed',
        tags,
        querystring: Type.Object(
          { search: Type.Optional(Type.String({ maxLength: 200 })) },
          { additionalProperties: false },
        ),
        response: { 200: Colleagues },
      },
    },
    async (request) => ({ rows: await findColleagues(db, actorOf(request), request.query.search, today()) }),
  )
  app.post(
    '/api/deputations',
    {
      schema: {
        operationId: 'makeDeputation',
        summary: 'Let a person act in a post for a time',
        tags,
        body: MakeDeputation,
        response: { 201: Type.Object({ id: Id }) },
      },
    },
    async (request, reply) => {
      const ask = { actor: actorOf(request), ...when() }
      const key = idempotencyKey(request)
      const made = await db
        .transaction()
        .execute((trx) => idempotent(trx, ask.actor, key, () => depute(trx, ask, request.body)))
      return reply.code(201).send(made)
    },
  )
  app.post(
    '/api/deputations/:id/revoke',
    {
      schema: {
        operationId: 'revokeDeputation',
        summary: 'End a deputation at once',
        tags,
        params: IdParams,
        body: Type.Object({}),
        response: { 200: Type.Object({ id: Id }) },
      },
    },
    async (request) => {
      const ask = { actor: actorOf(request), ...when() }
      await db.transaction().execute((trx) => revokeDeputation(trx, ask, request.params.id))
      return { id: request.params.id }
    },
  )

  app.get(
    '/api/roles',
    {
      schema: {
        operationId: 'listRoles',
        summary: 'What each role sees and may do',
        tags,
        response: { 200: RoleList },
      },
    },
    async (request) => ({ rows: await listRoles(db, actorOf(request), today()) }),
  )
  app.put(
    '/api/roles/:role',
    {
      schema: {
        operationId: 'changeRole',
        summary: 'Change what a role sees and may do',
        tags,
        params: Type.Object({ role: RoleKey }),
        body: ChangeRole,
        response: { 200: Changed },
      },
    },
    async (request, reply) => {
      const ask = { actor: actorOf(request), role: request.params.role, version: ifMatch(request), ...when() }
      const version = await db.transaction().execute((trx) => changeRole(trx, ask, request.body))
      etag(reply, version)
      return { version }
    },
  )

  // The code is in the body, not in the address: addresses are written into logs.
  app.post(
    '/api/invitation',
    {
      config: { open: true },
      schema: {
        operationId: 'getInvitation',
        summary: 'Whom an invitation is for',
        tags: ['sign-in'],
        security: [],
        body: InvitationCode,
        response: { 200: Invited },
      },
    },
    async (request) => {
      const { name, email, expiresAt } = await findInvited(db, request.body.code, clock.now())
      return { name, email, expiresAt }
    },
  )
  app.post(
    '/api/invitation/accept',
    {
      config: { open: true },
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Set the password by an invitation, which is used up',
        tags: ['sign-in'],
        security: [],
        body: AcceptInvitation,
        response: { 200: Type.Object({ email: Type.String() }) },
      },
    },
    (request) => db.transaction().execute((trx) => accept(trx, request.body, clock.now(), today())),
  )
}
