/** A kind of thing that tasks come from, declared by the room that keeps such things (`Room.taskSources`). */
export interface TaskSource {
  /** Names it in rows and addresses, "minutes"; letters only, since `kind:12` names one source of it. */
  kind: string
  /** What one of them is called, as within a sentence: "biên bản họp". */
  vi: string
  en: string
  /** Address of a source's page in the console, `:id` in place of its id; null where it has none. */
  path: string | null
}

const KIND = /^[a-z][A-Za-z]*$/

/** The kinds of all rooms. Throws for two of one name, and for one that could not stand in an address. */
export function taskSourcesOf(sources: readonly TaskSource[]): readonly TaskSource[] {
  const known = new Set<string>()
  for (const { kind, path } of sources) {
    if (known.has(kind)) throw new Error(`two rooms have the task source ${kind}`)
    if (!KIND.test(kind)) throw new Error(`the task source ${kind} is not named by letters alone`)
    if (path !== null && !path.includes(':id')) throw new Error(`the page of the task source ${kind} has no :id`)
    known.add(kind)
  }
  return sources
}
