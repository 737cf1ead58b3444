/** A small setting of one person in this browser. An unreadable or foreign value counts as unset. */
export function readChoice<T>(name: string, person: string, isIt: (value: unknown) => value is T): T | undefined {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(`dieuhanh.${name}.${person}`) ?? 'null')
    return isIt(value) ? value : undefined
  } catch {
    return undefined
  }
}

export function keepChoice(name: string, person: string, value: unknown): void {
  try {
    localStorage.setItem(`dieuhanh.${name}.${person}`, JSON.stringify(value))
  } catch {
    // Storage is unavailable: the setting lasts until the page is closed.
  }
}
