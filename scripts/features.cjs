/**
 * The features of the console, each with the features below it that it may use, through their index.ts only. A feature
 * may only use features above it in this list; scripts/boundaries.test.ts checks that, and that every folder of web/src
 * is here or among the foundations. A screen that shows two features that do not know each other is put together by a
 * file of web/src itself.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const features = {
  signin: [],
  account: [],
  audit: [],
  mail: [],
  connections: [],
  notifications: [],
  'working-days': [],
  people: ['audit'],
  'signing-keys': [],
  agencies: ['people', 'signing-keys'],
  tasks: ['working-days'],
  comments: ['tasks'],
  overview: ['tasks'],
  worklists: ['tasks'],
  urging: ['tasks'],
  directives: ['tasks'],
  reports: ['tasks'],
  programme: [],
  taskforce: ['tasks'],
  records: [],
  reorganisation: [],
  search: [],
}

/**
 * What every feature builds on, each using only those above it: addresses, words, looks, the frame, forms and lists.
 */
const foundations = ['paths', 'i18n', 'ui', 'shell', 'form', 'list']

module.exports = { features, foundations }
