import { sendFile } from '../shell/upload.ts'

/** What an upload answers. */
export interface Uploaded {
  id: number
  state: string
}
/** What the server takes; anything else it names in its refusal. */
export const ACCEPTED = '.docx,.doc,.pdf,.txt,.md,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff,.webp'
export { LARGEST_MEGABYTES, refuseLarge } from '../shell/upload.ts'

/** Takes one document in; `sendFile` says how. */
export const uploadFile = (file: File, key: string, onSent: (share: number) => void, signal: AbortSignal) =>
  sendFile<Uploaded>('/api/directives', file, key, onSent, signal)
