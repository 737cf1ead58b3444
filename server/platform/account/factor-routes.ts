import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { record } from '../audit.ts'
import { secretOf } from '../auth.ts'
import { Invalid } from '../errors.ts'
import { codeLimitsOf, forgiveGuess, giveBackGuess, limitAddress, takeGuess } from '../guessing.ts'
import type { App } from '../http/server.ts'
import { keyFor } from '../sealed.ts'
import { IdParams } from '../shapes.ts'
import { demandPassword } from './change-password.ts'
import { type AccountDeps, factorStateIn } from './deps.ts'
import { deviceOf, rememberDevice } from './known-device.ts'
import { addPasskey, beginPasskey, beginProof, proveByPasskey, removePasskey, siteOf } from './passkey.ts'
import {
  beginTotp,
  confirmTotp,
  demandMayEnrol,
  type FactorAsk,
  proveByCode,
  removeTotp,
  renewRecoveryCodes,
} from './second-factor.ts'
import { atWork, subjectOf } from './session.ts'
import {
  Challenged,
  Code,
  Codes,
  EnrolledShape,
  NewPasskey,
  PasskeyAnswer,
  PasswordAgain,
  TotpBegun,
} from './shapes.ts'

const tags = ['account']
const Done = Type.Null()
/** Codes tried are limited by user; this limit is for what costs us work. */
const A_MINUTE = 60

/**
 * Second factors: enrolling, proving, removing. The first two are open to a session that has not proved its second
 * factor yet. By hand, as `routes.ts` says.
 */
export function factorRoutes(app: App, { db, config }: AccountDeps): void {
  const key = keyFor(secretOf(config), 'totp')
  const isSecure = config.origin.startsWith('https:')
  const askOf = (request: FastifyRequest): FactorAsk => ({
    ...atWork(request),
    factorState: factorStateIn(request),
    key,
    now: Temporal.Now.instant(),
  })
  const proved = async (request: FastifyRequest, reply: FastifyReply) => {
    await rememberDevice(db, atWork(request).actor.userId, request, reply, isSecure)
    return reply.code(204).send(null)
  }

  /** Runs an act that checks a typed code; wrong ones count, and the one that exceeds the limit is logged. */
  const tryCode = async <T>(request: FastifyRequest, act: () => Promise<T>): Promise<T> => {
    const { actor } = atWork(request)
    const limits = await codeLimitsOf(db, actor.userId, deviceOf(request))
    const { isLast } = await takeGuess(db, limits)
    try {
      const done = await act()
      await forgiveGuess(db, limits)
      return done
    } catch (error) {
      if (!(error instanceof Invalid)) await giveBackGuess(db, limits)
      else if (isLast) {
        // Only a user who knows the password gets this far.
        await db
          .transaction()
          .execute((trx) => record(trx, actor, 'secondFactor.guessed', { subject: subjectOf(actor) }))
      }
      throw error
    }
  }

  app.post(
    '/api/second-factor/code',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'proveByCode',
        summary: 'Prove the second factor with a code of the app or a recovery code',
        tags,
        body: Code,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      await tryCode(request, () =>
        db.transaction().execute((trx) => proveByCode(trx, askOf(request), request.body.code)),
      )
      return proved(request, reply)
    },
  )

  app.post(
    '/api/second-factor/passkey/options',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'beginProofByPasskey',
        summary: 'What the browser needs to prove the second factor with a passkey',
        tags,
        response: { 200: Challenged },
      },
    },
    async (request) => {
      const at = atWork(request)
      await limitAddress(db, request.ip, 'passkey', A_MINUTE)
      return beginProof(db, at, siteOf(request, config))
    },
  )

  app.post(
    '/api/second-factor/passkey',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'proveByPasskey',
        summary: 'Prove the second factor with a passkey',
        tags,
        body: PasskeyAnswer,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const at = atWork(request)
      await limitAddress(db, request.ip, 'passkey', A_MINUTE)
      const site = siteOf(request, config)
      await db.transaction().execute((trx) => proveByPasskey(trx, at, site, request.body))
      return proved(request, reply)
    },
  )

  app.post(
    '/api/account/totp',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'beginTotp',
        summary: 'Start enrolling an authenticator app',
        tags,
        body: PasswordAgain,
        response: { 200: TotpBegun },
      },
    },
    async (request) => {
      const ask = askOf(request)
      demandMayEnrol(ask)
      await demandPassword(db, request, ask.actor.userId, request.body.password, 'password')
      return db.transaction().execute((trx) => beginTotp(trx, ask))
    },
  )

  app.post(
    '/api/account/totp/confirm',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'confirmTotp',
        summary: 'Finish enrolling with a first code of the app',
        tags,
        body: Code,
        response: { 200: EnrolledShape },
      },
    },
    (request) =>
      tryCode(request, () =>
        db.transaction().execute((trx) => confirmTotp(trx, askOf(request), request.body.code.replaceAll(/\s/g, ''))),
      ),
  )

  app.post(
    '/api/account/totp/remove',
    {
      schema: {
        operationId: 'removeTotp',
        summary: 'Remove the authenticator app',
        tags,
        body: PasswordAgain,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      const ask = askOf(request)
      await demandPassword(db, request, ask.actor.userId, request.body.password, 'password')
      await db.transaction().execute((trx) => removeTotp(trx, ask))
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/api/account/recovery-codes',
    {
      schema: {
        operationId: 'renewRecoveryCodes',
        summary: 'Make new recovery codes; the old ones become invalid',
        tags,
        body: PasswordAgain,
        response: { 200: Codes },
      },
    },
    async (request) => {
      const ask = askOf(request)
      await demandPassword(db, request, ask.actor.userId, request.body.password, 'password')
      return { recoveryCodes: await db.transaction().execute((trx) => renewRecoveryCodes(trx, ask)) }
    },
  )

  app.post(
    '/api/account/passkeys/options',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'beginPasskey',
        summary: 'What the browser needs to make a passkey',
        tags,
        body: PasswordAgain,
        response: { 200: Challenged },
      },
    },
    async (request) => {
      const ask = askOf(request)
      demandMayEnrol(ask)
      const site = siteOf(request, config)
      await demandPassword(db, request, ask.actor.userId, request.body.password, 'password')
      return beginPasskey(db, ask, site)
    },
  )

  app.post(
    '/api/account/passkeys',
    {
      config: { beforeProof: true },
      schema: {
        operationId: 'addPasskey',
        summary: 'Add the passkey that the browser made',
        tags,
        body: NewPasskey,
        response: { 201: EnrolledShape },
      },
    },
    async (request, reply) => {
      const ask = askOf(request)
      const site = siteOf(request, config)
      const enrolled = await db.transaction().execute((trx) => addPasskey(trx, ask, site, request.body))
      return reply.code(201).send(enrolled)
    },
  )

  app.delete(
    '/api/account/passkeys/:id',
    {
      schema: {
        operationId: 'removePasskey',
        summary: 'Remove a passkey',
        tags,
        params: IdParams,
        response: { 204: Done },
      },
    },
    async (request, reply) => {
      await db.transaction().execute((trx) => removePasskey(trx, askOf(request), request.params.id))
      return reply.code(204).send(null)
    },
  )
}
