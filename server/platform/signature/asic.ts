/** ASiC-E with XAdES (ETSI EN 319 162-1): several files and their signatures in one container. */

import { type ToWrite, writeXml } from './canonical.ts'
import type { Trust } from './chain.ts'
import { type Finding, stateOf, type VerdictState } from './verdict.ts'
import { type FileToSign, type PreparedXml, prepareDetached, type ToSignXml } from './xades.ts'
import { XmlUnreadable } from './xml-tree.ts'
import { judgeXml, type XmlVerdict } from './xml-verdict.ts'
import { type ContainedFile, ContainerUnreadable, readZip, writeZip } from './zip-file.ts'

const MIME_TYPE = 'application/vnd.etsi.asic-e+zip'
const ASIC = 'http://uri.etsi.org/02918/v1.2.1#'
const MANIFEST = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'
const AROUND = { before: `<asic:XAdESSignatures xmlns:asic="${ASIC}">`, after: '</asic:XAdESSignatures>' }
const MAX_SIGNATURE_FILES = 50

export interface Container {
  /** What the file `mimetype` says; null without it. */
  mimeType: string | null
  /** What is to be signed: everything outside META-INF. */
  files: readonly ContainedFile[]
  /** Signature files of XAdES. */
  signatures: readonly ContainedFile[]
  /** The rest of META-INF: lists and signatures of other kinds. */
  others: readonly ContainedFile[]
}

/**
 * Prepares the signature of all these files. `finishXml` of what comes back gives the signature file for `newContainer`.
 * @throws NotSignable where a name names no file
 */
export function prepareContainer(files: readonly FileToSign[], options: ToSignXml): PreparedXml {
  return prepareDetached(files, options, AROUND)
}

/** A container of files and the signature over them. @throws ContainerUnreadable where a name would be refused when it is read */
export function newContainer(files: readonly FileToSign[], signature: Uint8Array): Uint8Array {
  const entries = files.map(
    ({ name, mimeType }): ToWrite => [
      'manifest:file-entry',
      { 'manifest:full-path': name, 'manifest:media-type': mimeType },
    ],
  )
  const root: ToWrite = ['manifest:file-entry', { 'manifest:full-path': '/', 'manifest:media-type': MIME_TYPE }]
  const manifest = writeXml(['manifest:manifest', { 'manifest:version': '1.2' }, root, ...entries], {
    manifest: MANIFEST,
  })
  return writeContainer({
    mimeType: MIME_TYPE,
    files,
    signatures: [{ name: 'META-INF/signatures001.xml', bytes: signature }],
    others: [{ name: 'META-INF/manifest.xml', bytes: Buffer.from(manifest, 'utf8') }],
  })
}

/** `mimetype` stands first and unpacked, so that the kind of file shows at a fixed place (EN 319 162-1 A.1). */
export function writeContainer({ mimeType, files, signatures, others }: Container): Uint8Array {
  const mimetype = { name: 'mimetype', bytes: Buffer.from(mimeType ?? MIME_TYPE, 'latin1') }
  return writeZip([mimetype, ...files, ...others, ...signatures], new Set(['mimetype']))
}

/** A container with one signature file more. Those that are there stay as they are. */
export function withSignature(container: Container, signature: Uint8Array): Container {
  const names = new Set(container.signatures.map(({ name }) => name.toLowerCase()))
  let number = 1
  const name = () => `META-INF/signatures${String(number).padStart(3, '0')}.xml`
  while (names.has(name().toLowerCase())) number++
  return { ...container, signatures: [...container.signatures, { name: name(), bytes: signature }] }
}

/** @throws ContainerUnreadable */
export function readContainer(bytes: Uint8Array): Container {
  const files: ContainedFile[] = []
  const signatures: ContainedFile[] = []
  const others: ContainedFile[] = []
  let mimeType: string | null = null
  for (const file of readZip(bytes)) {
    if (file.name === 'mimetype') mimeType = Buffer.from(file.bytes.subarray(0, 200)).toString('latin1').trim()
    else if (!/^META-INF\//i.test(file.name)) files.push(file)
    else if (/^META-INF\/[^/]*signatures[^/]*\.xml$/i.test(file.name)) signatures.push(file)
    else others.push(file)
  }
  if (signatures.length > MAX_SIGNATURE_FILES)
    throw new ContainerUnreadable('count', `${signatures.length} signature files in a container`)
  return { mimeType, files, signatures, others }
}

export interface ContainerVerdict {
  /** As good as the worst of the signatures and of the container itself. */
  state: VerdictState
  signatures: readonly (XmlVerdict & { file: string })[]
  files: readonly {
    name: string
    bytes: number /** Places in `signatures` of those that cover it and are not invalid. */
    signedBy: readonly number[]
  }[]
  /** Of the container, not of one signature. */
  findings: readonly Finding[]
}

/**
 * Judges every signature of a container, and says of each file who signed it.
 * @throws ContainerUnreadable
 */
export const judgeContainer = (bytes: Uint8Array, trust: Trust): ContainerVerdict =>
  judgeOpened(readContainer(bytes), trust)

/** As `judgeContainer`, of a container that was read. */
export function judgeOpened(container: Container, trust: Trust): ContainerVerdict {
  const { mimeType, files, signatures: signatureFiles, others } = container
  const byName = new Map([...files, ...others].map((file) => [file.name, file.bytes]))
  const findings: Finding[] = []
  if (mimeType !== MIME_TYPE)
    findings.push({ code: 'asic.mime_type', weight: 'warning', params: { found: mimeType ?? '' } })
  for (const { name } of others)
    if (/\.p7[sm]$|\.tst$/i.test(name))
      findings.push({ code: 'asic.other_signature', weight: 'doubt', params: { name } })
  const signatures = signatureFiles.flatMap(({ name, bytes }) =>
    judgeSignatureFile(bytes, trust, (wanted) => byName.get(wanted) ?? null).map((verdict) => {
      const covered = new Set(verdict.covers.map(({ file }) => file))
      const open = files.filter((file) => !covered.has(file.name))
      const left = open
        .slice(0, 20)
        .map(({ name }): Finding => ({ code: 'asic.not_covered', weight: 'warning', params: { name } }))
      const isWhole = verdict.isWhole && open.length === 0
      return { ...verdict, file: name, isWhole, findings: [...verdict.findings, ...left] }
    }),
  )
  if (signatures.length === 0) findings.push({ code: 'asic.no_signature', weight: 'doubt' })
  const judged = files.map(({ name, bytes }) => ({
    name,
    bytes: bytes.length,
    signedBy: signatures.flatMap(({ state, covers }, place) =>
      state !== 'invalid' && covers.some(({ file }) => file === name) ? [place] : [],
    ),
  }))
  // Where nothing is signed that is said once; where something is, whoever opens the container takes all of it as signed.
  if (signatures.length > 0)
    for (const { name, signedBy } of judged)
      if (signedBy.length === 0) findings.push({ code: 'asic.not_signed', weight: 'error', params: { name } })
  const all = stateOf([...findings, ...signatures.flatMap((each) => each.findings)])
  return { state: all, signatures, files: judged, findings }
}

function judgeSignatureFile(
  bytes: Uint8Array,
  trust: Trust,
  files: (name: string) => Uint8Array | null,
): readonly XmlVerdict[] {
  try {
    return judgeXml(bytes, trust, { files, expected: () => [] })
  } catch (error) {
    if (!(error instanceof XmlUnreadable)) throw error
    const findings: Finding[] = [{ code: `xml.unreadable_${error.code}`, weight: 'doubt' }]
    const nothing = { level: null, holder: null, claimedAt: null, provenAt: null, isWhole: false, id: null, covers: [] }
    return [{ format: 'XAdES', kind: 'signature', state: 'unverifiable', ...nothing, findings }]
  }
}
