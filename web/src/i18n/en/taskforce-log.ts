/** Texts of the log for the Task Force's acts. */
export const taskforceEvents = { seen: 'Seen on paper or on the spot' }
export const taskforceLogged = { seen: 'How it was seen', isTrue: 'True as reported' }
