import type { TellKind } from '../platform/tell.ts'

export const WAYS = ['bell', 'digest', 'mail'] as const
export type Way = (typeof WAYS)[number]
export type Choice = Record<Way, boolean>

/** How people are told of something who have not said otherwise. */
interface Default {
  digest: boolean
  /** `focal`: on for whoever manages the people of the agency, so that one person there passes it on at once. */
  mail: boolean | 'focal'
  /** No one may claim not to have been told: work that is given cannot be kept out of the bell. */
  isBellKept?: true
}

/**
 * The defaults of a careful office: everything is in the bell; the message of the day has what calls for an act or ends a
 * wait, and no routine; mail at once is for what changes what someone must do today.
 */
const DEFAULTS: Record<TellKind, Default> = {
  // New work. The focal point distributes it, so a day's delay there delays everyone.
  assignment: { digest: true, mail: 'focal', isBellKept: true },
  // New work too, though no one gave it.
  reorganisation: { digest: true, mail: false, isBellKept: true },
  // Work thought to be over is to be done again, and its day due has not moved.
  sentBack: { digest: true, mail: true, isBellKept: true },
  // The agency waits for it: until then the old day counts.
  decision: { digest: true, mail: true },
  request: { digest: true, mail: false },
  completion: { digest: true, mail: false },
  change: { digest: true, mail: false },
  contribution: { digest: true, mail: false },
  // Somebody is waiting for this person's answer, and said so.
  mention: { digest: true, mail: true },
  // Those who take part in a conversation read it when they look.
  comment: { digest: true, mail: false },
  report: { digest: true, mail: false },
  // That work was received or begun calls for nothing.
  receipt: { digest: false, mail: false },
  // A file that should never have been here: whoever put it here must act by law.
  evidence: { digest: true, mail: true },
  letter: { digest: true, mail: false },
  // An inspection runs on days: what is to be explained or answered by one must reach the agency at once.
  inspection: { digest: true, mail: 'focal' },
  recommendation: { digest: true, mail: false },
  // What the agency is judged by: its focal point looks at once whether each row is right.
  assessment: { digest: true, mail: 'focal' },
  document: { digest: false, mail: false },
  // A draft waits for this person, or came back to them.
  records: { digest: true, mail: false },
  account: { digest: true, mail: false },
}

export const isBellKept = (kind: TellKind): boolean => DEFAULTS[kind].isBellKept === true

export function defaultOf(kind: TellKind, isFocal: boolean): Choice {
  const { digest, mail } = DEFAULTS[kind]
  return { bell: true, digest, mail: mail === 'focal' ? isFocal : mail }
}

export interface Difference {
  kind: string
  way: Way
  is_on: boolean
}

/** What a person has chosen for a kind: the default with their differences. */
export function chosen(kind: TellKind, isFocal: boolean, differences: readonly Difference[]): Choice {
  const choice = defaultOf(kind, isFocal)
  for (const one of differences) if (one.kind === kind) choice[one.way] = one.is_on
  return isBellKept(kind) ? { ...choice, bell: true } : choice
}

/** The differences of a choice from the default: all that is stored of it. */
export function differencesOf(kind: TellKind, isFocal: boolean, choice: Choice): Difference[] {
  const usual = defaultOf(kind, isFocal)
  return WAYS.filter((way) => choice[way] !== usual[way]).map((way) => ({ kind, way, is_on: choice[way] }))
}
