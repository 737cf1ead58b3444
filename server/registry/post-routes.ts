import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes, Made } from '../platform/change.ts'
import type { App } from '../platform/http/server.ts'
import { findInvited } from '../platform/invitation.ts'
import type { Deps } from '../platform/room.ts'
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
  MarkTour,
  RoleKey,
  RoleList,
  TourSeen,
} from './person-shapes.ts'
import { changeRole, listRoles } from './role.ts'
import { markTour, tourSeen } from './tour.ts'
import { unheldRights } from './unheld.ts'
import { choosePost, heldPosts } from './working-post.ts'

const tags = ['people']

/** The working post, deputations, what roles may do, and sign-in for those invited. */
export function postRoutes(app: App, deps: Deps): void {
  const { db, clock, config } = deps
  const { change, make, act } = changes(app, deps, ...tags)
  const today = () => todayInVietnam(clock)

  app.get(
    '/api/me/posts',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'getMyPosts',
        summary: 'The posts I may work in today, also as a deputy',
        tags,
        response: { 200: HeldPosts },
      },
    },
    async (request) => ({
      posts: await heldPosts(db, { userId: actorOf(request).userId, sessionId: request.sessionId }, today()),
    }),
  )
  act(
    'POST',
    '/api/me/post',
    {
      operationId: 'choosePost',
      summary: 'Work in another post in this session',
      body: ChoosePost,
      answer: HeldPosts,
      options: { config: { beforeProof: true } },
    },
    async (trx, ask, { body, sessionId }) => ({ posts: await choosePost(trx, ask, { ...body, sessionId }) }),
  )

  app.get(
    '/api/me/tour',
    {
      schema: {
        operationId: 'getMyTour',
        summary: 'Whether I have seen the tour of the console',
        tags,
        response: { 200: TourSeen },
      },
    },
    (request) => tourSeen(db, actorOf(request)),
  )
  act(
    'PUT',
    '/api/me/tour',
    {
      operationId: 'markMyTour',
      summary: 'I have seen or skipped the tour: it is not shown again, on any device',
      body: MarkTour,
      answer: TourSeen,
    },
    (trx, ask, { body }) => markTour(trx, ask, body),
  )

  app.get(
    '/api/me/deputations',
    {
      schema: {
        operationId: 'getMyDeputations',
        summary: 'Deputations I gave and received',
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
        summary: 'People of my agency who may be deputed',
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
  make(
    '/api/deputations',
    { operationId: 'makeDeputation', summary: 'Let a person act in a post for a time', body: MakeDeputation },
    (trx, ask, { body }) => depute(trx, ask, body),
  )
  act(
    'POST',
    '/api/deputations/:id/revoke',
    { operationId: 'revokeDeputation', summary: 'End a deputation immediately', body: Type.Object({}), answer: Made },
    revokeDeputation,
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
    async (request) => ({
      rows: await listRoles(db, actorOf(request), today()),
      unheld: await unheldRights(db, today()),
    }),
  )
  change(
    'PUT',
    '/api/roles/:role',
    {
      operationId: 'changeRole',
      summary: 'Change what a role sees and may do',
      params: Type.Object({ role: RoleKey }),
      body: ChangeRole,
    },
    (trx, ask, { body }) => changeRole(trx, ask, body),
  )

  // The code is in the body, not in the address: addresses are written into logs.
  app.post(
    '/api/invitation',
    {
      config: { open: true },
      schema: {
        operationId: 'getInvitation',
        summary: 'The person an invitation is for',
        tags: ['sign-in'],
        security: [],
        body: InvitationCode,
        response: { 200: Invited },
      },
    },
    async (request) => {
      const { userId: _, ...invited } = await findInvited(db, request.body.code, clock.now())
      return invited
    },
  )
  // By hand: no user is signed in yet under whom a key could be stored. The code is used up.
  app.post(
    '/api/invitation/accept',
    {
      config: { open: true },
      schema: {
        operationId: 'acceptInvitation',
        summary: 'Set the password with an invitation, which is used up',
        tags: ['sign-in'],
        security: [],
        body: AcceptInvitation,
        response: { 200: Type.Object({ email: Type.String() }) },
      },
    },
    (request) => db.transaction().execute((trx) => accept(trx, { now: clock.now() }, request.body, { config })),
  )
}
