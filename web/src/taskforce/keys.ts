/** The first part of every query key of the Task Force's work. */
export const taskforceKey = ['taskforce'] as const
