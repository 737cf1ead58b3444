import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import { changes } from '../platform/change.ts'
import type { Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Id, IdParams } from '../platform/shapes.ts'
import { etag } from '../platform/version.ts'
import type { RegistryDb } from './db.ts'
import { listFollowers, setFollowings } from './following.ts'
import { invite } from './invite.ts'
import { changePerson, closePerson, enrol, letIn, reopenPerson } from './person.ts'
import { listPeople, showPerson } from './person-detail.ts'
import {
  Added,
  AddedPerson,
  AddPerson,
  ChangePerson,
  EndPost,
  FollowerList,
  FollowerQuery,
  GivePost,
  InvitedAgain,
  PeopleList,
  PeopleQuery,
  Person,
  SetFollowings,
  SettleReset,
} from './person-shapes.ts'
import { endPost, givePost } from './post.ts'
import { invitePerson, settleReset } from './reset.ts'

const tags = ['people']
const Nothing = Type.Object({})

/** People, their sign-ins and posts, managed by those who have the right. */
export function personRoutes(app: App, deps: Deps): void {
  const { db, clock } = deps
  const { change } = changes(app, deps, ...tags)
  const when = () => ({ now: clock.now(), today: todayInVietnam(clock) })

  app.get(
    '/api/people',
    {
      schema: {
        operationId: 'listPeople',
        summary: 'People with their posts, by given name',
        description: 'All of them, those with a post in the own agencies, or the members of the Task Force.',
        tags,
        querystring: PeopleQuery,
        response: { 200: PeopleList },
      },
    },
    (request) => listPeople(db, actorOf(request), request.query, when()),
  )

  app.get(
    '/api/followers',
    {
      schema: {
        operationId: 'listFollowers',
        summary: 'Who follows which agencies on a day, to choose from',
        description: 'Only people who follow an agency that the signed-in person may see.',
        tags,
        querystring: FollowerQuery,
        response: { 200: FollowerList },
      },
    },
    (request) => listFollowers(db, actorOf(request), request.query.on ?? todayInVietnam(clock)),
  )

  // By hand: the added person is stored under the Idempotency-Key, the code of the invitation is not. A caller who
  // missed the answer invites again.
  app.post(
    '/api/people',
    {
      schema: {
        operationId: 'addPerson',
        summary: 'Add a person with a first post, and invite them to set a password',
        tags,
        body: AddPerson,
        response: { 201: AddedPerson },
      },
    },
    async (request, reply) => {
      const ask = { actor: actorOf(request), now: clock.now() }
      const added = await db.transaction().execute(async (trx) => {
        let isNew = false
        const { id, userId } = await idempotent(trx, ask.actor, idempotencyKey(request), () => {
          isNew = true
          return enrol(trx, ask, request.body)
        })
        const invitation = isNew ? await invite(trx, ask, await signInOf(trx, id, userId), deps) : null
        return { id, version: 1, invitation }
      })
      etag(reply, added.version)
      return reply.code(201).send(added)
    },
  )

  app.get(
    '/api/people/:id',
    {
      schema: { operationId: 'getPerson', summary: 'One person', tags, params: IdParams, response: { 200: Person } },
    },
    async (request, reply) => {
      const person = await showPerson(db, actorOf(request), request.params.id, when())
      etag(reply, person.version)
      return person
    },
  )

  const person = '/api/people/:id'
  change(
    'PATCH',
    person,
    { operationId: 'changePerson', summary: 'Change name and address', body: ChangePerson },
    (trx, ask, { body }) => changePerson(trx, ask, body, Boolean(deps.config.mail)),
  )
  change(
    'POST',
    `${person}/invitation`,
    {
      operationId: 'invitePerson',
      summary: 'Invite them to set their own password',
      body: Nothing,
      answer: InvitedAgain,
      isSecret: true,
    },
    (trx, ask) => invitePerson(trx, ask, deps),
  )
  change(
    'POST',
    `${person}/reset`,
    {
      operationId: 'settleReset',
      summary: 'As a second administrator, approve or refuse a new password for them',
      body: SettleReset,
      answer: InvitedAgain,
      isSecret: true,
    },
    (trx, ask, { body }) => settleReset(trx, ask, body, deps),
  )
  change(
    'POST',
    `${person}/close`,
    { operationId: 'closePerson', summary: 'Close the sign-in', body: Nothing },
    closePerson,
  )
  change(
    'POST',
    `${person}/reopen`,
    { operationId: 'reopenPerson', summary: 'Reopen a closed sign-in', body: Nothing },
    reopenPerson,
  )
  change(
    'POST',
    `${person}/clear-second-factors`,
    { operationId: 'clearSecondFactors', summary: 'Remove second factors their owner lost', body: Nothing },
    letIn,
  )
  change(
    'POST',
    `${person}/posts`,
    { operationId: 'givePost', summary: 'Give another post', body: GivePost, answer: Added },
    (trx, ask, { body }) => givePost(trx, ask, body),
  )
  change(
    'POST',
    `${person}/posts/:postId/end`,
    {
      operationId: 'endPost',
      summary: 'End a post after its last day',
      params: Type.Object({ id: Id, postId: Id }),
      body: EndPost,
    },
    (trx, ask, { params: { postId }, body }) => endPost(trx, ask, { ...body, postId }),
  )
  change(
    'PUT',
    `${person}/followings`,
    {
      operationId: 'setFollowings',
      summary: 'Set which agencies a member of the Task Force or a follow-up officer follows, from a day on',
      body: SetFollowings,
    },
    (trx, ask, { body }) => setFollowings(trx, ask, body),
  )
}

async function signInOf(trx: Transaction<RegistryDb>, id: number, userId: string) {
  const user = await trx
    .selectFrom('platform.user_card')
    .select(['name', 'email'])
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  return { id, userId, ...user }
}
