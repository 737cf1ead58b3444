/** Signatures in XML, judged. */
import { hash as hashed } from 'node:crypto'
import { isSignedBy } from './algorithms.ts'
import { assess } from './assessment.ts'
import { type Certificate, holderOf, publicKeyOf } from './certificate.ts'
import type { Evidence, Trust } from './chain.ts'
import { integer, sequence } from './der.ts'
import { readableCertificates } from './signed-data.ts'
import { handOf } from './standing.ts'
import { judgeToken, type TimeStampVerdict } from './time-stamp.ts'
import { type Finding, type SignatureVerdict, stateOf } from './verdict.ts'
import { archivedBytes, isNamed, type Properties, plainTimeOf, propertiesOf } from './xades-properties.ts'
import { isWithin, readXmlTree, type XmlDocument, type XmlElement } from './xml-tree.ts'
import { type Covered, checkReferences, DS, type FileNamed, signaturesOf, Work, type XmlSignature } from './xmldsig.ts'

export interface XmlVerdict extends SignatureVerdict {
  /** Id of the signature. */
  id: string | null
  /** What is signed, and nothing else is: read these elements or bytes, not what bears the same name elsewhere. */
  covers: readonly Covered[]
}

export interface XmlExpectation {
  /**
   * The elements that the caller goes on to read. Without it the root, or, where the root is a signature around its content, all of
   * that. If one is not covered the verdict is no longer valid: invalid where the caller named it, unverifiable else.
   */
  expected?: (root: XmlElement) => readonly XmlElement[]
  /** Files beside the document, by name. */
  files?: FileNamed
}

/**
 * Judges each signature of a document, in their order; none, if there are none. Never throws for what a signature holds.
 *
 * @throws XmlUnreadable where the bytes are no XML that is read here, or ask for more work than is done for anybody
 */
export function judgeXml(xml: Uint8Array, trust: Trust, expectation: XmlExpectation = {}): readonly XmlVerdict[] {
  return judgeXmlTree(readXmlTree(xml), trust, expectation)
}

export function judgeXmlTree(document: XmlDocument, trust: Trust, expectation: XmlExpectation): readonly XmlVerdict[] {
  const work = new Work()
  return signaturesOf(document).map((signature) => judgeOne(document, signature, trust, expectation, work))
}

function judgeOne(
  document: XmlDocument,
  signature: XmlSignature,
  trust: Trust,
  { expected, files }: XmlExpectation,
  work: Work,
): XmlVerdict {
  const { id, parts } = signature
  const certificates = readableCertificates(signature.certificates)
  if (parts === null) return unverifiable(signature, certificates)
  const { covered, findings: changed } = checkReferences(document, signature, work, files)
  const findings: Finding[] = [...signature.findings, ...changed]
  const properties = propertiesOf(signature)
  const isXades = properties?.signed != null && covered.some(({ element }) => element === properties.signed)
  const known = isXades ? properties : null
  if (!isXades) findings.push({ code: properties === null ? 'xml.bare' : 'xml.properties_unsigned', weight: 'note' })
  const found = signerOf(signature, certificates, known, work)
  findings.push(...found.findings)
  // Where all of it was changed, that it is not covered as it now is says nothing more.
  const isAllChanged = changed.some(({ code }) => code === 'xml.document_changed')
  const missing = isAllChanged ? [] : uncovered(document, signature, covered, expected)
  findings.push(...missing)
  const inside: Evidence = {
    certificates: [...signature.certificates, ...(properties?.evidence.certificates ?? [])],
    crls: properties?.evidence.crls ?? [],
    ocsps: properties?.evidence.ocsps ?? [],
  }
  const { evidence } = trust
  const beside: Trust = {
    ...trust,
    evidence: {
      certificates: [...inside.certificates, ...evidence.certificates],
      crls: [...inside.crls, ...evidence.crls],
      ocsps: [...inside.ocsps, ...evidence.ocsps],
    },
  }
  const archive = properties && judgeArchive(signature, properties, covered, beside, work)
  const stamps = (properties?.signatureStamps ?? []).map(({ token, form }) =>
    judgeToken(token, hashesOf(work.canonical(parts.valueElement, form)), archive?.trust ?? beside),
  )
  const check = { findings, namesCertificate: found.isNamed }
  const claimedAt = known ? known.claimedAt : plainTimeOf(signature, covered)
  const { certificate } = found
  const assessment = assess({ certificate, check, stamps, claimedAt }, archive?.trust ?? beside, handOf(beside, []))
  const isArchived = archive?.best === 'valid' && assessment.level === 'B-LT'
  return {
    format: isXades ? 'XAdES' : 'XMLDSig',
    kind: 'signature',
    ...assessment,
    level: isArchived ? 'B-LTA' : assessment.level,
    findings: [...assessment.findings, ...(archive?.findings ?? [])],
    isWhole: missing.length === 0 && changed.length === 0,
    id,
    covers:
      stateOf(findings) === 'invalid'
        ? []
        : covered.filter(({ element }) => element === null || element !== known?.signed),
  }
}

function unverifiable({ id, findings }: XmlSignature, [certificate]: readonly Certificate[]): XmlVerdict {
  const holder = certificate ? holderOf(certificate) : null
  const times = { claimedAt: null, provenAt: null }
  const state = stateOf(findings)
  return {
    format: 'XMLDSig',
    kind: 'signature',
    state,
    level: null,
    holder,
    ...times,
    isWhole: false,
    findings,
    id,
    covers: [],
  }
}

const hashesOf = (bytes: string | Uint8Array) => (algorithm: string) => hashed(algorithm, bytes, 'buffer')

/** Whose key signed SignedInfo: the certificate that the signed properties name, or the first that fits. */
function signerOf(
  { parts }: XmlSignature,
  certificates: readonly Certificate[],
  properties: Properties | null,
  work: Work,
): { certificate: Certificate | null; isNamed: boolean; findings: Finding[] } {
  const { signedInfo, form, scheme, value } = parts!
  const findings: Finding[] = []
  if (scheme.hash === 'sha1') findings.push({ code: 'cms.weak_hash', weight: 'doubt', params: { hash: 'sha1' } })
  const named = properties?.certificate ?? null
  const data = Buffer.from(work.canonical(signedInfo, form), 'utf8')
  const fits = (each: Certificate) => {
    const key = publicKeyOf(each)
    if (key === null) return false
    const der = scheme.kind === 'ecdsa' ? derOf(value, key.asymmetricKeyDetails?.namedCurve) : value
    return der !== null && isSignedBy(key, scheme, data, der)
  }
  const candidate = properties === null ? undefined : certificates.find((each) => isNamed(properties, each))
  const certificate = candidate ?? certificates.find(fits) ?? certificates[0] ?? null
  if (certificate === null) return { certificate, isNamed: false, findings }
  if (!fits(certificate)) findings.push({ code: 'xml.signature_wrong', weight: 'error' })
  if (named !== null && candidate === undefined) findings.push({ code: 'xml.other_certificate', weight: 'error' })
  else if (named === null && properties !== null)
    findings.push({ code: 'xml.certificate_not_named', weight: 'warning' })
  return { certificate, isNamed: candidate !== undefined, findings }
}

const COORDINATES: Readonly<Record<string, number>> = { prime256v1: 32, secp384r1: 48, secp521r1: 66 }

/** `Ecdsa-Sig-Value` of r and s that stand beside each other at the length of the curve; null if they do not. */
function derOf(value: Uint8Array, curve: string | undefined): Uint8Array | null {
  const bytes = COORDINATES[curve ?? '']
  if (bytes === undefined || value.length !== 2 * bytes) return null
  const number = (from: number) => BigInt(`0x${Buffer.from(value.subarray(from, from + bytes)).toString('hex')}`)
  return sequence(integer(number(0)), integer(number(bytes)))
}

/** What the caller goes on to read and this signature does not cover. */
function uncovered(
  { root }: XmlDocument,
  { element: own }: XmlSignature,
  covered: readonly Covered[],
  expected: XmlExpectation['expected'],
): Finding[] {
  const wanted = expected ? expected(root) : root === own ? contentOf(own) : [root]
  const isCovered = (wanted: XmlElement) =>
    covered.some(
      ({ element, without }) =>
        element !== null && isWithin(wanted, element) && (without === null || !isWithin(wanted, without)),
    )
  return wanted
    .filter((each) => !isCovered(each))
    .slice(0, 20)
    .map((each) => ({
      code: 'xml.not_covered',
      weight: expected ? 'error' : 'doubt',
      params: { name: each.name.slice(0, 200) },
    }))
}

/** What stands in a signature around its content, the properties apart. */
function contentOf(signature: XmlElement): XmlElement[] {
  return signature.children.filter(
    (child): child is XmlElement =>
      typeof child === 'object' &&
      child.kind === 'element' &&
      child.namespace === DS &&
      child.local === 'Object' &&
      !child.children.some(
        (each) => typeof each === 'object' && each.kind === 'element' && each.local === 'QualifyingProperties',
      ),
  )
}

/**
 * Archive time stamps, the last first: each proves that what lies before it existed, so what came before it is judged as of
 * then.
 */
function judgeArchive(
  signature: XmlSignature,
  properties: Properties,
  covered: readonly Covered[],
  trust: Trust,
  work: Work,
): { trust: Trust; best: TimeStampVerdict['state'] | null; findings: Finding[] } | null {
  // A part that was changed or not found is not there to be stamped.
  if (properties.archiveStamps.length === 0 || covered.length !== signature.parts!.references.length) return null
  const findings: Finding[] = []
  let best: TimeStampVerdict['state'] | null = null
  let at = trust
  for (const { element, token, form } of [...properties.archiveStamps].reverse()) {
    const stamped = archivedBytes(signature, properties, covered, form, element, work)
    const verdict = judgeToken(token, hashesOf(stamped), at)
    if (verdict.state === 'valid') {
      best = 'valid'
      at = { ...trust, existedAt: new Date(verdict.at!) }
    } else {
      best ??= verdict.state
      // Anybody may add a stamp or take it away: a bad one proves nothing and takes nothing.
      findings.push(
        { code: `time_stamp.${verdict.state}`, weight: 'warning' },
        ...verdict.findings.map((each): Finding => ({ ...each, weight: each.weight === 'note' ? 'note' : 'warning' })),
      )
    }
  }
  return { trust: at, best, findings }
}
