import { fold } from '../ui/format.ts'

/** A person chosen after an @, and the place of "@name" in the text. */
export interface Pick {
  personId: number
  name: string
  start: number
  end: number
}

/** Where two texts begin to differ, and where the difference ends in each. */
function difference(before: string, after: string) {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let same = 0
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1
  return { start, endBefore: before.length - same, endAfter: after.length - same }
}

/** The mentions after an edit: those behind it move, and one that was edited is plain text from then on. */
export function movedPicks(before: string, after: string, picks: readonly Pick[]): Pick[] {
  const { start, endBefore, endAfter } = difference(before, after)
  const by = endAfter - endBefore
  return picks
    .flatMap((pick) => {
      if (pick.end <= start) return pick
      return pick.start >= endBefore ? { ...pick, start: pick.start + by, end: pick.end + by } : []
    })
    .filter(({ name, start: at, end }) => after.slice(at, end) === `@${name}`)
}

/** Adds the person just chosen, whose "@name" the field put into the text where it last changed. */
export function withPick(
  before: string,
  after: string,
  picks: readonly Pick[],
  { personId, name }: Pick | { personId: number; name: string },
): Pick[] {
  const label = `@${name}`
  const { start: changedAt } = difference(before, after)
  let start = after.lastIndexOf(label, changedAt)
  const isTaken = (at: number) => picks.some((pick) => at < pick.end && at + label.length > pick.start)
  while (start >= 0 && isTaken(start)) start = start === 0 ? -1 : after.lastIndexOf(label, start - 1)
  if (start < 0) return [...picks]
  return [...picks, { personId, name, start, end: start + label.length }].sort((one, other) => one.start - other.start)
}

/** Whether what follows an @ may still become a name: not the text behind a person who was chosen. */
export function mayBeName(typed: string, picks: readonly Pick[]): boolean {
  if (typed.length > 40 || typed.includes('\n') || typed.split(' ').length > 6) return false
  return !picks.some(({ name }) => typed.startsWith(name))
}

/**
 * Those of an earlier answer whom the words typed since may still mean: each word begins one of the name, title or agency, as
 * the server finds them. Enter must not choose anyone else.
 */
export function stillMeant<Person extends { name: string; title: string; agencyName: string }>(
  people: readonly Person[],
  typed: string,
): Person[] {
  const words = fold(typed).split(' ')
  return people.filter(({ name, title, agencyName }) => {
    const text = ` ${fold(`${name} ${title} ${agencyName}`)}`
    return words.every((word) => text.includes(` ${word}`))
  })
}
