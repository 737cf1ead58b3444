import { Type } from 'typebox'
import { actorOf } from '../platform/actor.ts'
import { sendDownload } from '../platform/attachment.ts'
import { changes } from '../platform/change.ts'
import { inputOf } from '../platform/http/form-input.ts'
import type { App } from '../platform/http/server.ts'
import type { Deps } from '../platform/room.ts'
import { IdParams } from '../platform/shapes.ts'
import { fileIn } from '../platform/upload.ts'
import {
  addSigningIdentity,
  endSigningIdentity,
  listSigningIdentities,
  setSigningPicture,
  signingPicture,
} from './signing.ts'
import { EndSigningIdentity, NewSigningIdentity, SigningIdentities } from './signing-shapes.ts'

const tags = ['signing']
const keyIn = inputOf('key', NewSigningIdentity)

/** Keys that sign: a person's own, and the seals of agencies. Their secrets go in and never come out. */
export function signingRoutes(app: App, deps: Deps): void {
  const { db, clock, blobs, config } = deps
  const { change, make } = changes(app, deps, ...tags)

  app.get(
    '/api/me/signing-identities',
    {
      schema: {
        operationId: 'listMySigningIdentities',
        summary: 'My keys that sign',
        tags,
        response: { 200: SigningIdentities },
      },
    },
    (request) => listSigningIdentities(db, actorOf(request), undefined, { config, now: clock.now() }),
  )
  app.get(
    '/api/agencies/:id/signing-identities',
    {
      schema: {
        operationId: 'listAgencySigningIdentities',
        summary: 'The keys of an agency’s seal',
        tags,
        params: IdParams,
        response: { 200: SigningIdentities },
      },
    },
    (request) => listSigningIdentities(db, actorOf(request), request.params.id, { config, now: clock.now() }),
  )
  make(
    '/api/signing-identities',
    {
      operationId: 'addSigningIdentity',
      summary: 'Add a key of your own, or of an agency you keep; it is opened once',
      description:
        'A form: the field "key" is JSON; the file is the .p12 or .pfx file, or the certificates of a token or device. The secret is sealed and never shown.',
      consumes: ['multipart/form-data', 'application/json'],
      options: { bodyLimit: 2 * 1024 * 1024 },
      // The fingerprint of a request could be tried for its PIN. A repeated one is refused: the days are taken.
      isSecret: true,
    },
    (trx, ask, { form }) => addSigningIdentity(trx, ask, { ...keyIn(form), file: form.file }, { config }),
  )
  const one = '/api/signing-identities/:id'
  change(
    'POST',
    `${one}/picture`,
    {
      operationId: 'setSigningPicture',
      summary: 'Set the picture of a signature or seal',
      description: 'multipart/form-data with one `file`: a PNG with a transparent ground, up to 1 MB.',
      consumes: ['multipart/form-data'],
    },
    (trx, ask, { form }) =>
      setSigningPicture(trx, ask, fileIn(form, 'signing.no_picture', 'Hãy chọn ảnh PNG của chữ ký hoặc con dấu.'), {
        blobs,
      }),
  )
  app.get(
    `${one}/picture`,
    {
      schema: {
        operationId: 'getSigningPicture',
        summary: 'The picture of a signature or seal, for those who keep it',
        tags,
        params: IdParams,
        produces: ['application/octet-stream'],
        response: { 200: Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' }) },
      },
    },
    async (request, reply) => sendDownload(reply, await signingPicture(db, blobs, actorOf(request), request.params.id)),
  )
  change(
    'POST',
    `${one}/end`,
    { operationId: 'endSigningIdentity', summary: 'End a key; it signs no more', body: EndSigningIdentity },
    (trx, ask, { body }) => endSigningIdentity(trx, ask, body),
  )
}
