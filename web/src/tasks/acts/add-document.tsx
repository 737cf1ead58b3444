import { answer } from '@dieuhanh/client'
import { api } from '../../shell/api.ts'
import { useMe } from '../../shell/session.ts'
import { defineAct } from '../act.tsx'
import { Day, Line, Words } from '../form-fields.tsx'
import type { Task } from '../queries.ts'

interface Document {
  number: string
  issuedOn: string
  issuer: string
  about: string
}

/** A document, by its notation, is evidence for the task or one of its sub-tasks. */
export const addDocument = defineAct<Document, { task: Task; subtaskId: number | undefined }>({
  on: ({ task, subtaskId }) => ({ task, subtaskId }),
  Fields: function Fields() {
    const me = useMe()
    return (
      <>
        <Line name="number" max={200} />
        <Day name="issuedOn" max={me.today} />
        <Line name="issuer" />
        <Words name="about" rows={2} />
      </>
    )
  },
  send: ({ number, issuedOn, issuer, about }, { task, subtaskId }, key) =>
    answer(
      api.POST('/api/tasks/{id}/evidence/documents', {
        params: { path: { id: task.id } },
        headers: key,
        body: {
          number: number.trim(),
          issuedOn,
          issuer: issuer.trim(),
          about: about.trim(),
          ...(subtaskId === undefined ? {} : { subtaskId }),
        },
      }),
    ),
})
