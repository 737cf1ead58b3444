/** What a draft becomes when a phrase for many agencies among its parties is given to each of them. Pure. */
import type { Candidate } from '../registry/index.ts'
import { refsOfMembers } from '../tasks/index.ts'
import { withOneAccountable } from './draft.ts'
import type { DraftContent, DraftRecord, NewDraft } from './drafts.ts'
import type { DistributionPlan, DraftParty } from './shapes.ts'

export type Form = DistributionPlan['form']

/** An agency that gets its own, with the number of its reference: its place among the members of the day. */
export interface Member extends Pick<Candidate, 'id' | 'name'> {
  number: number
  isAdded: boolean
}

/**
 * The chosen agencies in the order of the members; those that are no members follow. A member keeps its number whoever is left
 * out, so that in a new edition "5.7" is the same agency.
 */
export function chosenOf(
  members: readonly Pick<Candidate, 'id' | 'name'>[],
  chosen: readonly Pick<Candidate, 'id' | 'name'>[],
): Member[] {
  const places = new Map(members.map(({ id }, place) => [id, place + 1]))
  const added = chosen.filter(({ id }) => !places.has(id))
  return [
    ...members.flatMap((member) =>
      chosen.some(({ id }) => id === member.id) ? [{ ...member, number: places.get(member.id)!, isAdded: false }] : [],
    ),
    ...added.map((agency, place) => ({ ...agency, number: members.length + place + 1, isAdded: true })),
  ]
}

/** A lead that stands for several agencies, of which none is chosen. */
export function isPhraseInLead({
  role,
  collective,
  agencyId,
}: Pick<DraftParty, 'role' | 'collective' | 'agencyId'>): boolean {
  return role === 'lead' && collective && agencyId === null
}

/** A draft for each agency, with everything the one had. `id`: the distribution; the log and the preview need none. */
export function ofEach(
  draft: Pick<DraftRecord, 'ref' | 'position' | 'warnings' | 'confidence'> & DraftContent,
  at: number,
  members: readonly Member[],
  taken: ReadonlySet<string>,
  id?: number,
): NewDraft[] {
  const phrase = draft.parties[at]!
  const refs = refsOfMembers(
    draft.ref,
    members.map(({ number }) => number),
    taken,
  )
  // A document often names two groups: what the other phrase was given is given in the same act, or it would be nobody's.
  const others = draft.parties.filter((party, place) => place !== at && !isPhraseInLead(party))
  return members.map((member, place) => ({
    ...contentOf(draft),
    ref: refs[place]!,
    position: draft.position + place + 1,
    warnings: draft.warnings,
    confidence: draft.confidence,
    parties: [
      { ...partyOf(phrase, member, undefined), accountable: true },
      ...others.filter(({ agencyId }) => agencyId !== member.id).map((party) => ({ ...party, accountable: false })),
    ],
    ...(id === undefined ? {} : { distributionId: id }),
  }))
}

/** The same draft, in which each agency has a part in the place of the phrase. */
export function inParts(
  draft: DraftContent,
  at: number,
  members: readonly Member[],
  { accountableId, id }: { accountableId?: number | undefined; id?: number | undefined },
): DraftContent {
  const phrase = draft.parties[at]!
  const before = draft.parties.filter((_, place) => place !== at)
  const isTaken = (agencyId: number) =>
    before.some((party) => party.agencyId === agencyId && (party.role === 'lead' || party.role === phrase.role))
  const parts = members.filter((member) => !isTaken(member.id)).map((member) => partyOf(phrase, member, id))
  const isPassed = (party: DraftParty) =>
    phrase.role === 'lead' && party.role === 'coordinating' && parts.some((part) => part.agencyId === party.agencyId)
  const parties = [...before.slice(0, at), ...parts, ...before.slice(at)].filter((party) => !isPassed(party))
  if (phrase.role !== 'lead') return { ...contentOf(draft), parties }
  const answers = accountableId ?? parts[0]?.agencyId
  return {
    ...contentOf(draft),
    parties: withOneAccountable(
      parties.map((party) => ({ ...party, accountable: party.role === 'lead' && party.agencyId === answers })),
    ),
  }
}

/** The phrase in the place of those that were given its part. */
export function rejoined(draft: DraftContent, id: number, phrase: DraftParty): DraftContent {
  return { ...contentOf(draft), parties: withOneAccountable(partiesOf(draft.parties, id, phrase)) }
}

function partiesOf(parties: readonly DraftParty[], id: number, phrase: DraftParty): DraftParty[] {
  const rest = parties.filter((party) => party.distributionId !== id)
  const first = parties.findIndex((party) => party.distributionId === id)
  const at = first < 0 ? rest.length : first
  return [...rest.slice(0, at), phrase, ...rest.slice(at)]
}

export interface Undone {
  id: number
  draftId: number
  form: Form
  party: DraftParty
}

/**
 * Drafts as their document has them: one where there is one for each agency, and the phrase where there are its members. What a
 * reviewer made of the reading is judged by this, and so is a labelled document.
 */
export function asWritten<Draft extends Pick<DraftRecord, 'id' | 'distributionId' | 'isDropped' | 'parties'>>(
  drafts: readonly Draft[],
  distributions: readonly Undone[],
): Draft[] {
  const ofEachMade = new Set(distributions.flatMap(({ form, draftId }) => (form === 'each' ? [draftId] : [])))
  return drafts
    .filter(({ distributionId }) => distributionId === null)
    .map((draft) => {
      const own = distributions.filter(({ draftId, form }) => draftId === draft.id && form !== 'each')
      const parties = own.reduce((found, { id, party }) => partiesOf(found, id, party), draft.parties)
      return { ...draft, parties, isDropped: draft.isDropped && !ofEachMade.has(draft.id) }
    })
}

function partyOf(
  phrase: DraftParty,
  { id: agencyId, name, isAdded }: Member,
  distributionId: number | undefined,
): DraftParty {
  const { by: _, distributionId: __, ...rest } = phrase
  return {
    ...rest,
    name,
    agencyId,
    agencyName: name,
    accountable: false,
    collective: false,
    outcome: isAdded ? 'chosen' : 'certain',
    candidates: [],
    members: null,
    ...(distributionId === undefined ? {} : { distributionId }),
  }
}

function contentOf(draft: DraftContent): DraftContent {
  const {
    groupTitle,
    title,
    content,
    product,
    implements: carriedOut,
    parties,
    deadlines,
    targets,
    span,
    contentSpan,
  } = draft
  return { groupTitle, title, content, product, implements: carriedOut, parties, deadlines, targets, span, contentSpan }
}
