/** The response to an upload. */
export interface Uploaded {
  id: number
  state: string
}
/** The file types the server accepts; it names them when it refuses another. */
export const ACCEPTED = '.docx,.doc,.pdf,.txt,.md,.html,.htm,.png,.jpg,.jpeg,.tif,.tiff,.webp'
