import { formatDay } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { agencyOn, resolveAgency, resolveMany } from '../registry/index.ts'
import { withOneAccountable } from './draft.ts'
import type { DraftParty, PartyEdit } from './shapes.ts'

/** Context for matching names: the document's day (ISO), and the issuer, whose own units take precedence. */
export interface NameContext {
  on: string
  within: number | null
}

/** A party as named in the text. */
export type NamedParty = Pick<DraftParty, 'role' | 'name' | 'scope' | 'collective' | 'span' | 'confidence' | 'by'>

/** The agency that issued a document, matched by name on the day; null if the registry does not know it. */
export async function matchIssuer(db: AnyHandle, issuer: string | null, on: string): Promise<number | null> {
  if (issuer === null || issuer.trim() === '') return null
  return (await resolveAgency(db, issuer, on)).agency?.id ?? null
}

/**
 * Matches the parties of many tasks to agencies in one query. A name of one agency, misprinted or not, is matched; a phrase
 * for many keeps the number of agencies it covered; the rest keep their candidates for the reviewer. In each task the first
 * matched lead is accountable.
 */
export async function matchParties(
  db: AnyHandle,
  tasks: readonly NamedParty[][],
  context: NameContext,
): Promise<DraftParty[][]> {
  const lookup = await lookUp(db, new Set(tasks.flat().map(({ name }) => name)), context)
  return tasks.map((parties) => withOneAccountable(parties.map((party) => matched(party, lookup.get(party.name)!))))
}

/** The registry's result for a name and, for a phrase covering units of one agency, that agency. */
interface Found extends Awaited<ReturnType<typeof resolveAgency>> {
  accountableAgency: { id: number; name: string } | null
}

async function lookUp(db: AnyHandle, names: ReadonlySet<string>, context: NameContext): Promise<Map<string, Found>> {
  const list = [...names]
  const resolutions = await resolveMany(db, list, context.on, context.within === null ? {} : { within: context.within })
  const agencies = new Map<number, Promise<Found['accountableAgency']>>()
  const found = new Map<string, Found>()
  for (const [index, name] of list.entries()) {
    const resolution = resolutions[index]!
    found.set(name, {
      ...resolution,
      accountableAgency: await accountableFor(db, resolution.members, context.on, agencies),
    })
  }
  return found
}

/**
 * "Các Vụ, Cục, đơn vị theo chức năng, nhiệm vụ": if all members are units of one agency, that agency is accountable until
 * a reviewer names one of them. Ministries and provinces have no agency above them that could be.
 */
async function accountableFor(
  db: AnyHandle,
  members: Found['members'],
  on: string,
  known: Map<number, Promise<Found['accountableAgency']>>,
): Promise<Found['accountableAgency']> {
  const first = members[0]
  if (!first || members.some(({ kind }) => kind !== 'unit')) return null
  if (!known.has(first.id)) known.set(first.id, parentOf(db, first.id, on))
  return known.get(first.id)!
}

async function parentOf(db: AnyHandle, id: number, on: string): Promise<Found['accountableAgency']> {
  const unit = await agencyOn(db, id, on)
  if (!unit || unit.parentId === null) return null
  const parent = await agencyOn(db, unit.parentId, on)
  return parent ? { id: parent.id, name: parent.name } : null
}

function matched(party: NamedParty, { outcome, agency, candidates, members, accountableAgency }: Found): DraftParty {
  const { role, name, scope, span, confidence, by } = party
  const collective = outcome === 'collective' || (party.collective && agency === null)
  const matchedTo = agency ?? (role === 'lead' ? accountableAgency : null)
  return {
    role,
    name,
    scope,
    collective,
    span,
    confidence,
    accountable: false,
    agencyId: matchedTo?.id ?? null,
    agencyName: matchedTo?.name ?? null,
    outcome: collective ? 'collective' : outcome,
    candidates: collective && role === 'lead' && candidates.length === 0 ? members : candidates,
    members: collective ? members.length : null,
    ...(by ? { by } : {}),
  }
}

/**
 * The parties a reviewer sends, matched. An existing party keeps its match; a new name is looked up; an agency chosen by
 * hand must have existed on the day. `before` are the draft's current parties.
 * Throws `Invalid` if an agency did not exist, or if more than one lead is marked accountable.
 */
export async function matchEdited(
  db: AnyHandle,
  edits: readonly PartyEdit[],
  before: readonly DraftParty[],
  context: NameContext,
): Promise<DraftParty[]> {
  checkAccountable(edits)
  const unknown = edits.filter((edit) => !find(before, edit)).map(({ name }) => name)
  const found = await lookUp(db, new Set(unknown), context)
  const parties: DraftParty[] = []
  for (const [index, edit] of edits.entries())
    parties.push(await matchOne(db, edit, index, find(before, edit), found, context))
  return withOneAccountable(parties)
}

async function matchOne(
  db: AnyHandle,
  edit: PartyEdit,
  index: number,
  before: DraftParty | undefined,
  found: ReadonlyMap<string, Found>,
  context: NameContext,
): Promise<DraftParty> {
  const named: NamedParty = {
    role: edit.role,
    name: edit.name.trim(),
    scope: edit.scope === undefined ? (before?.scope ?? null) : edit.scope,
    collective: edit.collective ?? before?.collective ?? false,
    span: edit.span === undefined ? (before?.span ?? null) : edit.span,
    confidence: before?.confidence ?? 1,
  }
  const known = before ? { ...before, ...named } : matched(named, found.get(edit.name)!)
  const party = { ...known, accountable: edit.accountable }
  if (edit.agencyId === null) return before ? unmatched(party) : party
  if (edit.agencyId === party.agencyId) return party
  const agency = await agencyOn(db, edit.agencyId, context.on)
  if (!agency) {
    throw new Invalid(
      'directive.agency_not_there',
      `Cơ quan chọn cho “${named.name}” không tồn tại vào ngày ${formatDay(context.on)}. Hãy chọn cơ quan của ngày đó.`,
      {
        fields: [
          { path: `parties.${index}.agencyId`, code: 'not_there', message: 'Không tồn tại vào ngày của văn bản.' },
        ],
      },
    )
  }
  const chosen = { agencyId: agency.id, agencyName: agency.name, outcome: 'chosen' } as const
  return { ...party, ...chosen, collective: false, members: null }
}

/** A reviewer removed the match: the candidates stay to choose from. */
function unmatched(party: DraftParty): DraftParty {
  if (party.agencyId === null) return party
  if (party.collective) return { ...party, agencyId: null, agencyName: null }
  return { ...party, agencyId: null, agencyName: null, outcome: party.candidates.length > 0 ? 'unsure' : 'unknown' }
}

function find(before: readonly DraftParty[], { role, name }: PartyEdit): DraftParty | undefined {
  const same = before.filter((party) => party.name === name.trim())
  return same.find((party) => party.role === role) ?? same[0]
}

function checkAccountable(edits: readonly PartyEdit[]): void {
  const marked = edits.flatMap((edit, index) => (edit.accountable ? [index] : []))
  if (marked.length > 1) {
    throw new Invalid('directive.one_accountable', 'Mỗi nhiệm vụ chỉ có một đơn vị chịu trách nhiệm chính.', {
      fields: marked.map((index) => ({ path: `parties.${index}.accountable`, code: 'one', message: 'Chỉ chọn một.' })),
    })
  }
  for (const index of marked) {
    if (edits[index]!.role === 'lead') continue
    throw new Invalid('directive.accountable_leads', 'Đơn vị chịu trách nhiệm chính phải là cơ quan chủ trì.', {
      fields: [{ path: `parties.${index}.accountable`, code: 'lead', message: 'Phải là đơn vị chủ trì.' }],
    })
  }
}
