import type { DeputationInForce } from '../registry/index.ts'

/** Who signs a letter, and on whose behalf. */
export interface Signature {
  /** Lines above the name: "KT. BỘ TRƯỞNG, CHỦ NHIỆM", "PHÓ CHỦ NHIỆM". */
  title: string
  name: string
}

/**
 * How a signature is printed, Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, Mục II.7: the head under the title alone; a
 * deputy head "KT." for the head; a person authorised in writing "TUQ."; the head of a unit "TL.". A person who stands in
 * for an absent deputy head signs for the head, as the deputy head would have.
 */
export function signatureOnPaper(signer: {
  name: string
  /** Of the post worked in; for a deputy the owner's. */
  title: string
  isHead: boolean
  /** The post is in a unit of the office, not in the office itself. */
  isOfUnit: boolean
  headTitle: string
  standing: DeputationInForce | undefined
}): Signature {
  const { name, title, isHead, isOfUnit, headTitle, standing } = signer
  const head = headTitle.toLocaleUpperCase('vi')
  if (standing) {
    const own = (standing.deputyTitle || title).toLocaleUpperCase('vi')
    if (standing.kind === 'authorised')
      return { name, title: `TUQ. ${isHead ? head : title.toLocaleUpperCase('vi')}\n${own}` }
    return { name, title: `${standing.isOfSameAgency ? 'KT.' : 'TL.'} ${head}\n${own}` }
  }
  if (isHead) return { name, title: head }
  return { name, title: `${isOfUnit ? 'TL.' : 'KT.'} ${head}\n${title.toLocaleUpperCase('vi')}` }
}
