/** What the second reader answered: words it says it copied from the passage, nothing of it trusted yet. */
export interface AnsweredTask {
  /** The action; null where the question is about a task already known. */
  content: string | null
  lead: string[]
  coordinating: string[]
  deadlines: string[]
  targets: string[]
}

/** Answers longer than this are not read, in characters. The longest honest one repeats a passage of 3,000 once or twice. */
const LONGEST_ANSWER = 32_000
const MOST_TASKS = 10
const MOST_WORDS = 30
const LONGEST_WORDS = 4_000

const LISTS = ['lead', 'coordinating', 'deadlines', 'targets'] as const

/** The JSON schema of an answer, for servers that can hold a model to one. It is checked again on arrival. */
export function answerSchema(withContent: boolean): object {
  const words = { type: 'array', items: { type: 'string' }, maxItems: MOST_WORDS }
  const properties = {
    ...(withContent ? { content: { type: 'string' } } : {}),
    ...Object.fromEntries(LISTS.map((name) => [name, words])),
  }
  const task = { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
  return {
    type: 'object',
    properties: { tasks: { type: 'array', items: task, maxItems: withContent ? MOST_TASKS : 1 } },
    required: ['tasks'],
    additionalProperties: false,
  }
}

/**
 * The tasks of a reply in the chat-completions format; null if it is anything else. Strict: a property missing or unknown,
 * another type, too many or too long values make the whole answer unusable, because a reader that does not keep to the form
 * cannot be trusted to keep to the text.
 */
export function answerOf(reply: string, withContent: boolean): AnsweredTask[] | null {
  const content = contentOf(reply)
  if (content === null || content.length > LONGEST_ANSWER) return null
  const whole = parsed(content.replace(/^\s*```(?:json)?\s*\n([\s\S]*)\n\s*```\s*$/, '$1'))
  if (!isRecord(whole, ['tasks']) || !Array.isArray(whole.tasks) || whole.tasks.length > MOST_TASKS) return null
  const names = withContent ? ['content', ...LISTS] : [...LISTS]
  const tasks: AnsweredTask[] = []
  for (const task of whole.tasks as unknown[]) {
    if (!isRecord(task, names) || (withContent && !isWords(task.content))) return null
    const { lead, coordinating, deadlines, targets } = task
    if (!isList(lead) || !isList(coordinating) || !isList(deadlines) || !isList(targets)) return null
    tasks.push({ content: withContent ? (task.content as string) : null, lead, coordinating, deadlines, targets })
  }
  return tasks
}

/** The text of the first choice: `{ choices: [{ message: { content } }] }`. The envelope may hold more. */
function contentOf(reply: string): string | null {
  const whole = parsed(reply) as { choices?: { message?: { content?: unknown } | null }[] } | null
  if (whole === null || typeof whole !== 'object' || !Array.isArray(whole.choices)) return null
  const content = whole.choices[0]?.message?.content
  return typeof content === 'string' ? content : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** An object with exactly these properties. */
function isRecord(value: unknown, names: readonly string[]): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const own = Object.keys(value)
  return own.length === names.length && names.every((name) => own.includes(name))
}

function isWords(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_WORDS
}

function isList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= MOST_WORDS && value.every(isWords)
}
