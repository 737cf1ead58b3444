/** A small choice of one person on this browser. What cannot be read, or was written by something else, is no choice. */
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
    // A browser that keeps nothing: the choice holds until the page is closed.
  }
}
