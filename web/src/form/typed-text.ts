/** Trimmed text as a property, or no property if it is empty. */
export const optionalText = <Name extends string>(name: Name, text: string | undefined): { [name in Name]?: string } =>
  text?.trim() ? ({ [name]: text.trim() } as { [name in Name]: string }) : {}

/** Trimmed text, or null if it is empty. */
export const textOrNull = (text: string | undefined): string | null => text?.trim() || null
