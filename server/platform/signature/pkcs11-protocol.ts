import type { Mechanism } from './cryptoki.ts'
import type { SigningRefused } from './signer.ts'

/* What `pkcs11.ts` asks its child process, over the channel of Node, and what it answers. Each question has one answer. */

export interface TokenName {
  /** As the token is labelled. */
  token: string
  /** Where several tokens bear the label. */
  serial?: string
}

export interface TokenCertificate {
  /** Hexadecimal; the key it is of has the same. */
  id: string
  label: string
  der: Uint8Array
}

export interface TokenContent {
  token: string
  serial: string
  certificates: readonly TokenCertificate[]
}

export type Question =
  | { act: 'list' }
  | ({ act: 'open'; key: string; pin: Uint8Array } & TokenName)
  | { act: 'sign'; handle: number; mechanism: Mechanism; data: readonly Uint8Array[] }
  | { act: 'close'; handle: number }

export interface Answers {
  list: readonly TokenContent[]
  open: { handle: number; mechanism: Mechanism; certificates: readonly TokenCertificate[] }
  sign: readonly Uint8Array[]
  close: null
}

/** `stale`: what was open is no more, because the token left and came back; it may be opened again. */
export type Refusal = { code: SigningRefused['code'] | 'stale'; message: string }
export type Asked = { id: number; question: Question }
export type Answered = { id: number; answer: unknown } | { id: number; refusal: Refusal }
