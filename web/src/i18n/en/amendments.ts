/** What was entered wrongly and is amended, calls for a report, and orders given outside the system. */
export const amendments = {
  title: 'Amendments',
  on: 'Amended on {{day}}',
  basis: 'Basis',
  document: '{{number}} of {{day}}',
  documentNumber: 'Number of the document',
  documentOn: 'Day of the document',
  file: 'File of the document',
  basisHint: 'Give the number and day of the document this rests on, or send the document as a file.',
  otherLead:
    'Another agency becomes accountable: it has to receive the task. Requests and calls for a report that are open end, and so do sub-tasks of the agency that was named wrongly.',
  notNamed: 'named wrongly, amended on {{day}}',
  amendedOn: 'Amended on {{day}}',
} as const
export const orders = {
  title: 'Orders given outside the system',
  listAbout: 'Oral orders, or orders in papers that are not in the system, and the tasks assigned from them.',
  searchHint: 'Who ordered, what, number of a paper',
  none: 'No orders yet',
  noneHint:
    'Where an order is given at a meeting, by telephone or in a paper outside the system, its tasks are entered by hand and listed here.',
  addByHand: 'Assign by hand',
  newTitle: 'Assign a task by hand',
  newAbout:
    'For an oral order, or a paper that is not in the system. State its basis, then enter the task as in a review.',
  basis: 'Basis',
  form: 'How it was given',
  forms: {
    meeting: 'At a meeting',
    phone: 'By telephone',
    inPerson: 'In person',
    document: 'In a paper outside the system',
  },
  givenBy: 'Ordered by',
  givenByHint: 'Position and name',
  givenOn: 'Day of the order',
  about: 'What was ordered',
  document: 'Document',
  file: 'Attached file',
  recorded: 'Entered by',
  task: 'Task',
  tasks: 'Tasks assigned',
  addTask: 'Add a task',
  record: 'Assign',
  assign: 'Assign',
  didRecord: 'The task is assigned.',
} as const
export const amendActs = {
  callForReport: 'Call for a report',
  amend: 'Amend the content',
}
export const amendActHints = {
  callForReport: 'The lead sees the call on its desk until it reports.',
  amend:
    'Put right what was entered otherwise than the document says. Figures of past days as they were reported stay; from now on the right content counts.',
}
export const amendActDo = { callForReport: 'Send the call', amend: 'Amend' }
export const amendActDid = { callForReport: 'The report is called for.', amend: 'The task is amended.' }
export const amendFields = { reportDueOn: 'Report by', words: 'What to report on' }
export const amendEvents = {
  amended: 'Content of the task amended',
  amendmentFilePurged: 'File of an amendment removed: mark of secrecy',
  reportCalled: 'Report called for',
}
export const amendLogged = {
  title: 'Title',
  product: 'Product',
  parties: 'Parties',
  deadlines: 'Deadlines',
  targets: 'Targets',
  deadlineKind: 'Kind of deadline',
  firstDueOn: 'First due day',
  amendmentId: 'Amendment',
  document: 'Document it rests on',
  endedRequests: 'Requests that need no decision any more',
  reportDueOn: 'Report by',
  words: 'What to report on',
}
export const amendErrors = {
  task_nothing_amended: 'Nothing differs from what is recorded. Change what has to be amended.',
  task_basis_missing: 'Give the number and day of the document this rests on, or attach it as a file.',
  task_basis_in_future: 'The day of the document must not be after today.',
  task_amended_past_extension: 'A later day was granted: the first due day must be a day before it.',
  task_report_called: 'A report on this task was called for just now. Reload the page.',
  order_not_found: 'There is no such order.',
  order_not_ready: 'The task is not ready. See each marked place.',
  order_due_before_given: 'The deadline is before the day of the order. Correct one of them.',
  order_lead_collective:
    'A name for several agencies cannot lead. Enter a task for each agency, or choose the one that is accountable.',
  letter_being_signed: 'The letter to this agency waits for a signature. Wait, or withdraw it before adding tasks.',
  letter_nothing_to_do: 'The lead has nothing more to do on this task now.',
}
