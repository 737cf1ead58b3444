import type { Fragment } from './fragments.ts'

/** A line that says only who does what is above it, and by when. */
const WHO_DOES = /^\((?=[^()]*\bchu tri\b)[^()]{5,300}\)\W*$/

/**
 * A line in brackets goes on with the paragraph above it, however the file wrapped them:
 * "1. Rà soát kho thuốc." / "(Phòng A chủ trì, Phòng B phối hợp; hoàn thành trước 05/9/2026)".
 */
export function withBracketsBelow(fragments: readonly Fragment[]): Fragment[] {
  const whole: Fragment[] = []
  for (const fragment of fragments) {
    const above = whole.at(-1)
    const isBelow =
      fragment.kind === 'paragraph' &&
      above?.kind === 'paragraph' &&
      fragment.passage.text.startsWith('(') &&
      WHO_DOES.test(fragment.passage.plain)
    if (isBelow) whole[whole.length - 1] = { ...above, passage: above.passage.joinedTo(fragment.passage) }
    else whole.push(fragment)
  }
  return whole
}
