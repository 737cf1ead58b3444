import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { todayInVietnam } from '../platform/calendar.ts'
import type { Transaction } from '../platform/db.ts'
import type { App } from '../platform/http/server.ts'
import { idempotencyKey, idempotent } from '../platform/idempotency.ts'
import type { Deps } from '../platform/room.ts'
import { Changed, Id, IdParams } from '../platform/shapes.ts'
import { etag, ifMatch } from '../platform/version.ts'
import type { RegistryDb } from './db.ts'
import { setFollowings } from './following.ts'
import { invite, invitePerson } from './invite.ts'
import { changePerson, closePerson, enrol, letIn, reopenPerson } from './person.ts'
import type { PersonAsk } from './person-access.ts'
import { listPeople, showPerson } from './person-detail.ts'
import {
  Added,
  AddedPerson,
  AddPerson,
  ChangePerson,
  EndPost,
  GivePost,
  Invitation,
  PeopleList,
  PeopleQuery,
  Person,
  SetFollowings,
} from './person-shapes.ts'
import { endPost, givePost } from './post.ts'

const tags = ['people']
const Nothing = Type.Object({})

/** People, their sign-ins and posts, kept by those whose right it is. */
export function personRoutes(app: App, { db, clock, config }: Deps): void {
  const when = () => ({ now: clock.now(), today: todayInVietnam(clock) })
  const change = async <T extends { version: number }>(
    request: FastifyRequest,
    reply: FastifyReply,
    id: number,
    act: (trx: Transaction<RegistryDb>, ask: PersonAsk) => Promise<T>,
  ): Promise<T> => {
    const ask = { actor: actorOf(request), id, version: ifMatch(request), ...when() }
    const done = await db.transaction().execute((trx) => act(trx, ask))
    etag(reply, done.version)
    return done
  }
  const versioned = async (version: Promise<number>) => ({ version: await version })
  const schema = <Body extends TSchema, Done extends TSchema>(
    operationId: string,
    summary: string,
    body: Body,
    done: Done,
  ) => ({ schema: { operationId, summary, tags, params: IdParams, body, response: { 200: done } } })

  app.get(
    '/api/people',
    {
      schema: {
        operationId: 'listPeople',
        summary: 'People with their posts, by given name',
        description: 'All of them, those with a post in the own bodies, or the members of the Task Force.',
        tags,
        querystring: PeopleQuery,
        response: { 200: PeopleList },
      },
    },
    (request) => listPeople(db, actorOf(request), request.query, when()),
  )

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
      const ask = { actor: actorOf(request), ...when() }
      const { body } = request
      const key = idempotencyKey(request)
      const added = await db.transaction().execute(async (trx) => {
        let isNew = false
        const { id, userId } = await idempotent(trx, ask.actor, key, () => {
          isNew = true
          return enrol(trx, ask, body)
        })
        // The code of an invitation is not kept for retries: whoever lost the answer sends another one.
        const invitation = isNew ? await invite(trx, ask, await signInOf(trx, id, userId), config) : null
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

  app.patch(
    '/api/people/:id',
    schema('changePerson', 'Change name and address', ChangePerson, Changed),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) => versioned(changePerson(trx, ask, request.body))),
  )
  app.post(
    '/api/people/:id/invitation',
    schema(
      'invitePerson',
      'Let them set their own password',
      Nothing,
      Type.Object({ ...Changed.properties, invitation: Invitation }),
    ),
    (request, reply) => change(request, reply, request.params.id, (trx, ask) => invitePerson(trx, ask, config)),
  )
  app.post('/api/people/:id/close', schema('closePerson', 'Close the sign-in', Nothing, Changed), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => versioned(closePerson(trx, ask))),
  )
  app.post(
    '/api/people/:id/reopen',
    schema('reopenPerson', 'Open a closed sign-in', Nothing, Changed),
    (request, reply) => change(request, reply, request.params.id, (trx, ask) => versioned(reopenPerson(trx, ask))),
  )
  app.post(
    '/api/people/:id/clear-second-factors',
    schema('clearSecondFactors', 'Take away second factors their owner lost', Nothing, Changed),
    (request, reply) => change(request, reply, request.params.id, (trx, ask) => versioned(letIn(trx, ask))),
  )
  app.post('/api/people/:id/posts', schema('givePost', 'Give one more post', GivePost, Added), (request, reply) =>
    change(request, reply, request.params.id, (trx, ask) => givePost(trx, ask, request.body)),
  )
  app.post(
    '/api/people/:id/posts/:postId/end',
    {
      schema: {
        ...schema('endPost', 'End a post after its last day', EndPost, Changed).schema,
        params: Type.Object({ id: Id, postId: Id }),
      },
    },
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) =>
        versioned(endPost(trx, ask, request.params.postId, request.body.on)),
      ),
  )
  app.put(
    '/api/people/:id/followings',
    schema('setFollowings', 'Which bodies a member of the Task Force follows, from a day on', SetFollowings, Changed),
    (request, reply) =>
      change(request, reply, request.params.id, (trx, ask) => versioned(setFollowings(trx, ask, request.body))),
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
