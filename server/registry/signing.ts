import { createHash, randomBytes, type X509Certificate } from 'node:crypto'
import { sql } from 'kysely'
import { type Actor, signatureOf } from '../platform/actor.ts'
import { record } from '../platform/audit.ts'
import { type Blobs, getBlob, putBlob } from '../platform/blobs.ts'
import { dayInVietnam, daysBetween, formatDay } from '../platform/calendar.ts'
import type { Ask, AskToMake } from '../platform/change.ts'
import { type Handle, type Transaction, toJson } from '../platform/db.ts'
import { Conflict, Forbidden, Invalid, NotFound, wrong } from '../platform/errors.ts'
import { hasRight } from '../platform/rights.ts'
import { readCertificate } from '../platform/signature/certificate.ts'
import { algorithmOfChain, certificateOf, demandInTime, orderChain } from '../platform/signature/key-chain.ts'
import { readPkcs12 } from '../platform/signature/pkcs12.ts'
import { KEY_WORDS, type KeyReason, KeyRefused } from '../platform/signature/words-keys.ts'
import { certificatesIn } from '../platform/signature-settings.ts'
import type { UploadedFile } from '../platform/upload.ts'
import { checkVersion } from '../platform/version.ts'
import type { RegistryDb } from './db.ts'
import { providerNamed, type Secret, type SigningConfig, sealSecret, tokensNamed, type Way } from './signing-key.ts'
import { pngProblem } from './signing-picture.ts'
import type { EndSigningIdentity, NewSigningIdentity, SigningIdentities, SigningIdentity } from './signing-shapes.ts'
import { findAgencyLatest } from './store.ts'

/** An agency's seal is kept by those who manage the agency: all of them, or the own. */
export function mayKeepSeal(actor: Actor, agencyId: number): boolean {
  if (actor.personId === null) return false
  return hasRight(actor, 'registry.keep') || (hasRight(actor, 'people.keepOwn') && actor.own.includes(agencyId))
}

const mayKeepOf = (actor: Actor, row: { person_id: number | null; agency_id: number | null }): boolean =>
  row.agency_id === null ? row.person_id === actor.personId : mayKeepSeal(actor, row.agency_id)

/** Where the fault lies among the fields of the form. */
const FIELD_OF: Partial<Record<KeyReason, string>> = {
  'pkcs12.password': 'password',
  'token.pin': 'pin',
  'provider.pin': 'pin',
  'token.absent': 'token',
  'provider.absent': 'credential',
  'identity.library': 'library',
  'identity.provider': 'provider',
}

/** A refusal of a key as a refusal of the request, its sentence and its field. */
export function asInvalid(error: unknown): never {
  if (!(error instanceof KeyRefused)) throw error
  const { vi: message } = KEY_WORDS[error.reason]
  const refused = { code: `signing.${error.reason.replace('.', '_')}` }
  const path = FIELD_OF[error.reason] ?? 'file'
  throw new Invalid(refused.code, message, { fields: [{ path, code: refused.code, message }], cause: error })
}

interface Material {
  chain: readonly Uint8Array[]
  way: Way
  secret: Secret | null
}

/** Opens the key once, so that what is kept is known to work. Throws `KeyRefused`, or `Invalid` for what is missing. */
async function materialOf(
  input: NewSigningIdentity & { file: UploadedFile | undefined },
  now: Date,
  config: SigningConfig,
): Promise<Material> {
  const { kind, file, password, pin, keepsPin } = input
  const secret = keepsPin && pin !== undefined ? { pin } : null
  switch (kind) {
    case 'pkcs12': {
      if (!file) throw wrong('file', 'signing.no_file', 'Hãy chọn tệp khóa .p12 hoặc .pfx.')
      const { chain } = await readPkcs12(file.bytes, password ?? '', now)
      return { chain, way: {}, secret: { file: file.bytes.toString('base64'), password: password ?? '' } }
    }
    case 'device': {
      if (!file)
        throw wrong('file', 'signing.no_certificate', 'Hãy chọn tệp chứng thư số (.cer, .crt, .pem) của thiết bị.')
      return { chain: chainIn(file.bytes), way: {}, secret: null }
    }
    case 'pkcs11': {
      const { library, token, tokenSerial: serial, key } = input
      if (token === undefined) throw wrong('token', 'signing.no_token', 'Hãy ghi tên (nhãn) của thiết bị ký.')
      if (key === undefined) throw wrong('key', 'signing.no_key_id', 'Hãy ghi mã khóa (CKA_ID) dạng thập lục phân.')
      if (pin === undefined)
        throw wrong('pin', 'signing.no_pin', 'Hãy nhập mã PIN để kiểm tra khóa; có thể không lưu lại.')
      const given = file ? { chain: chainIn(file.bytes) } : {}
      const named = { token, key, pin, ...(serial === undefined ? {} : { serial }), ...given }
      const opened = await tokensNamed(config, library).open(named)
      try {
        // A certificate given by hand may be of another key: one signature shows it.
        await opened.sign([randomBytes(opened.algorithm === 'ecdsa-sha384' ? 48 : 32)])
      } finally {
        await opened.close?.()
      }
      const { key: _, pin: __, chain: ___, ...rest } = { ...named, chain: undefined }
      return { chain: opened.chain, way: { library, key, ...rest } as Way, secret }
    }
    case 'csc': {
      const { provider, credential } = input
      if (credential === undefined) {
        throw wrong('credential', 'signing.no_credential', 'Hãy ghi mã chứng thư tại nhà cung cấp dịch vụ ký.')
      }
      const { chain } = await providerNamed(config, provider).credential(credential)
      return { chain, way: { provider, credential } as Way, secret }
    }
  }
}

function chainIn(bytes: Uint8Array): readonly Uint8Array[] {
  let found: Uint8Array[]
  try {
    found = certificatesIn(bytes)
  } catch (cause) {
    throw new KeyRefused('certificate.unreadable', 'the file holds no certificate', { cause })
  }
  // The one that issued none of the others is the holder's own, in whatever order they stand.
  const read = found.map(certificateOf)
  const own = read.find((one) => !read.some((other) => other !== one && other.issuer === one.subject)) ?? read[0]
  if (!own) throw new KeyRefused('certificate.missing', 'the file holds no certificate')
  return orderChain(own.raw, found)
}

/** The days it may be used on: within the certificate's own. */
function termOf(
  { from, to }: NewSigningIdentity,
  certificate: X509Certificate,
  today: string,
): { from: string; to: string } {
  const [first, last] = [certificate.validFromDate, certificate.validToDate].map((date) =>
    dayInVietnam(date.toISOString()),
  )
  const begins = from ?? today
  const ends = to ?? last ?? today
  if (first !== undefined && begins < first) {
    throw wrong(
      'from',
      'signing.before_certificate',
      `Chứng thư số có hiệu lực từ ngày ${formatDay(first)}. Hãy chọn từ ngày đó.`,
    )
  }
  if (last !== undefined && ends > last) {
    throw wrong(
      'to',
      'signing.after_certificate',
      `Chứng thư số hết hạn ngày ${formatDay(last)}. Hãy chọn đến ngày đó.`,
    )
  }
  if (ends < begins) throw wrong('to', 'signing.ends_before', 'Ngày cuối không được trước ngày đầu.')
  return { from: begins, to: ends }
}

/** Adds a key of the actor, or of an agency they keep. The key is opened once; its secret is sealed and never shown again. */
export async function addSigningIdentity(
  trx: Transaction<RegistryDb>,
  { actor, now }: AskToMake,
  input: NewSigningIdentity & { file: UploadedFile | undefined },
  { config }: { config: SigningConfig },
): Promise<number> {
  const owner = await ownerFor(trx, actor, input.agencyId)
  const at = new Date(now.epochMilliseconds)
  const { chain, way, secret } = await materialOf(input, at, config).catch(asInvalid)
  const { certificate, algorithm } = checkedChain(chain, at)
  const { from, to } = termOf(input, certificate, dayInVietnam(now))
  const own = readCertificate(certificate.raw)
  const fingerprint = createHash('sha256').update(certificate.raw).digest()
  const stamp = { at: now.toString(), by: signatureOf(actor) }
  const { signing_identity_id: id } = await trx
    .insertInto('registry.signing_identity')
    .values({
      ...owner,
      key_kind: input.kind,
      chain: sql<Buffer[]>`${chain.map((one) => Buffer.from(one))}::bytea[]`,
      fingerprint,
      algorithm,
      serial: own.serial,
      subject: own.subject.text,
      holder: own.subject.commonName ?? own.subject.text,
      issuer: own.issuer.commonName ?? own.issuer.text,
      not_before: own.notBefore.toISOString(),
      not_after: own.notAfter.toISOString(),
      way: toJson(way),
      sealed: secret && sealSecret(config, secret, fingerprint),
      valid: sql<string>`daterange(${from}::date, ${to}::date + 1)`,
      made_at: stamp.at,
      made_by: stamp.by,
      changed_at: stamp.at,
      changed_by: stamp.by,
    })
    .returning('signing_identity_id')
    .executeTakeFirstOrThrow()
  await record(trx, actor, 'signing.added', {
    subject: subjectOf(owner),
    at: stamp.at,
    after: { identityId: id, kind: input.kind, holder: own.subject.commonName, serial: own.serial, from, to },
  })
  return id
}

function checkedChain(chain: readonly Uint8Array[], at: Date) {
  try {
    const { algorithm } = algorithmOfChain(chain)
    demandInTime(chain, at)
    return { certificate: certificateOf(chain[0] ?? new Uint8Array()), algorithm }
  } catch (error) {
    return asInvalid(error)
  }
}

const subjectOf = ({ person_id, agency_id }: { person_id: number | null; agency_id: number | null }) =>
  agency_id === null ? { kind: 'person', id: person_id ?? 0 } : { kind: 'agency', id: agency_id }

async function ownerFor(db: Handle<RegistryDb>, actor: Actor, agencyId: number | undefined) {
  if (agencyId === undefined) {
    if (actor.personId === null)
      throw new Forbidden('signing.by_people', 'Chữ ký số là của người hoặc cơ quan; hệ thống kết nối không có.')
    return { person_id: actor.personId, agency_id: null }
  }
  if (!(await findAgencyLatest(db, agencyId)))
    throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  if (!mayKeepSeal(actor, agencyId)) throw notYours()
  return { person_id: null, agency_id: agencyId }
}

const notYours = () =>
  new Forbidden('signing.not_yours', 'Con dấu số của cơ quan do quản trị danh mục hoặc đầu mối của cơ quan đó giữ.')
const notThere = () => new NotFound('signing.not_found', 'Không tìm thấy chữ ký số này.')

/** Locks a key to change it: another person's does not exist, an agency's is 403 for those who do not keep it. */
async function toKeep(trx: Transaction<RegistryDb>, { actor, id, version }: Ask) {
  const row = await trx
    .selectFrom('registry.signing_identity')
    .selectAll()
    .where('signing_identity_id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row || (row.agency_id === null && row.person_id !== actor.personId)) throw notThere()
  if (!mayKeepOf(actor, row)) throw notYours()
  checkVersion(version, row.version, { by: row.changed_by, at: row.changed_at })
  if (row.end_kind !== null) throw new Conflict('signing.ended', 'Chữ ký số này đã kết thúc nên không sửa được.')
  return row
}

/** Sets the picture of the signature or seal: a transparent PNG (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export async function setSigningPicture(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  { bytes }: { bytes: Uint8Array },
  { blobs }: { blobs: Blobs },
): Promise<number> {
  const row = await toKeep(trx, ask)
  const problem = pngProblem(bytes)
  if (problem) throw wrong('file', 'signing.picture', problem)
  const { sha256 } = await putBlob(trx, blobs, bytes, 'image/png')
  const version = await touch(trx, ask, { picture_sha256: Buffer.from(sha256, 'hex') })
  await record(trx, ask.actor, 'signing.pictureSet', {
    subject: subjectOf(row),
    at: ask.now.toString(),
    after: { identityId: ask.id, sha256 },
  })
  return version
}

/** Ends a key: it signs no more, and its secret is given up. What it signed stays. */
export async function endSigningIdentity(
  trx: Transaction<RegistryDb>,
  ask: Ask,
  { kind, reason }: EndSigningIdentity,
): Promise<number> {
  const row = await toKeep(trx, ask)
  const at = ask.now.toString()
  const version = await touch(trx, ask, {
    sealed: null,
    end_kind: kind,
    end_reason: reason.trim(),
    ended_at: at,
    ended_by: signatureOf(ask.actor),
  })
  await record(trx, ask.actor, 'signing.ended', {
    subject: subjectOf(row),
    at,
    after: { identityId: ask.id, kind, serial: row.serial },
    detail: { reason: reason.trim() },
  })
  return version
}

async function touch(trx: Transaction<RegistryDb>, { actor, id, now }: Ask, set: object): Promise<number> {
  const { version } = await trx
    .updateTable('registry.signing_identity')
    .set({ ...set, version: sql<number>`version + 1`, changed_at: now.toString(), changed_by: signatureOf(actor) })
    .where('signing_identity_id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The keys of a person, who sees their own only, or of an agency, whose certificates everyone may see. */
export async function listSigningIdentities(
  db: Handle<RegistryDb>,
  actor: Actor,
  agencyId: number | undefined,
  { config, now }: { config: SigningConfig; now: Temporal.Instant },
): Promise<SigningIdentities> {
  if (agencyId !== undefined && !(await findAgencyLatest(db, agencyId))) {
    throw new NotFound('registry.no_such_agency', 'Không tìm thấy cơ quan này.')
  }
  const today = dayInVietnam(now)
  const rows = await db
    .selectFrom('registry.signing_identity')
    .selectAll()
    .select([sql<string>`lower(valid)`.as('from'), sql<string>`upper(valid) - 1`.as('to')])
    .where(agencyId === undefined ? 'person_id' : 'agency_id', '=', agencyId ?? actor.personId ?? 0)
    .orderBy(sql`end_kind is not null`)
    .orderBy(sql`lower(valid)`, 'desc')
    .orderBy('signing_identity_id', 'desc')
    .execute()
  const mayAdd = agencyId === undefined ? actor.personId !== null : mayKeepSeal(actor, agencyId)
  return {
    mayAdd,
    libraries: mayAdd ? [...config.signature.tokenLibraries.keys()] : [],
    providers: mayAdd ? config.signature.providers.map(({ name }) => name) : [],
    identities: rows.map((row): SigningIdentity => {
      const { library, token, provider, credential } = row.way as Way
      const place = token === undefined ? provider && `${provider}: ${credential}` : `${library}: ${token}`
      const inTerm = today < row.from ? 'later' : today > row.to ? 'over' : 'inForce'
      return {
        id: row.signing_identity_id,
        personId: row.person_id,
        agencyId: row.agency_id,
        kind: row.key_kind,
        holder: row.holder,
        subject: row.subject,
        issuer: row.issuer,
        serial: row.serial,
        fingerprint: row.fingerprint.toString('hex'),
        algorithm: row.algorithm,
        notBefore: row.not_before,
        notAfter: row.not_after,
        daysLeft: daysBetween(today, dayInVietnam(row.not_after)),
        from: row.from,
        to: row.to,
        state: row.end_kind ?? inTerm,
        asksPin: row.key_kind !== 'device' && row.sealed === null && row.end_kind === null,
        place: mayAdd ? (place ?? null) : null,
        hasPicture: row.picture_sha256 !== null,
        endReason: row.end_reason,
        endedAt: row.ended_at,
        endedBy: row.ended_by,
        mayKeep: mayKeepOf(actor, row) && row.end_kind === null,
        version: row.version,
      }
    }),
  }
}

/** The picture, for those who may see the key. */
export async function signingPicture(db: Handle<RegistryDb>, blobs: Blobs, actor: Actor, id: number) {
  const row = await db
    .selectFrom('registry.signing_identity')
    .select(['person_id', 'agency_id', 'picture_sha256'])
    .where('signing_identity_id', '=', id)
    .executeTakeFirst()
  if (!row || (row.agency_id === null && row.person_id !== actor.personId) || row.picture_sha256 === null)
    throw notThere()
  // The picture of a seal could be pasted anywhere: only its keepers get it.
  if (!mayKeepOf(actor, row)) throw notYours()
  const { bytes, mediaType } = await getBlob(db, blobs, row.picture_sha256.toString('hex'))
  return { bytes, mediaType, fileName: row.agency_id === null ? 'chu-ky.png' : 'con-dau.png' }
}
