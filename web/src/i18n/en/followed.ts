/** The agencies that a person follows up. */
export const followed = {
  whose: 'Which agencies',
  mine: 'Agencies I follow',
  of: 'Agencies {{name}} follows',
  all: 'All agencies',
  notDrawnUp:
    'This view has only the agencies followed. A report for signature always has all agencies: choose “All agencies” to draw it up.',
} as const
