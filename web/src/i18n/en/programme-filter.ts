/** What the address of a figure of the ledger filters by. */
export const programmeFilter = {
  agencyBy: 'Led by this agency itself, without the units under it and the agencies it took over',
  inCharge: 'Deputy in charge: {{name}}',
  age: 'Age: {{age}}',
  moves: {
    '0': 'Never postponed',
    '1': 'Postponed once',
    '2': 'Postponed twice',
    '3': 'Postponed 3 times or more',
  },
  flow: {
    start: 'Owed since before {{from}}',
    new: 'Newly owed from {{from}} to the end of {{to}}',
    cleared: 'Cleared (submitted or postponed) from {{from}} to the end of {{to}}',
    moved: 'Cleared by a later due day from {{from}} to the end of {{to}}',
    stopped: 'Stopped while owed from {{from}} to the end of {{to}}',
    end: 'Owed at the end of {{to}}',
  },
  owedOn: 'Owed on {{day}}',
  recovered: {
    submitted: 'Submitted by the end of {{day}}',
    gone: 'Postponed or stopped by the end of {{day}}',
    left: 'Still owed at the end of {{day}}',
    kept: 'Promise kept',
    broken: 'Promise broken',
    running: 'Promised for a day after {{day}}',
  },
}

/** What became of the debt of a day. */
export const recoveryParts = {
  submitted: 'submitted',
  gone: 'postponed or stopped',
  left: 'still owed',
  kept: 'with the promise kept',
  broken: 'with a promise broken, even if promised again',
  running: 'promised for a day to come',
}
