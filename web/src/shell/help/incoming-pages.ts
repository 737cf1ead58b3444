import { all, may } from './who.ts'

const CLERK = may('records.register')
const LEADER = may('records.assign')

/** What the help knows of the pages of documents that come in. */
export const INCOMING_PAGES = {
  '/van-ban-den': {
    acts: { arrive: CLERK, register: CLERK, duplicates: CLERK, assign: LEADER, find: all },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [
      ['van-ban-den#3-kiem-tra-va-vao-so', CLERK],
      ['van-ban-den#4-trinh-va-giao', LEADER],
      ['van-ban-den#1-ai-lam-gi'],
    ],
  },
  '/van-ban-den/cua-toi': {
    acts: { mine: all, handle: may('records.draft', 'records.assign'), whole: CLERK },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['van-ban-den#5-xu-ly']],
  },
  '/van-ban-den/so': {
    acts: { find: all, print: all },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['van-ban-den#6-so-va-so-lieu']],
  },
  '/van-ban-den/so-lieu': {
    acts: { period: all, open: all },
    words: [],
    keys: [],
    guide: [['van-ban-den#6-so-va-so-lieu']],
  },
  '/van-ban-den/$id': {
    acts: {
      read: all,
      register: CLERK,
      assign: LEADER,
      handle: may('records.draft', 'records.assign'),
      answer: may('records.draft'),
    },
    words: [],
    keys: [],
    guide: [
      ['van-ban-den#3-kiem-tra-va-vao-so', CLERK],
      ['van-ban-den#4-trinh-va-giao', LEADER],
      ['van-ban-den#5-xu-ly'],
    ],
  },
} as const
