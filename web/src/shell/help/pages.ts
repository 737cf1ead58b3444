import type { Reader } from '../entry.ts'
import { INCOMING_PAGES } from './incoming-pages.ts'
import { OUTGOING_PAGES } from './outgoing-pages.ts'
import { all, type For, may } from './who.ts'

/**
 * What the help knows of each page: which acts it names and for whom, the words it explains, the keys that work there and
 * where the guide has more. The texts are in `vi.ts` and `en.ts`. `pages.test.ts` compares it with the routes and the guide.
 */

/** Words that a new colleague asks about; meanings as in docs/glossary.md. */
export const WORDS = [
  'asOf',
  'standing',
  'overdue',
  'standingTask',
  'lead',
  'coordinating',
  'confirmed',
  'extension',
  'silent',
  'contradiction',
  'rhythm',
  'evidence',
  'subtask',
  'urge',
  'signatory',
  'review',
  'unsure',
  'outsideOrder',
  'accuracy',
  'label',
  'draft',
  'followed',
  'successor',
  'rehearsal',
  'post',
  'role',
  'deputy',
  'secondFactor',
  'passkey',
  'recoveryCode',
  'invitation',
  'seal',
  'workingDay',
  'makeUpDay',
  'client',
  'webhook',
  'accepted',
  'digest',
  'programmeItem',
  'owed',
  'recommendation',
  'finding',
] as const
export type Word = (typeof WORDS)[number]

/** One-letter keys beside those that work everywhere (`/`, Ctrl K, `?`). */
export type Key = 'j' | 'k' | 'Enter' | 'n' | 'p' | 'e'
const LIST: readonly Key[] = ['j', 'k', 'Enter']

export interface PageHelp {
  acts: Readonly<Record<string, For>>
  words: readonly Word[]
  keys: readonly Key[]
  /** Parts of the guide, `chapter#part`; the first for this reader is offered. Without a reader: the first of all. */
  guide: readonly (readonly [part: string, when?: For])[]
}

/** Who sees all tabs of urging, and not only the letters to their own agency. */
const FOLLOWS_URGING = may('urge.prepare', 'urge.sign', 'report.read')
const ASSESSED = may('taskforce.keep', 'inspection.lead', 'task.carryOut')

export const PAGES = {
  ...INCOMING_PAGES,
  ...OUTGOING_PAGES,
  '/viec-cua-toi': {
    acts: { group: all, carry: may('task.carryOut'), sheet: may('task.carryOut'), many: may('task.carryOut') },
    words: ['lead', 'coordinating', 'rhythm', 'subtask', 'confirmed'],
    keys: [...LIST, 'e'],
    guide: [['co-quan-thuc-hien#1-viec-cua-toi']],
  },
  '/theo-doi': {
    acts: {
      decide: may('task.steer'),
      call: may('task.steer'),
      many: may('task.steer'),
      silence: all,
      thresholds: may('system.keep'),
    },
    words: ['confirmed', 'extension', 'contradiction', 'silent', 'rhythm', 'followed'],
    keys: LIST,
    guide: [['can-bo-theo-doi#1-can-xu-ly']],
  },
  '/tong-quan': {
    acts: { needs: all, figures: all, day: all, map: all, mine: may('task.steer'), print: all },
    words: ['asOf', 'standing', 'overdue', 'standingTask'],
    keys: [],
    guide: [['tu-van-ban-den-bao-cao#2-xem-tinh-hinh-chung']],
  },
  '/nhiem-vu': {
    acts: {
      filter: all,
      views: all,
      export: all,
      many: may('task.carryOut', 'task.steer'),
      urge: may('urge.prepare'),
      byHand: may('directive.review'),
    },
    words: ['standing', 'overdue', 'standingTask', 'lead', 'coordinating'],
    keys: [...LIST, 'e'],
    guide: [['tu-van-ban-den-bao-cao#6-theo-doi-nhiem-vu']],
  },
  '/nhiem-vu/$id': {
    acts: {
      source: all,
      history: all,
      carry: may('task.carryOut'),
      subtasks: may('task.carryOut'),
      extension: may('task.carryOut'),
      decide: may('task.steer'),
      amend: may('task.steer'),
      urge: may('urge.prepare'),
      discuss: may('task.comment'),
      internal: may('task.steer'),
    },
    words: ['lead', 'coordinating', 'extension', 'confirmed', 'evidence', 'subtask'],
    keys: ['n', 'p', 'e'],
    guide: [
      ['can-bo-theo-doi#2-quyet-dinh-mot-de-nghi', may('task.steer')],
      ['co-quan-thuc-hien#4-bao-cao-tien-do-minh-chung-y-kien-phoi-hop', may('task.carryOut')],
      ['tu-van-ban-den-bao-cao#6-theo-doi-nhiem-vu'],
      ['trao-doi'],
    ],
  },
  '/van-ban': {
    acts: { find: all, import: may('directive.review'), byHand: may('directive.review'), learn: may('registry.keep') },
    words: ['review', 'unsure'],
    keys: LIST,
    guide: [['tu-van-ban-den-bao-cao#3-dua-van-ban-vao']],
  },
  '/van-ban/$id': {
    acts: {
      compare: all,
      check: may('directive.review'),
      edit: may('directive.review'),
      distribute: may('directive.review'),
      confirm: may('directive.review'),
    },
    words: ['review', 'unsure', 'lead', 'coordinating'],
    keys: [],
    guide: [['tu-van-ban-den-bao-cao#4-ra-soat']],
  },
  '/van-ban/do-chinh-xac': {
    acts: { figures: all, most: all, teach: may('registry.keep') },
    words: ['accuracy', 'label', 'unsure'],
    keys: [],
    guide: [
      ['quan-tri#12-day-may-doc-van-ban', may('registry.keep')],
      ['can-bo-theo-doi#8-may-doc-van-ban-dung-den-dau'],
    ],
  },
  '/van-ban/do-chinh-xac/gia-tri': {
    acts: { compare: all, place: all, filter: all },
    words: ['accuracy', 'unsure'],
    keys: LIST,
    guide: [['can-bo-theo-doi#8-may-doc-van-ban-dung-den-dau']],
  },
  '/van-ban/tu-ngu': {
    acts: { read: all, label: may('registry.keep'), withdraw: may('registry.keep') },
    words: ['label'],
    keys: [],
    guide: [['quan-tri#12-day-may-doc-van-ban']],
  },
  '/chi-dao': {
    acts: { find: all, byHand: may('directive.review') },
    words: ['outsideOrder'],
    keys: LIST,
    guide: [['can-bo-theo-doi#4-dinh-chinh-va-giao-bang-tay']],
  },
  '/chi-dao/moi': {
    acts: { order: may('directive.review'), tasks: may('directive.review') },
    words: ['outsideOrder', 'lead', 'coordinating'],
    keys: [],
    guide: [['can-bo-theo-doi#4-dinh-chinh-va-giao-bang-tay']],
  },
  '/chi-dao/$id': {
    acts: { read: all, more: may('directive.review') },
    words: ['outsideOrder'],
    keys: LIST,
    guide: [['can-bo-theo-doi#4-dinh-chinh-va-giao-bang-tay']],
  },
  '/chuong-trinh-cong-tac': {
    acts: {
      board: all,
      owed: all,
      keep: may('programme.keep'),
      register: (reader) => may('programme.register')(reader) && !may('programme.keep')(reader),
      plans: all,
    },
    words: ['asOf', 'programmeItem', 'owed'],
    keys: LIST,
    guide: [['chuong-trinh-cong-tac']],
  },
  '/chuong-trinh-cong-tac/$id': {
    acts: {
      chain: all,
      submit: may('programme.submit', 'programme.keep'),
      change: may('programme.register', 'programme.keep'),
      check: may('programme.keep'),
      decide: may('programme.decide'),
    },
    words: ['programmeItem', 'owed', 'lead'],
    keys: [],
    guide: [['chuong-trinh-cong-tac#mot-de-an']],
  },
  '/chuong-trinh-cong-tac/nhap/$id': {
    acts: { mend: may('programme.keep'), confirm: may('programme.keep') },
    words: ['programmeItem'],
    keys: [],
    guide: [['chuong-trinh-cong-tac#nhap-danh-muc']],
  },
  '/don-doc': {
    acts: {
      today: FOLLOWS_URGING,
      prepare: may('urge.prepare'),
      rules: may('urge.prepare'),
      sign: may('urge.sign'),
      effect: FOLLOWS_URGING,
      received: (reader) => !FOLLOWS_URGING(reader),
    },
    words: ['urge', 'signatory', 'overdue'],
    keys: LIST,
    guide: [['can-bo-theo-doi#6-cong-van-don-doc', FOLLOWS_URGING], ['co-quan-thuc-hien#8-thong-bao-cong-van-don-doc']],
  },
  '/don-doc/$id': {
    acts: {
      read: all,
      draft: may('urge.prepare'),
      sign: may('urge.sign'),
      answer: (reader) => may('task.carryOut')(reader) && !reader.seesAll,
    },
    words: ['urge', 'signatory'],
    keys: [],
    guide: [['can-bo-theo-doi#6-cong-van-don-doc', FOLLOWS_URGING], ['co-quan-thuc-hien#8-thong-bao-cong-van-don-doc']],
  },
  '/bao-cao': {
    acts: { read: all, export: all, drawUp: may('report.prepare'), list: all },
    words: ['asOf', 'standing', 'overdue', 'draft'],
    keys: [],
    guide: [['tu-van-ban-den-bao-cao#8-bao-cao-thang']],
  },
  '/bao-cao/$id': {
    acts: {
      read: all,
      submit: may('report.prepare', 'report.prepareOwn'),
      sign: may('report.sign', 'report.signOwn'),
      correct: may('report.prepare', 'report.prepareOwn'),
    },
    words: ['draft', 'signatory'],
    keys: [],
    guide: [['bao-cao#2-sua-loi-van-va-so-lieu'], ['tu-van-ban-den-bao-cao#8-bao-cao-thang']],
  },
  '/bao-cao/tat-ca': {
    acts: { read: all, write: may('report.prepare'), own: may('report.prepareOwn') },
    words: ['draft', 'asOf'],
    keys: [],
    guide: [['bao-cao#1-lap-mot-bao-cao']],
  },
  '/bao-cao/mau': {
    acts: { read: all, keep: may('system.keep') },
    words: ['draft'],
    keys: [],
    guide: [['bao-cao#6-mau-bao-cao']],
  },
  '/bao-cao/lich': {
    acts: { read: all, keep: may('system.keep') },
    words: ['draft'],
    keys: [],
    guide: [['bao-cao#7-lich-lap-bao-cao']],
  },
  '/bao-cao/chi-tieu': {
    acts: { read: all },
    words: ['evidence', 'confirmed'],
    keys: [],
    guide: [['bao-cao#8-chi-tieu-cua-mot-van-ban']],
  },
  '/bao-cao/da-cong-bo': {
    acts: { read: all },
    words: ['overdue'],
    keys: [],
    guide: [['bao-cao#9-so-da-cong-bo']],
  },
  '/to-cong-tac': {
    acts: { own: may('task.carryOut'), keep: may('taskforce.keep'), lead: may('inspection.lead'), assess: ASSESSED },
    words: ['recommendation', 'finding', 'followed'],
    keys: LIST,
    guide: [['to-cong-tac#1-ai-lam-gi']],
  },
  '/to-cong-tac/$id': {
    acts: { read: all, keep: may('taskforce.keep') },
    words: ['successor', 'followed'],
    keys: [],
    guide: [['to-cong-tac#2-to-cong-tac-thanh-vien-ke-hoach']],
  },
  '/to-cong-tac/$id/ke-hoach-moi': {
    acts: { read: may('taskforce.keep'), issue: may('taskforce.keep') },
    words: ['standingTask'],
    keys: [],
    guide: [['to-cong-tac#2-to-cong-tac-thanh-vien-ke-hoach']],
  },
  '/to-cong-tac/ke-hoach/$id': {
    acts: { read: all },
    words: ['standingTask'],
    keys: [],
    guide: [['to-cong-tac#2-to-cong-tac-thanh-vien-ke-hoach']],
  },
  '/to-cong-tac/kien-nghi/$id': {
    acts: { read: all, answer: may('task.carryOut'), keep: may('taskforce.keep') },
    words: ['recommendation', 'evidence'],
    keys: [],
    guide: [['to-cong-tac#4-kien-nghi']],
  },
  '/to-cong-tac/kiem-tra/$id': {
    acts: { read: all, answer: may('task.carryOut'), keep: may('taskforce.keep'), lead: may('inspection.lead') },
    words: ['finding', 'evidence'],
    keys: [],
    guide: [['to-cong-tac#3-kiem-tra']],
  },
  '/to-cong-tac/doi-thoai/$id': {
    acts: { ask: may('taskforce.keep'), sort: may('taskforce.keep'), next: all },
    words: ['recommendation'],
    keys: [],
    guide: [['to-cong-tac#6-doi-thoai']],
  },
  '/to-cong-tac/danh-gia/$id': {
    acts: { read: ASSESSED, lead: may('inspection.lead') },
    words: ['recommendation', 'finding'],
    keys: [],
    guide: [['to-cong-tac#7-danh-gia']],
  },
  '/co-quan': {
    acts: { day: all, compare: all, add: may('registry.keep') },
    words: ['successor'],
    keys: [],
    guide: [['quan-tri#6-danh-muc-co-quan']],
  },
  '/co-quan/$id': {
    acts: { life: all, change: may('registry.keep') },
    words: ['successor'],
    keys: [],
    guide: [['quan-tri#6-danh-muc-co-quan']],
  },
  '/lich-lam-viec': {
    acts: { year: all, count: all, plan: may('registry.keep') },
    words: ['workingDay', 'makeUpDay'],
    keys: [],
    guide: [['quan-tri#7-lich-lam-viec']],
  },
  '/sap-xep': {
    acts: { read: all, make: may('registry.keep') },
    words: ['successor', 'rehearsal'],
    keys: LIST,
    guide: [['quan-tri#8-sap-xep-to-chuc-bo-may-vi-du-nam-2025']],
  },
  '/sap-xep/$id': {
    acts: {
      read: all,
      lines: may('registry.keep'),
      choose: may('task.steer'),
      rehearse: may('registry.keep', 'reorganisation.apply'),
      apply: may('reorganisation.apply'),
    },
    words: ['successor', 'rehearsal'],
    keys: [],
    guide: [['quan-tri#8-sap-xep-to-chuc-bo-may-vi-du-nam-2025']],
  },
  '/nguoi-dung': {
    acts: {
      find: all,
      add: may('people.keep', 'people.keepOwn'),
      many: may('people.keep', 'people.keepOwn'),
    },
    words: ['post', 'role', 'invitation'],
    keys: LIST,
    guide: [['quan-tri#2-nguoi-dung-va-vi-tri-cong-tac']],
  },
  '/nguoi-dung/$id': {
    acts: {
      posts: may('people.keep', 'people.keepOwn'),
      follow: (reader) => may('people.keep', 'urge.sign')(reader) && reader.seesAll,
      access: may('people.keep', 'people.keepOwn'),
      log: may('audit.read'),
    },
    words: ['post', 'role', 'deputy', 'followed', 'invitation'],
    keys: [],
    guide: [['quan-tri#2-nguoi-dung-va-vi-tri-cong-tac']],
  },
  '/vai-tro': {
    acts: { read: all, change: may('system.keep') },
    words: ['role', 'post', 'secondFactor'],
    keys: [],
    guide: [['quan-tri#3-vai-tro-va-quyen']],
  },
  '/nhat-ky': {
    acts: { find: may('audit.read'), open: may('audit.read'), verify: may('audit.read') },
    words: ['seal', 'deputy'],
    keys: [],
    guide: [['quan-tri#11-nhat-ky']],
  },
  '/thu': {
    acts: { find: may('system.keep'), test: may('system.keep'), again: may('system.keep') },
    words: ['accepted', 'digest'],
    keys: LIST,
    guide: [['quan-tri#9-thu-gui-di']],
  },
  '/ket-noi': {
    acts: { client: may('connection.keepOwn', 'system.keep'), webhook: may('connection.keepOwn', 'system.keep') },
    words: ['client', 'webhook'],
    keys: [],
    guide: [
      ['quan-tri#10-ket-noi-phan-mem', may('system.keep')],
      ['co-quan-thuc-hien#11-noi-phan-mem-cua-co-quan-dau-moi'],
    ],
  },
  '/tai-khoan': {
    acts: { password: all, factor: all, sessions: all, told: all, calendar: all, deputise: may('post.deputise') },
    words: ['secondFactor', 'passkey', 'recoveryCode', 'deputy', 'digest'],
    keys: [],
    guide: [['quan-tri#5-xac-thuc-hai-lop-va-danh-tinh-dien-tu']],
  },
  '/thong-bao': {
    acts: { open: all, read: all, choose: all },
    words: ['digest'],
    keys: [],
    guide: [['thong-bao#2-chuong-va-trang-thong-bao']],
  },
  '/tim-kiem': {
    acts: { find: all, narrow: all, kinds: all },
    words: [],
    keys: LIST,
    guide: [['tim-kiem#trang-tim-kiem']],
  },
  '/dang-nhap': {
    acts: { enter: all, forgot: all },
    words: ['passkey', 'secondFactor'],
    keys: [],
    guide: [['tu-van-ban-den-bao-cao#1-dang-nhap']],
  },
  '/quen-mat-khau': {
    acts: { ask: all, none: all },
    words: ['invitation'],
    keys: [],
    guide: [['quan-tri#2-nguoi-dung-va-vi-tri-cong-tac']],
  },
  '/xac-thuc': {
    acts: { prove: all, enrol: all, lost: all },
    words: ['secondFactor', 'passkey', 'recoveryCode'],
    keys: [],
    guide: [['quan-tri#5-xac-thuc-hai-lop-va-danh-tinh-dien-tu']],
  },
  '/loi-moi': {
    acts: { set: all, old: all },
    words: ['invitation'],
    keys: [],
    guide: [['quan-tri#2-nguoi-dung-va-vi-tri-cong-tac']],
  },
  '/thiet-lap-ban-dau': {
    acts: { code: all, next: all },
    words: ['role', 'post'],
    keys: [],
    guide: [['quan-tri#1-quan-tri-vien-dau-tien']],
  },
} as const satisfies Record<string, PageHelp>

export type HelpPage = keyof typeof PAGES

export const isHelpPage = (path: string): path is HelpPage => Object.hasOwn(PAGES, path)

/** Before sign-in there is no reader: what everyone may do. */
const STRANGER: Reader = { rights: [], seesAll: false }

/** The acts of a page that this reader may do, and the part of the guide for them. */
export function helpFor(page: HelpPage, reader: Reader = STRANGER): { acts: string[]; help: PageHelp; guide: string } {
  const help: PageHelp = PAGES[page]
  const acts = Object.entries(help.acts).filter(([, when]) => when(reader))
  const part = help.guide.find(([, when]) => when === undefined || when(reader))
  return { help, acts: acts.map(([act]) => act), guide: (part ?? help.guide[0]!)[0] }
}

/** The texts of one language. A page or an act without text, or a text without page, does not compile. */
export interface HelpTexts {
  words: Record<Word, readonly [word: string, meaning: string]>
  pages: {
    [Page in HelpPage]: { name: string; about: string; acts: Record<keyof (typeof PAGES)[Page]['acts'], string> }
  }
}
