export const signing = {
  state: { draft: 'Draft', submitted: 'Awaiting signature', issued: 'Issued', dropped: 'Discarded' },
  act: {
    edit: 'Edit the draft',
    submit: 'Submit for signature',
    withdraw: 'Withdraw',
    sendBack: 'Send back unsigned',
    sign: 'Sign and issue',
    drop: 'Discard the draft',
  },
  did: {
    edit: 'Draft saved.',
    submit: 'Submitted.',
    withdraw: 'Withdrawn.',
    sendBack: 'Sent back.',
    sign: 'Signed and issued.',
    drop: 'Draft discarded.',
  },
  sentBack: 'Sent back by the leader: {{reason}}',
  reason: 'Reason',
  createdBy: 'Prepared by',
  submittedBy: 'Submitted by',
  signatory: 'For signature by',
  anySignatory: 'Any authorised leader',
  signedBy: 'Signed by',
  onBehalf: 'on behalf of {{name}}',
  byAt: '{{by}}, {{at}}',
}

export const signingErrors = {
  signature_by_people: 'People with the authority sign documents; a connected system cannot.',
  signature_no_such_signatory: 'This person may not sign documents of this kind. Choose another.',
}
