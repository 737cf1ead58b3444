import type { Answer, Visitor } from '../test/app.ts'
import type { Comment, NewThread, Thread, ThreadList, Words } from './shapes.ts'

export const codeOf = ({ status, body }: Answer) => [status, (body as { code?: string }).code]

/** Starts a thread; returns the ids. */
export async function said(
  who: Visitor,
  taskId: number,
  words: Partial<NewThread> & { body: string },
): Promise<{ id: number; threadId: number }> {
  const answer = await who.send('POST', `/api/tasks/${taskId}/comments`, { body: { audience: 'shared', ...words } })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body as { id: number; threadId: number }
}

export async function replied(who: Visitor, taskId: number, threadId: number, words: Words): Promise<number> {
  const answer = await who.send('POST', `/api/tasks/${taskId}/threads/${threadId}/replies`, { body: words })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return (answer.body as { id: number }).id
}

export async function listOf(who: Visitor, taskId: number, query = ''): Promise<ThreadList> {
  const answer = await who.send('GET', `/api/tasks/${taskId}/comments${query}`)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as ThreadList
}

/** All comments that a person reads of a task, in the order of the list. */
export const commentsOf = ({ threads }: { threads: Thread[] }): Comment[] => threads.flatMap(({ comments }) => comments)

/** A text with one person mentioned: `@` stands for the place. */
export function mentioning(text: string, ...people: Visitor[]): Words {
  const parts = text.split('@')
  let body = parts[0]!
  const mentions = people.map(({ actor }, place) => {
    const start = body.length
    body += `@${actor.name}`
    const mention = { personId: actor.personId!, start, end: body.length }
    body += parts[place + 1] ?? ''
    return mention
  })
  return { body, mentions }
}
