/** What `extract` can write. Apart from it, so that help and refusals need not load the library. */
export const FORMATS = ['json', 'table', 'xlsx', 'akn'] as const
export type OutputFormat = (typeof FORMATS)[number]
