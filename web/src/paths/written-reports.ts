import { compact, day, id, type Raw, text } from './parse.ts'

export interface WrittenSearch {
  kind?: string
  /** The form that draws a report up is open. */
  act?: string
}
export const writtenSearchOf = (raw: Raw): WrittenSearch =>
  compact({ kind: text(raw.kind, 40), act: text(raw.act, 20) })

export interface TemplatesSearch {
  /** The version that is shown. */
  id?: number
  kind?: string
}
export const templatesSearchOf = (raw: Raw): TemplatesSearch => compact({ id: id(raw.id), kind: text(raw.kind, 40) })

export interface RegimesSearch {
  act?: string
}
export const regimesSearchOf = (raw: Raw): RegimesSearch => compact({ act: text(raw.act, 20) })

export interface ScoreboardSearch {
  source?: string
  asOf?: string
}
export const scoreboardSearchOf = (raw: Raw): ScoreboardSearch =>
  compact({ source: text(raw.source, 120), asOf: day(raw.asOf) })
