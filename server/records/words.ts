/** Every word typed, each as the beginning of a word of the text, folded. Null where nothing is typed that a text could hold. */
export function tsqueryOf(typed: string): string | null {
  const words = typed
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  return words.length === 0
    ? null
    : words.map((word, place) => (place === words.length - 1 ? `${word}:*` : word)).join(' & ')
}
