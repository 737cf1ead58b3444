/**
 * The rooms of the server in import order, each with the rooms it may enter: docs/decisions/0001. A room that is built
 * must be in this table, and a room may only enter rooms above it; scripts/boundaries.test.ts checks both. This is the
 * only list: the order of migrations and views (`HOUSE_ORDER`) and the rooms that are joined (`house.ts`) are derived
 * from it.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const rooms = {
  registry: [],
  exchange: ['registry'],
  tasks: ['registry'],
  worklists: ['registry', 'tasks'],
  comments: ['registry', 'tasks'],
  webhooks: ['registry', 'tasks'],
  urging: ['registry', 'tasks', 'webhooks'],
  notifications: ['registry', 'urging'],
  directives: ['registry', 'exchange', 'tasks'],
  records: ['registry', 'exchange', 'tasks', 'directives'],
  programme: ['registry', 'tasks'],
  taskforce: ['registry', 'tasks', 'programme'],
  oversight: ['registry', 'tasks', 'programme', 'taskforce'],
  meetings: ['registry', 'exchange', 'tasks', 'directives'],
  services: ['registry', 'exchange'],
  petitions: ['registry', 'exchange', 'tasks'],
  regulations: ['registry', 'services'],
  reporting: ['registry', 'tasks', 'programme'],
  indicators: ['registry', 'reporting'],
  publishing: ['registry'],
  reorganisation: ['registry', 'tasks'],
}

/** Folders of `server/` that are not rooms: what all rooms build on, and what joins, fills and tests them. */
const otherFolders = ['platform', 'home', 'sample', 'test']

module.exports = { rooms, otherFolders }
