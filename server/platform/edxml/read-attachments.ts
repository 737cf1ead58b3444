/** Files of a message: base64, mostly of a zip around the file, under names and kinds that say something else. */
import { crc32 } from 'node:zlib'
import { Unreadable, Zip } from '@dieuhanh/extraction/zip'
import { textOf, type XmlElement } from '../signature/xml-tree.ts'
import { base64 } from '../signature/xmldsig.ts'
import { cleanFileName } from '../upload.ts'
import type { Fields } from './fields.ts'
import type { Attachment } from './message.ts'
import { EdxmlUnreadable } from './unreadable.ts'

/** The axis takes files of 50 MB. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024
const MOST_FILES = 100

/** Files of these kinds are zips themselves and stay as they are. */
const IS_ZIP_ITSELF = /\.(?:docx|docm|dotx|xlsx|xlsm|pptx|odt|ods|odp|zip|asice|sce|jar|epub)$/i

/**
 * The files of a message in the order of its manifest, then those that it does not list.
 * @throws EdxmlUnreadable where a file is not whole, or larger than the axis takes
 */
export function readAttachments(fields: Fields, root: XmlElement, envelope: XmlElement): Attachment[] {
  const { notes } = fields
  const manifest = fields.one(fields.one(envelope, 'edXMLBody'), 'edXMLManifest')
  const listed = fields.many(manifest, 'Reference').map((reference) => ({
    id: idOf(fields.text(reference, 'ContentId')),
    name: fields.text(reference, 'AttachmentName'),
    description: fields.text(reference, 'Description'),
    contentType: fields.text(reference, 'ContentType'),
  }))
  const holders = [...fields.many(root, 'AttachmentEncoded'), ...fields.many(envelope, 'AttachmentEncoded')]
  const sent = holders.flatMap((holder) => fields.many(holder, 'Attachment'))
  if (sent.length > MOST_FILES) throw new EdxmlUnreadable('attachment_count', { most: String(MOST_FILES) })
  const files = sent.map((element, place): Attachment & { isListed: boolean } => {
    const id = idOf(fields.text(element, 'ContentId'))
    const line = listed.find((one) => one.id === id && id !== '')
    const said = fields.text(element, 'AttachmentName') ?? line?.name ?? ''
    const name = cleanFileName(said, `tệp ${place + 1}`)
    if (line === undefined) notes.add('attachment_unlisted', { name })
    else if (line.name !== null && cleanFileName(line.name, name) !== name)
      notes.add('attachment_name', { name, other: cleanFileName(line.name, name) })
    return {
      contentId: id,
      name,
      description: fields.text(element, 'Description') ?? line?.description ?? null,
      contentType: fields.text(element, 'ContentType') ?? line?.contentType ?? 'application/octet-stream',
      bytes: fileOf(fields, element, name),
      isListed: line !== undefined,
    }
  })
  for (const { id, name } of listed)
    if (!files.some(({ contentId }) => contentId === id))
      notes.add('attachment_missing', { name: cleanFileName(name ?? id, '?') })
  const order = (id: string) => listed.findIndex((one) => one.id === id)
  const inOrder = files.toSorted((one, other) =>
    one.isListed && other.isListed
      ? order(one.contentId) - order(other.contentId)
      : Number(other.isListed) - Number(one.isListed),
  )
  return inOrder.map(({ isListed: _, ...file }) => file)
}

const idOf = (said: string | null) => (said ?? '').replace(/^cid:/i, '').trim()

function fileOf(fields: Fields, element: XmlElement, name: string): Uint8Array {
  const content = fields.one(element, 'ContentTransferEncoded')
  const text = content === null ? '' : textOf(content)
  // A zip may be larger than what is in it, by little.
  if (text.length > MOST_FILE_BYTES * 1.5) throw new EdxmlUnreadable('attachment_size', { name })
  const bytes = text.trim() === '' ? null : base64(text)
  if (bytes === null) throw new EdxmlUnreadable('attachment_base64', { name })
  const file =
    isZip(bytes) && !IS_ZIP_ITSELF.test(name) ? unpacked(fields, bytes, name) : packedAsItself(fields, bytes, name)
  if (file.length > MOST_FILE_BYTES) throw new EdxmlUnreadable('attachment_size', { name })
  return file
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04

/** The one file of a zip, whatever it is called inside; a zip of several stays one. */
function unpacked(fields: Fields, bytes: Uint8Array, name: string): Uint8Array {
  try {
    const zip = new Zip(bytes)
    const entries = zip.entries.filter((entry) => !entry.name.endsWith('/'))
    const [only] = entries
    if (only === undefined || entries.length > 1) {
      fields.notes.add('attachment_several', { name, count: String(entries.length) })
      return bytes
    }
    if (only.declared > MOST_FILE_BYTES) throw new EdxmlUnreadable('attachment_size', { name })
    const file = zip.bytesOf(only)
    if (file.length !== only.declared || crc32(file) !== only.crc32)
      throw new EdxmlUnreadable('attachment_zip', { name })
    fields.notes.add('attachment_packed', { name })
    return file
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw new EdxmlUnreadable(error.code === 'bomb' ? 'attachment_size' : 'attachment_zip', { name }, { cause: error })
  }
}

/** A `.docx` may be sent as it is, which is a zip already, or in a zip of its own, whose one file has that ending again. */
function packedAsItself(fields: Fields, bytes: Uint8Array, name: string): Uint8Array {
  if (!isZip(bytes) || /\.zip$/i.test(name)) return bytes
  let entries: readonly { name: string }[]
  try {
    entries = new Zip(bytes).entries
  } catch (error) {
    // What kind of fault it is whoever reads the file will say.
    if (error instanceof Unreadable) return bytes
    throw error
  }
  const isItself = entries.some((entry) => entry.name === '[Content_Types].xml' || entry.name === 'mimetype')
  return isItself || entries.length !== 1 ? bytes : unpacked(fields, bytes, name)
}
