import type { searchErrors as viErrors, searchPage as viSearch } from '../vi/search.ts'

export const searchPage: typeof viSearch = {
  title: 'Search',
  titleOf: 'Search “{{words}}”',
  about:
    'Searches the tasks, directives, programme entries, reports, inspections, recommendations, letters and agencies that you may see.',
  aboutWithPeople:
    'Searches the tasks, directives, programme entries, reports, inspections, recommendations, letters, agencies and people that you may see.',
  words: 'Words',
  wordsHint: 'Name, content, number; diacritics are optional',
  agency: 'Agency',
  from: 'From',
  to: 'To',
  state: 'State',
  stateWords: {
    draft: 'Draft, not issued',
    open: 'Under way, in force',
    overdue: 'Overdue',
    done: 'Done, issued',
    ended: 'Stopped, no longer in force',
  },
  agencyState: { open: 'Active', ended: 'No longer exists' },
  personState: { open: 'In office', ended: 'No longer in office' },
  clear: 'Clear the filters',
  start: 'Type at least two letters',
  startHint:
    'For example “nghi quyet 02”, “02nqcp”, “QĐ 12/VPCP”. Diacritics are optional; with them, what is written so comes first.',
  found: '{{shown}} found for “{{words}}”.',
  foundMany: 'More than 1,000 found for “{{words}}”. Add words or filters.',
  kinds: 'Kinds',
  many: 'over 1,000',
  dayOf: 'The day that is filtered and shown in each row: {{day}}.',
  noDay: 'This kind has no day: with days set, nothing of it is found.',
  list: 'Open the list “{{name}}” with filters of its own',
  noneOf: 'Nothing found among {{name}}',
  otherKinds: 'Choose another kind above, or remove some filters.',
  noneFiltered: 'Try without some filters, or with fewer words.',
  end: 'These are the first 1,000. Add words, or filter by agency, day or state, to see the rest.',
  openAll: 'See all, filter by agency, day, state',
}

export const searchErrors: typeof viErrors = {
  search_too_short: 'Type at least two letters or digits.',
  search_no_such_kind: 'There is no such kind. Choose another on the search page.',
  search_period: 'The last day must not be before the first. Change one of them.',
}
