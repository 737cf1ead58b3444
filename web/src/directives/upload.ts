import { sendFile } from '../shell/upload.ts'

/** The response to an upload. */
export interface Uploaded {
  id: number
  state: string
}
/** The file types the server accepts; it names them when it refuses another. */
export const ACCEPTED = '.docx,.doc,.pdf,.txt,.md,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff,.webp'
export { LARGEST_MEGABYTES, refuseLarge } from '../shell/upload.ts'

/** Uploads one document; see `sendFile`. */
export const uploadFile = (file: File, key: string, onSent: (share: number) => void, signal: AbortSignal) =>
  sendFile<Uploaded>('/api/directives', file, key, onSent, signal)
