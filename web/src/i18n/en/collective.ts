/** Work given to several agencies under one name. */
export const collective = {
  counting: 'Collective tasks',
  countings: { perMember: 'Count each agency', once: 'Count once' },
  given: 'Given',
  givens: { together: 'To several agencies together', alone: 'To one agency' },
  collectiveId: 'Of the collective task',
  numbered: 'number {{id}}',
  tag: 'given to {{n, noun(one: agency; many: agencies)}}',
  tagShared: 'shared by {{n, noun(one: agency; many: agencies)}}',
  onPage:
    'Given to “{{name}}” ({{n, noun(one: agency; many: agencies)}}, as of {{day}}). Each agency has a task of its own.',
  onPageShared:
    'A shared task of “{{name}}”: {{n, noun(one: agency; many: agencies)}} lead a part each; one is accountable for the whole.',
  into: 'Distributed into {{n, noun(one: task; many: tasks)}}, one for each agency.',
  seeAll: 'See all {{n, noun(one: task; many: tasks)}}',
  noteEach:
    'Of these, {{works, noun(one: task given to several agencies together counts; many: tasks given to several agencies together count)}} as {{tasks, noun(one: task; many: tasks)}}.',
  noteOnce:
    'Of these, {{works, noun(one: task given to several agencies together counts; many: tasks given to several agencies together count)}} once, by the agency furthest behind ({{tasks, noun(one: task of a single agency; many: tasks of single agencies)}}).',
  noteRows: 'An agency’s own row always counts its own task, so the rows add up to {{n}}, more than the total above.',
  listOnce: 'collective tasks counted once',
  parts: 'Parts of the agencies',
  missing:
    '{{n, noun(one: agency has; many: agencies have)}} not given the requested part: {{names}}. Remind them, or say why you claim completion without them.',
  whom: 'Give to',
  members: '“{{name}}” on {{day}}: {{n, noun(one: agency; many: agencies)}}, by their names of today.',
  nobody:
    '“{{name}}” does not say which agencies are meant, so it cannot be distributed automatically. Choose the agencies.',
  will: '{{n, noun(one: task; many: tasks)}} will be given, with the deadline, targets and milestones in force. Up to yesterday one task counts; from today each does.',
  willParts:
    '{{n, noun(one: agency; many: agencies)}} will coordinate this task from today, instead of the collective name.',
} as const

/** The same under review. */
export const distribution = {
  open: 'Give to each agency',
  openOf: 'Give to each agency: {{name}}',
  title: 'Distribute “{{name}}”, task {{ref}}',
  how: 'How',
  forms: {
    each: 'A task for each agency',
    shared: 'One shared task, a part for each agency',
    coordinating: 'A coordinating part for each agency',
  },
  hints: {
    each: 'Each agency has its own progress, deadline and reports; figures can count each agency or the work once.',
    shared:
      'One agency is accountable (Nghị định 39/2022/NĐ-CP) and claims completion once the others have given their parts. Figures count one task, of that agency.',
    coordinating: 'Each agency sees this task, can be asked for its part and gives it.',
  },
  members: 'Agencies on {{day}}: {{chosen}} of {{n}} chosen',
  nobody:
    '“{{name}}” does not say which agencies are meant, so it cannot be distributed automatically. Choose the agencies below.',
  orOne: 'If one agency leads, close this panel, choose Edit and pick that agency.',
  all: 'Choose all',
  none: 'Choose none',
  add: 'Add an agency',
  added: 'Added beyond the collective name',
  remove: 'Remove {{name}}',
  answers: 'Accountable agency',
  reason: 'Why agencies are left out or added',
  reasonHint: 'Kept in the log of the document.',
  preview: '{{n, noun(one: task; many: tasks)}} will be made',
  previewOne: 'The task will be',
  ref: 'Ref.',
  lead: 'Lead',
  coordinating: 'Coordinating',
  due: 'Deadline',
  targets: 'Targets',
  nothing: 'Choose at least two agencies to see the result.',
  doEach: 'Make {{n, noun(one: task; many: tasks)}}',
  doParts: 'Name {{n, noun(one: agency; many: agencies)}}',
  did: 'Given to {{n, noun(one: agency; many: agencies)}}. It can be undone until the document is confirmed.',
  made: {
    each: '“{{name}}” became {{n, noun(one: task; many: tasks)}}',
    shared: '“{{name}}”: one shared task of {{n, noun(one: agency; many: agencies)}}',
    coordinating: '“{{name}}”: {{n}} coordinating agencies',
  },
  leftOut: 'not given to: {{names}}',
  addedTo: 'added: {{names}}',
  because: 'reason: {{reason}}',
  madeBy: '{{by}}, {{at}}',
  isWhole: 'Distributed',
  undo: 'Undo',
  undoOf: 'Undo the distribution: {{name}}',
  undoTitle: 'Undo the distribution?',
  undoEach:
    'The tasks of single agencies, and what was changed in them, will be gone; the one task is as it was before.',
  undoParts: 'The collective name returns in place of the agencies.',
  undone: 'The distribution was undone.',
} as const

export const collectiveErrors = {
  directive_not_collective: 'This is no name for several agencies, or not in that role. Reload the task.',
  draft_distributed: 'This belongs to a collective task that was distributed. Undo the distribution first.',
  distribution_not_found: 'There is no such distribution; it may have been undone.',
  task_parts_missing:
    'Some agencies have not given their parts. Remind them, or say why you claim completion without them.',
  task_not_collective: 'Nothing in this task is given to a collective name any more. Reload it.',
  task_distributed: 'This task was just distributed to its agencies. Reload it.',
} as const
