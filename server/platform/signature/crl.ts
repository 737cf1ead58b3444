/** Lists of revoked certificates (RFC 5280 5), read. They may be very long: entries are passed over, not kept. */
import { isSignedBy, type Scheme, schemeOf } from './algorithms.ts'
import { type Certificate, extensionsOf, publicKeyOf, urlsOf } from './certificate.ts'
import { Cursor, readDer, TAG, toHex, Unreadable, type Value } from './der.ts'
import { type Name, nameOf, OID } from './names.ts'

const MAX_CRL = 64 * 1024 * 1024

export interface Crl {
  issuer: Name
  thisUpdate: Date
  nextUpdate: Date | null
  /** `revokedCertificates`, as they stand. */
  entries: Uint8Array
  scheme: Scheme
  signed: Uint8Array
  signature: Uint8Array
  authorityKeyId: string | null
  /** Since when ended certificates stay on it. */
  expiredSince: Date | null
  /** For which certificates it is, if not for all of the issuer's. */
  scope: Scope | null
  /** Why it cannot be used at all: it is a part of another list, or has critical extensions nobody knows here. */
  unusable: string | null
}

interface Scope {
  users: boolean
  authorities: boolean
  /** Addresses of this part of the list; empty if it is not a part. */
  urls: readonly string[]
}

export interface CrlEntry {
  at: Date
  reason: number | null
  /** When the key is thought to have been lost. */
  invalidFrom: Date | null
}

const lists = new WeakMap<Uint8Array, Crl>()

/** @throws Unreadable */
export function readCrl(bytes: Uint8Array): Crl {
  const known = lists.get(bytes)
  if (known !== undefined) return known
  if (bytes.length > MAX_CRL) throw new Unreadable('crl.unreadable', `CRL of ${bytes.length} bytes`)
  const outer = readDer(bytes).as(TAG.sequence)
  const toBeSigned = outer.at(0).as(TAG.sequence)
  const fields = [...toBeSigned.children]
  if (fields[0]?.tag === TAG.integer) fields.shift()
  const [algorithm, issuer, thisUpdate, ...rest] = fields
  if (thisUpdate === undefined) throw new Unreadable('crl.unreadable', 'CRL without a time')
  const isTime = ({ tag }: Value) => tag === TAG.utcTime || tag === TAG.generalizedTime
  const nextUpdate = rest[0] && isTime(rest[0]) ? rest.shift()! : null
  const entries = rest.find(({ tag }) => tag === TAG.sequence)
  const crl: Crl = {
    issuer: nameOf(issuer!),
    thisUpdate: thisUpdate.time(),
    nextUpdate: nextUpdate?.time() ?? null,
    entries: entries?.content ?? new Uint8Array(),
    scheme: schemeOf(algorithm!),
    signed: toBeSigned.bytes,
    signature: outer.at(2).bits(),
    authorityKeyId: null,
    expiredSince: null,
    scope: null,
    unusable: null,
  }
  const extensions = rest.find(({ tag }) => tag === 0xa0)
  if (extensions !== undefined) addExtensions(crl, extensions.at(0))
  lists.set(bytes, crl)
  return crl
}

function addExtensions(crl: Crl, list: Value): void {
  for (const { identifier, isCritical, bytes } of extensionsOf(list)) {
    if (identifier === OID.authorityKeyId) {
      const keyId = readDer(bytes).children.find(({ tag }) => tag === 0x80)
      crl.authorityKeyId = keyId === undefined ? null : toHex(keyId.content)
    } else if (identifier === OID.expiredCertsOnCrl) crl.expiredSince = readDer(bytes).time()
    else if (identifier === OID.deltaCrl) crl.unusable = 'delta'
    else if (identifier === OID.issuingDistributionPoint) addScope(crl, readDer(bytes))
    else if (isCritical && identifier !== OID.crlNumber) crl.unusable = identifier
  }
}

/** `IssuingDistributionPoint`. Lists for some reasons only, or of several issuers, are not used. */
function addScope(crl: Crl, point: Value): void {
  const isSet = (tag: number) => point.children.some((each) => each.tag === tag && each.content[0] !== 0)
  if (isSet(0x84)) crl.unusable = 'indirect'
  else if (isSet(0x85)) crl.unusable = 'attributes'
  else if (point.children.some(({ tag }) => tag === 0x83)) crl.unusable = 'reasons'
  const names = point.children.filter(({ tag }) => tag === 0xa0).flatMap(({ children }) => children)
  const urls = urlsOf(names.filter(({ tag }) => tag === 0xa0).flatMap(({ children }) => children))
  if (names.length > 0 && urls.length === 0) crl.unusable = 'place'
  crl.scope = { users: !isSet(0x82), authorities: !isSet(0x81), urls }
}

/** Whether the list is one that this certificate would stand on. */
export function isAbout(crl: Crl, certificate: Certificate): boolean {
  const { scope } = crl
  if (crl.unusable !== null || crl.issuer.key !== certificate.issuer.key) return false
  if (scope === null) return true
  if (!(certificate.isAuthority ? scope.authorities : scope.users)) return false
  return scope.urls.length === 0 || scope.urls.some((url) => certificate.crlUrls.includes(url))
}

const signers = new WeakMap<Crl, WeakMap<Certificate, boolean>>()

/** Whether the issuer signed the list, and may. Asked once for each pair. */
export function isCrlBy(crl: Crl, issuer: Certificate): boolean {
  let answers = signers.get(crl)
  if (answers === undefined) {
    answers = new WeakMap()
    signers.set(crl, answers)
  }
  let answer = answers.get(issuer)
  if (answer === undefined) {
    const key = publicKeyOf(issuer)
    answer =
      key !== null &&
      crl.issuer.key === issuer.subject.key &&
      issuer.keyUsage?.crlSign !== false &&
      isSignedBy(key, crl.scheme, crl.signed, crl.signature)
    answers.set(issuer, answer)
  }
  return answer
}

/** The entry of a serial number (hexadecimal); null if it is not on the list. One pass, nothing kept. @throws Unreadable */
export function entryOf(crl: Crl, serial: string): CrlEntry | null {
  const wanted = Buffer.from(serial, 'hex')
  const { entries } = crl
  const list = new Cursor(entries)
  while (list.next()) {
    const inside = new Cursor(entries, list.from, list.end)
    if (!inside.next() || inside.tag !== TAG.integer) throw new Unreadable('crl.unreadable', 'entry without a serial')
    if (inside.end - inside.from !== wanted.length) continue
    if (wanted.compare(entries, inside.from, inside.end) === 0) return readEntry(entries.subarray(list.start, list.end))
  }
  return null
}

/** An entry that is for certificates of another issuer (a critical extension) is refused with its list, as `indirect`. */
function readEntry(bytes: Uint8Array): CrlEntry {
  const [, at, list] = readDer(bytes).as(TAG.sequence).children
  if (at === undefined) throw new Unreadable('crl.unreadable', 'entry without a time')
  const entry: CrlEntry = { at: at.time(), reason: null, invalidFrom: null }
  for (const { identifier, isCritical, bytes: value } of list === undefined ? [] : extensionsOf(list)) {
    if (identifier === OID.reasonCode) entry.reason = readDer(value).small()
    else if (identifier === OID.invalidityDate) entry.invalidFrom = readDer(value).time()
    else if (isCritical) throw new Unreadable('crl.unreadable', `entry with critical extension ${identifier}`)
  }
  return entry
}
