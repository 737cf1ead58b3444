/** Files whose signature lies in a file beside them, as CMS: `cong-van.docx` and `cong-van.docx.p7s`. */
import { hash as hashed } from 'node:crypto'
import type { Trust } from './chain.ts'
import { judgeSigners, type PreparedCms, prepareCms } from './cms.ts'
import { Unreadable } from './der.ts'
import { readSignedData } from './signed-data.ts'
import { hashOf, type SignatureAlgorithm } from './signer.ts'
import { type Finding, type SignatureVerdict, stateOf, type VerdictState } from './verdict.ts'
import { type ContainedFile, readZip, writeZip } from './zip-file.ts'

const ENDING = '.p7s'

export const nameBeside = (name: string): string => `${name}${ENDING}`

/** Prepares a signature over the bytes of a file; `finishCms` gives the file beside it. @throws as `prepareCms` */
export function prepareBeside(
  file: Uint8Array,
  { chain, algorithm, signedAt }: { chain: readonly Uint8Array[]; algorithm: SignatureAlgorithm; signedAt: Date },
): PreparedCms {
  return prepareCms({ contentHash: hashed(hashOf(algorithm), file, 'buffer'), chain, algorithm, claimedAt: signedAt })
}

/**
 * Judges the signature beside a file, one verdict for each signer. DER, and the base64 with or without its lines of BEGIN and END in
 * which mail programs write it. Content that the signature itself holds is not looked at: the file is what is read.
 */
export function judgeBeside(file: Uint8Array, signature: Uint8Array, trust: Trust): readonly SignatureVerdict[] {
  const hashes = new Map<string, Uint8Array>()
  const contentHash = (algorithm: string) => {
    const hash = hashes.get(algorithm) ?? hashed(algorithm, file, 'buffer')
    hashes.set(algorithm, hash)
    return hash
  }
  return judgeSigners(cmsDer(signature), contentHash, trust)
}

/** A signature of a person has some kilobytes, one with all its evidence hundreds: more is not tried as text. */
const MOST_TEXT = 16 * 1024 * 1024

/** The DER of a signature that may be base64; other bytes as they are. */
export function cmsDer(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x30 || bytes.length > MOST_TEXT) return bytes
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!/^(?:\xef\xbb\xbf)?\s*(?:-----BEGIN |M)/.test(file.subarray(0, 64).toString('latin1'))) return bytes
  const text = file.toString('latin1').replace(/^\xef\xbb\xbf/, '')
  const packed = text.replace(/-----(?:BEGIN|END) (?:CMS|PKCS7)-----/g, '').replace(/\s+/g, '')
  return packed !== '' && /^[A-Za-z0-9+/]*={0,2}$/.test(packed) ? Buffer.from(packed, 'base64') : bytes
}

/** The names that mail programs and signing tools give to signatures. */
export const isSignatureName = (name: string): boolean => /\.p7[sm]$/i.test(name)
const plainName = (name: string) => name.normalize('NFC').toLowerCase()

/**
 * Which file each signature among these names is of: `cong-van.docx.p7s` of `cong-van.docx`, and `cong-van.p7s` of the only file
 * with that name and another ending. Places in the list; null where there is no such file, or more than one.
 */
export function pairsOf(names: readonly string[]): ReadonlyMap<number, number | null> {
  const plain = names.map(plainName)
  const files = new Map<string, number[]>()
  const add = (name: string, place: number) => files.set(name, [...(files.get(name) ?? []), place])
  plain.forEach((name, place) => {
    if (isSignatureName(name)) return
    add(name, place)
    const stem = name.replace(/\.[^./]+$/, '')
    if (stem !== name) add(`${stem}.*`, place)
  })
  const pairs = new Map<number, number | null>()
  plain.forEach((name, place) => {
    if (!isSignatureName(name)) return
    const whole = name.slice(0, -ENDING.length)
    const found = files.get(whole) ?? files.get(`${whole}.*`) ?? []
    pairs.set(place, found.length === 1 ? found[0]! : null)
  })
  return pairs
}

/** Whether the content lies elsewhere; false for what is no signature. */
export function isDetached(signature: Uint8Array): boolean {
  try {
    return readSignedData(cmsDer(signature)).content === null
  } catch (error) {
    if (error instanceof Unreadable) return false
    throw error
  }
}

/** A file and its signature in one container, to be sent as one. @throws ContainerUnreadable where the name is none */
export function bundleOf(name: string, file: Uint8Array, signature: Uint8Array): Uint8Array {
  return writeZip(
    [
      { name, bytes: file },
      { name: nameBeside(name), bytes: signature },
    ],
    new Set(),
  )
}

export interface BundleVerdict {
  /** As good as the worst. */
  state: VerdictState
  files: readonly { name: string; signatures: readonly SignatureVerdict[] }[]
  /** Files without a signature beside them, and signatures without a file. */
  findings: readonly Finding[]
}

/** Judges each file of a container by the signature that lies beside it. @throws ContainerUnreadable */
export function judgeBundle(bytes: Uint8Array, trust: Trust): BundleVerdict {
  return judgePairs(readZip(bytes), trust)
}

/** As `judgeBundle`, of files that came together, as those of one message. */
export function judgePairs(all: readonly ContainedFile[], trust: Trust): BundleVerdict {
  const byName = new Map(all.map((file) => [file.name.toLowerCase(), file]))
  const isSignature = ({ name }: ContainedFile) => name.toLowerCase().endsWith(ENDING)
  // Where something is signed, the rest would be taken as signed too.
  const weight = all.some(isSignature) ? 'error' : 'doubt'
  const findings: Finding[] = []
  const files = all
    .filter((file) => !isSignature(file))
    .map(({ name, bytes }) => {
      const beside = byName.get(nameBeside(name.toLowerCase()))
      if (beside === undefined) findings.push({ code: 'beside.not_signed', weight, params: { name } })
      return { name, signatures: beside === undefined ? [] : judgeBeside(bytes, beside.bytes, trust) }
    })
  for (const { name } of all.filter(isSignature))
    if (!byName.has(name.slice(0, -ENDING.length).toLowerCase()))
      findings.push({ code: 'beside.no_file', weight: 'warning', params: { name } })
  const inner = files.flatMap(({ signatures }) => signatures.flatMap((each) => each.findings))
  return { state: stateOf([...findings, ...inner]), files, findings }
}
