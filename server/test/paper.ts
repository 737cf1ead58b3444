/** The text of a paper as one types it: without the spaces and hyphens at which no line ends. */
export function asTyped(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-')
}
