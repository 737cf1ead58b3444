/** The kind under which entries close tasks and give them: a task source of this room. */
export const ITEM_PROOF = 'programmeItem'
