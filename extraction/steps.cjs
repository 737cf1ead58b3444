/** The steps of extraction, in order: a folder uses only those before it (extraction/README.md). */
const steps = [
  'language',
  'read',
  'units',
  'deadlines',
  'targets',
  'blocks',
  'document',
  'outline',
  'drafts',
  'settle',
  'activities',
  'second-reader',
]

module.exports = { steps }
