/** What a file is, as far as signatures in it go. Judged by its bytes; a name helps only where bytes are text. */
import { partNames } from '@dieuhanh/extraction/zip'
import { cmsDer } from './beside.ts'

/**
 * `office`: a file of an office suite that holds signatures of its own kind, which are not judged here. `cms`: a signature
 * beside a file, or around it. `other`: carries no signature.
 */
export type FileForm = 'pdf' | 'xml' | 'container' | 'office' | 'cms' | 'other'

const CONTAINER_NAME = /\.(?:asic[es]?|sc[es]|bdoc|edoc)$/i
const CMS_NAME = /\.p7[sm]$/i
const ASIC_TYPE = 'application/vnd.etsi.asic-'

export function fileFormOf(bytes: Uint8Array, name: string | null = null): FileForm {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // First, because a signature around a PDF has the head of one near its own.
  if (isSignedCms(file)) return 'cms'
  // PDF readers accept a header anywhere in the first kilobyte.
  if (file.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (file.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return zipFormOf(file, name)
  if (isSignedCms(cmsDer(file)) || (name !== null && CMS_NAME.test(name))) return 'cms'
  return isMarkup(file) ? 'xml' : 'other'
}

/** The identifier of SignedData, in its first bytes. */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
const isSignedCms = (der: Uint8Array) => der[0] === 0x30 && Buffer.from(der.subarray(0, 24)).includes(SIGNED_DATA)

/** Text that begins with `<`, in UTF-8 or UTF-16. */
function isMarkup(file: Buffer): boolean {
  const start = file.subarray(0, 512)
  if (start.indexOf('feff', 0, 'hex') === 0 || (start[0] === 0 && start[1] === 0x3c)) return true
  if (start.indexOf('fffe', 0, 'hex') === 0 || (start[0] === 0x3c && start[1] === 0)) return true
  return /^(?:\xef\xbb\xbf)?[\t\r\n ]*</.test(start.toString('latin1'))
}

function zipFormOf(file: Buffer, name: string | null): FileForm {
  // `mimetype` stands first and unpacked (EN 319 162-1 A.1).
  if (file.subarray(30, 38 + ASIC_TYPE.length).toString('latin1') === `mimetype${ASIC_TYPE}`) return 'container'
  if (name !== null && CONTAINER_NAME.test(name)) return 'container'
  const names = partNames(file)
  if (names.some((each) => /^_xmlsignatures\/|^meta-inf\/(?:document|macro)signatures\.xml$/.test(each)))
    return 'office'
  if (names.includes('[content_types].xml') || names[0] === 'mimetype') return 'other'
  return names.some((each) => /^meta-inf\/[^/]*signatures[^/]*\.xml$|\.p7[sm]$/.test(each)) ? 'container' : 'other'
}

const SIGNED_INFO = 'SignedInfo'
const WIDE = Buffer.from(SIGNED_INFO, 'utf16le')
const WORDS = [Buffer.from(SIGNED_INFO), WIDE, Buffer.from(WIDE).swap16()]

/** Names of elements cannot be written any other way: without this one, text with a `<` in front is not read at all. */
export function holdsXmlSignature(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return WORDS.some((word) => file.includes(word))
}
