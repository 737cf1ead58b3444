import { useUrge } from './urging/urge-tasks.tsx'
import { Queue } from './worklists/queue.tsx'

/** The queue of the follow-up officers, with letters about its rows. */
export function WorkQueue() {
  return <Queue useUrge={useUrge} />
}
