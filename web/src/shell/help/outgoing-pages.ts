import { all, may } from './who.ts'

const DRAFTER = may('records.draft')
const SIGNER = may('records.sign')
const CLERK = may('records.register')
const KEEPER = may('records.archive')

/** What the help knows of the pages of documents that go out, of case files and of the archive. */
export const OUTGOING_PAGES = {
  '/van-ban-di': {
    acts: { draft: DRAFTER, answer: all, sign: SIGNER, seal: CLERK },
    words: ['draft'],
    keys: ['j', 'k', 'Enter'],
    guide: [['van-ban-di#5-dong-dau-phat-hanh', CLERK], ['van-ban-di#4-ky', SIGNER], ['van-ban-di#1-ai-lam-gi']],
  },
  '/van-ban-di/$id': {
    acts: { read: all, send: DRAFTER, answer: all, sign: SIGNER, issue: CLERK, compare: all },
    words: ['draft'],
    keys: [],
    guide: [['van-ban-di#5-dong-dau-phat-hanh', CLERK], ['van-ban-di#3-trinh-va-cho-y-kien']],
  },
  '/van-ban-di/$id/soan': {
    acts: { write: DRAFTER, fill: DRAFTER, take: DRAFTER },
    words: ['draft'],
    keys: [],
    guide: [['van-ban-di#2-soan']],
  },
  '/van-ban-di/so': {
    acts: { find: all, print: all },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['van-ban-di#7-sao-van-ban-so-van-ban-di']],
  },
  '/van-ban-di/mau': {
    acts: { find: all, add: CLERK },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['van-ban-di#8-mau-van-ban']],
  },
  '/van-ban-di/mau/moi': {
    acts: { write: CLERK, field: CLERK },
    words: [],
    keys: [],
    guide: [['van-ban-di#8-mau-van-ban']],
  },
  '/van-ban-di/mau/$id': {
    acts: { read: all, change: CLERK, use: CLERK },
    words: [],
    keys: [],
    guide: [['van-ban-di#8-mau-van-ban']],
  },
  '/van-ban/ho-so': {
    acts: { find: all, open: DRAFTER, offer: DRAFTER },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['ho-so-luu-tru#3-ho-so']],
  },
  '/van-ban/ho-so/$id': {
    acts: { read: all, add: DRAFTER, close: DRAFTER },
    words: [],
    keys: [],
    guide: [['ho-so-luu-tru#3-ho-so']],
  },
  '/van-ban/luu-tru': {
    acts: { take: KEEPER, due: all, figures: all },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['ho-so-luu-tru#4-nop-luu-tru']],
  },
  '/van-ban/luu-tru/giao-nop/$id': {
    acts: { read: all, take: KEEPER },
    words: [],
    keys: [],
    guide: [['ho-so-luu-tru#4-nop-luu-tru']],
  },
  '/van-ban/luu-tru/huy/$id': {
    acts: { read: all, decide: SIGNER, carryOut: KEEPER },
    words: [],
    keys: [],
    guide: [['ho-so-luu-tru#5-het-thoi-han-bao-quan-huy-tai-lieu']],
  },
  '/van-ban/danh-muc-ho-so': {
    acts: { read: all, begin: KEEPER, period: KEEPER },
    words: [],
    keys: ['j', 'k', 'Enter'],
    guide: [['ho-so-luu-tru#2-danh-muc-ho-so']],
  },
  '/van-ban/danh-muc-ho-so/$id': {
    acts: { open: DRAFTER, lines: KEEPER, print: all },
    words: [],
    keys: [],
    guide: [['ho-so-luu-tru#2-danh-muc-ho-so']],
  },
} as const
