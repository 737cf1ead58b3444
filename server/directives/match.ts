import { formatDay } from '../platform/calendar.ts'
import type { AnyHandle } from '../platform/db.ts'
import { Invalid } from '../platform/errors.ts'
import { agencyOn, resolveAgency, resolveMany } from '../registry/index.ts'
import { withOneAccountable } from './draft.ts'
import type { DraftParty, PartyEdit } from './shapes.ts'

/** When and where names are meant: the document's day (ISO), and the issuer, whose own units come before others'. */
export interface Meant {
  on: string
  within: number | null
}

/** A party as the text names it. */
export type NamedParty = Pick<DraftParty, 'role' | 'name' | 'scope' | 'collective' | 'span' | 'confidence'>

/** The body that issued a document, where the registry knows it by name on the day; null where it does not. */
export async function matchIssuer(db: AnyHandle, issuer: string | null, on: string): Promise<number | null> {
  if (issuer === null || issuer.trim() === '') return null
  return (await resolveAgency(db, issuer, on)).agency?.id ?? null
}

/**
 * Matches the parties of many tasks to agencies at once. A name that is one body, misprinted or not, is matched; a phrase
 * for many is kept with how many it stood for; the rest keep their candidates for the reviewer. In each task the first
 * matched lead answers for it.
 */
export async function matchParties(
  db: AnyHandle,
  tasks: readonly NamedParty[][],
  meant: Meant,
): Promise<DraftParty[][]> {
  const lookup = await lookUp(db, new Set(tasks.flat().map(({ name }) => name)), meant)
  return tasks.map((parties) => withOneAccountable(parties.map((party) => matched(party, lookup.get(party.name)!))))
}

/** What the registry says of a name, and, of a phrase for the units of one body, that body. */
interface Found extends Awaited<ReturnType<typeof resolveAgency>> {
  answering: { id: number; name: string } | null
}

async function lookUp(db: AnyHandle, names: ReadonlySet<string>, meant: Meant): Promise<Map<string, Found>> {
  const asked = [...names]
  const resolutions = await resolveMany(db, asked, meant.on, meant.within === null ? {} : { within: meant.within })
  const agencies = new Map<number, Promise<Found['answering']>>()
  const found = new Map<string, Found>()
  for (const [index, name] of asked.entries()) {
    const resolution = resolutions[index]!
    found.set(name, { ...resolution, answering: await answeringFor(db, resolution.members, meant.on, agencies) })
  }
  return found
}

/**
 * "Các Vụ, Cục, đơn vị theo chức năng, nhiệm vụ": when all who are meant are units of one body, that body answers for what
 * they are to do, until a reviewer names one of them. Ministries and provinces have nobody above them who could.
 */
async function answeringFor(
  db: AnyHandle,
  members: Found['members'],
  on: string,
  known: Map<number, Promise<Found['answering']>>,
): Promise<Found['answering']> {
  const first = members[0]
  if (!first || members.some(({ kind }) => kind !== 'unit')) return null
  if (!known.has(first.id)) known.set(first.id, parentOf(db, first.id, on))
  return known.get(first.id)!
}

async function parentOf(db: AnyHandle, id: number, on: string): Promise<Found['answering']> {
  const unit = await agencyOn(db, id, on)
  if (!unit || unit.parentId === null) return null
  const parent = await agencyOn(db, unit.parentId, on)
  return parent ? { id: parent.id, name: parent.name } : null
}

function matched(party: NamedParty, { outcome, agency, candidates, members, answering }: Found): DraftParty {
  const { role, name, scope, span, confidence } = party
  const collective = outcome === 'collective' || (party.collective && agency === null)
  const body = agency ?? (role === 'lead' ? answering : null)
  return {
    role,
    name,
    scope,
    collective,
    span,
    confidence,
    accountable: false,
    agencyId: body?.id ?? null,
    agencyName: body?.name ?? null,
    outcome: collective ? 'collective' : outcome,
    candidates: collective && role === 'lead' && candidates.length === 0 ? members : candidates,
    members: collective ? members.length : null,
  }
}

/**
 * The parties a reviewer sends, matched. A party that was there keeps what is known of it; a new name is looked up; a body
 * chosen by hand must have been there on the day. `before` are the draft's parties until now.
 * Throws `Invalid` where a body was not there, or where more than one lead is marked accountable.
 */
export async function matchEdited(
  db: AnyHandle,
  edits: readonly PartyEdit[],
  before: readonly DraftParty[],
  meant: Meant,
): Promise<DraftParty[]> {
  checkAccountable(edits)
  const unknown = edits.filter((edit) => !find(before, edit)).map(({ name }) => name)
  const found = await lookUp(db, new Set(unknown), meant)
  const parties: DraftParty[] = []
  for (const [index, edit] of edits.entries())
    parties.push(await matchOne(db, edit, index, find(before, edit), found, meant))
  return withOneAccountable(parties)
}

async function matchOne(
  db: AnyHandle,
  edit: PartyEdit,
  index: number,
  before: DraftParty | undefined,
  found: ReadonlyMap<string, Found>,
  meant: Meant,
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
  const agency = await agencyOn(db, edit.agencyId, meant.on)
  if (!agency) {
    throw new Invalid(
      'directive.agency_not_there',
      `Cơ quan chọn cho “${named.name}” không tồn tại vào ngày ${formatDay(meant.on)}. Hãy chọn cơ quan của ngày đó.`,
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

/** A reviewer took the match away: the candidates stay to choose from. */
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
    throw new Invalid('directive.accountable_leads', 'Đơn vị chịu trách nhiệm chính phải là đơn vị chủ trì.', {
      fields: [{ path: `parties.${index}.accountable`, code: 'lead', message: 'Phải là đơn vị chủ trì.' }],
    })
  }
}
