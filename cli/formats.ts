/** What `extract` can write. A file of its own, so that help and refusals need not load the library. */
export const FORMATS = ['json', 'table', 'xlsx', 'akn'] as const
export type OutputFormat = (typeof FORMATS)[number]
