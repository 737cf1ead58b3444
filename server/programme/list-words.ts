/** The words by which a list of entries is filtered. */
export const ITEM_ONLY = [
  'late',
  'postponed',
  'postponedAgain',
  'requested',
  'toCheck',
  'returned',
  'dueSoon',
  'promised',
  'promiseBroken',
  'promiseMoved',
] as const
export const FLOW = ['start', 'new', 'cleared', 'moved', 'stopped', 'end'] as const
export type Flow = (typeof FLOW)[number]
export const AGES = ['0-30', '31-90', '91-365', '366'] as const
export const MOVES = ['0', '1', '2', '3'] as const
export const RECOVERED = ['submitted', 'gone', 'left', 'kept', 'broken', 'running'] as const
