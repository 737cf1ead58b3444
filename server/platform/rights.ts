import { Forbidden } from './errors.ts'

/**
 * What a user may be allowed to do, in domain terms. Which role has which right is data (`registry.role`); what each
 * allows is decided where the object is obtained, in the `access.ts` of its room. What a user may *see* is not a right
 * but a set of agencies: `Actor.seen`.
 *
 * Acts of the office (the first thirteen but those that only read, and `reorganisation.apply`) and technical administration
 * (`….keep`) are shipped in different roles: whoever runs the system decides nothing in it (docs/decisions/0026).
 */
export const RIGHTS = [
  /** Takes directives in, reviews and confirms them. */
  'directive.review',
  /** Acts for the giver: confirms, sends back, decides requests, extends, transfers, cancels, corrects. */
  'task.steer',
  /** Acts for the own agency in its tasks: receives, splits, reports, proves, claims, requests. */
  'task.carryOut',
  /** Writes comments on the tasks that one may read. */
  'task.comment',
  /** Reads reports that were issued. */
  'report.read',
  /** Reads the report of a month while it is being made, which covers every agency. */
  'report.draft',
  /** Draws reports up and submits them for signature. */
  'report.prepare',
  /** Signs and so issues them, or sends them back. */
  'report.sign',
  /** Keeps the Task Force: its members, plans, recommendations and dialogues; sends inspections and confirms remedies. */
  'taskforce.keep',
  /** Decides and concludes inspections. */
  'inspection.lead',
  /** Prepares the own agency's report to its head, and submits it. */
  'report.prepareOwn',
  /** Signs that report. */
  'report.signOwn',
  /** Writes letters that urge, and the rules by which people are urged. */
  'urge.prepare',
  /** Signs such letters. */
  'urge.sign',
  /** Keeps the work programme: imports, adds, checks files, records what was signed and issued. */
  'programme.keep',
  /** Records what the Prime Minister or the deputy in charge decided on a request about an entry. */
  'programme.decide',
  /** Registers entries of the own agency and asks for their change. */
  'programme.register',
  /** Submits what the own agency leads. */
  'programme.submit',
  /** Takes documents of the own body in, registers them; seals and issues what goes out; keeps the books. */
  'records.register',
  /** Reads the documents of the own body; assigns those that come in, reviews drafts. */
  'records.assign',
  /** Drafts documents of the own body and handles those that were assigned. */
  'records.draft',
  /** Signs documents of the own body. */
  'records.sign',
  /** Keeps case files of the own body: nomenclature, hand-over, destruction. */
  'records.archive',
  /** Manages agencies, units, codes, the calendar of working days; draws up the plan of a reorganisation. */
  'registry.keep',
  /** Applies a reorganisation: moves open tasks and people to the successors. */
  'reorganisation.apply',
  /** Adds people of every agency and gives them posts. */
  'people.keep',
  /** The same for the own agency and its units. */
  'people.keepOwn',
  /** Connects the own agency's systems: API clients, webhooks. */
  'connection.keepOwn',
  /** Connects every agency's systems; reads the mail ledger; sets what roles may do. */
  'system.keep',
  /** Reads the log of all acts. */
  'audit.read',
  /** Lets another person act in one's own post for a time. */
  'post.deputise',
] as const
export type Right = (typeof RIGHTS)[number]

interface Holder {
  readonly rights: readonly Right[]
}

export function hasRight({ rights }: Holder, right: Right): boolean {
  return rights.includes(right)
}

/** Throws 403 with the given sentence, which says who may do it. */
export function demandRight(actor: Holder, right: Right, code: string, sentence: string): void {
  if (!hasRight(actor, right)) throw new Forbidden(code, sentence)
}
