import { type Knowledge, type LabelRole, refusalIn, Unreadable } from '@dieuhanh/extraction'
import { bytesOf, EXIT, Stop, write } from './io.ts'
import { answerOf, type Connection } from './server.ts'
import type { Words } from './words.ts'

export { NO_KNOWLEDGE } from '@dieuhanh/extraction'

const ROLES = Object.keys({
  lead: true,
  coordinating: true,
  deadline: true,
  product: true,
  target: true,
  content: true,
  other: true,
} satisfies Record<LabelRole, true>) as LabelRole[]

/** A country has some twenty thousand agencies; a list beyond these is a file of something else. */
const MOST = { units: 200_000, aliases: 1_000, labels: 10_000 }
const LONGEST = { name: 1_000, phrase: 100 }

/** Writes what the office adds to the words of the library, as the server keeps it. */
export async function exportKnowledge(connection: Connection, out: string | undefined, words: Words): Promise<number> {
  const knowledge = await answerOf(connection, connection.client.GET('/api/directives/knowledge'), words)
  await write(`${JSON.stringify(knowledge, null, 2)}\n`, out, words)
  if (out !== undefined) {
    await write(`${words.knowledgeWritten(knowledge.units.length, knowledge.labels.length, out)}\n`, undefined, words)
  }
  return EXIT.done
}

/**
 * The knowledge in a file that `exportKnowledge` wrote, or that people wrote in the same form. Members that are not known are
 * left out, so that a file may say where it comes from.
 *
 * @throws Stop that names the place of the first mistake: `labels[3].role`.
 */
export async function knowledgeIn(file: string, words: Words): Promise<Knowledge> {
  const wrong = (why: string) => new Stop(EXIT.badUse, words.knowledgeUnread(file, why))
  const text = await bytesOf(file, words)
    .then((bytes) => new TextDecoder().decode(bytes))
    .catch((error: unknown) => {
      if (error instanceof Unreadable) throw wrong(refusalIn(error, words.language))
      throw error instanceof Stop ? wrong(error.message) : error
    })
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw wrong(words.knowledgeNotJson(error instanceof Error ? error.message : String(error)))
  }
  return checked(json, (place, expected) => wrong(words.knowledgeWrong(place, expected)), words.knowledgeParts)
}

function checked(
  json: unknown,
  wrong: (place: string, expected: string) => Stop,
  parts: Words['knowledgeParts'],
): Knowledge {
  const members = (value: unknown, place: string, expected: string): Record<string, unknown> => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong(place, expected)
    return value as Record<string, unknown>
  }
  const list = (value: unknown, place: string, most: number): unknown[] => {
    if (!Array.isArray(value)) throw wrong(place, parts.list)
    if (value.length > most) throw wrong(place, parts.most(most))
    return value
  }
  const text = (value: unknown, place: string, longest: number): string => {
    const tidy = typeof value === 'string' ? value.normalize('NFC').trim() : ''
    if (tidy === '' || tidy.length > longest) throw wrong(place, parts.words(longest))
    return tidy
  }
  const whole = members(json, '', parts.whole)
  return {
    units: list(whole.units, 'units', MOST.units).map((one, at) => {
      const place = `units[${at}]`
      const { name, aliases } = members(one, place, parts.unit)
      return {
        name: text(name, `${place}.name`, LONGEST.name),
        aliases: list(aliases, `${place}.aliases`, MOST.aliases).map((alias, index) =>
          text(alias, `${place}.aliases[${index}]`, LONGEST.name),
        ),
      }
    }),
    labels: list(whole.labels, 'labels', MOST.labels).map((one, at) => {
      const place = `labels[${at}]`
      const { phrase, role } = members(one, place, parts.label)
      const known = ROLES.find((each) => each === role)
      if (!known) throw wrong(`${place}.role`, parts.role(ROLES.join(', ')))
      return { phrase: text(phrase, `${place}.phrase`, LONGEST.phrase), role: known }
    }),
  }
}
