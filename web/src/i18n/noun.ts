/**
 * The format `noun` of English texts: a count with its noun, `{{n, noun(one: task; many: tasks)}}`. A text may have several
 * counts, which the plural keys of i18next cannot say. The count may be written already: "1,204", "+1".
 */
export function noun(count: unknown, { one, many }: { one?: unknown; many?: unknown }): string {
  return `${count} ${/^[+−-]?1$/.test(String(count)) ? one : many}`
}
