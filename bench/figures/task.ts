import type { NewTask } from '../../server/tasks/index.ts'

type Due = NewTask['deadlines'][number]

const WITHOUT_A_DAY: Due = {
  kind: 'none',
  literal: 'không',
  dueOn: null,
  isMilestone: false,
  isStrict: false,
  recurs: null,
  rule: null,
}

/** A task for measuring, led by one agency, with only a title. `ref` is its place in its document. */
export function aTask(ref: string, title: string, agencyId: number, namedAs: string, dueOn?: string): NewTask {
  return {
    ref,
    groupTitle: null,
    title,
    content: title,
    product: null,
    implements: [],
    span: null,
    sentence: title,
    parties: [{ role: 'lead', agencyId, namedAs, scope: null, isAccountable: true }],
    deadlines: [dueOn === undefined ? WITHOUT_A_DAY : { ...WITHOUT_A_DAY, kind: 'date', literal: dueOn, dueOn }],
    targets: [],
  }
}
