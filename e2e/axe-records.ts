import { expect } from '@playwright/test'
import { firstOf, type Place, settled } from './axe-place.ts'

/** The pages of the paperless office. */
export const RECORDS_PLACES: Place[] = [
  { name: 'incoming, the desk of the clerk', person: 'vanthubtc', path: () => '/van-ban-den', ready: settled },
  {
    name: 'incoming document',
    person: 'vanthubtc',
    path: (page) => firstOf(page, '/api/records/incoming?list=all&limit=1', '/van-ban-den'),
    ready: settled,
  },
  {
    name: 'incoming document, about to be registered',
    isDialog: true,
    person: 'vanthubtc',
    path: async (page) =>
      `${await firstOf(page, '/api/records/incoming?list=toRegister&limit=1', '/van-ban-den')}?act=register`,
    ready: async (page) => {
      await settled(page)
      await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible()
    },
  },
  { name: 'incoming, my documents', person: 'soanthaobtc', path: () => '/van-ban-den/cua-toi', ready: settled },
  { name: 'incoming, the book', person: 'vanthubtc', path: () => '/van-ban-den/so', ready: settled },
  { name: 'incoming, figures', person: 'thutruongbtc', path: () => '/van-ban-den/so-lieu', ready: settled },
  { name: 'outgoing, the tray of a leader', person: 'thutruongbtc', path: () => '/van-ban-di', ready: settled },
  {
    name: 'outgoing document',
    person: 'vanthubtc',
    path: (page) => firstOf(page, '/api/records/outgoing?limit=1', '/van-ban-di'),
    ready: settled,
  },
  {
    name: 'outgoing, a draft in the editor',
    person: 'soanthaobtc',
    path: async (page) => `${await firstOf(page, '/api/records/outgoing?state=drafting&limit=1', '/van-ban-di')}/soan`,
    ready: settled,
  },
  { name: 'outgoing, the book', person: 'vanthubtc', path: () => '/van-ban-di/so', ready: settled },
  { name: 'outgoing, templates', person: 'vanthubtc', path: () => '/van-ban-di/mau', ready: settled },
  { name: 'case files', person: 'vanthubtc', path: () => '/van-ban/ho-so', ready: settled },
  {
    name: 'case file',
    person: 'vanthubtc',
    path: (page) => firstOf(page, '/api/records/cases?limit=1', '/van-ban/ho-so'),
    ready: settled,
  },
  { name: 'archive', person: 'vanthubtc', path: () => '/van-ban/luu-tru', ready: settled },
  {
    name: 'hand-over',
    person: 'vanthubtc',
    path: (page) => firstOf(page, '/api/records/hand-overs', '/van-ban/luu-tru/giao-nop'),
    ready: settled,
  },
  { name: 'nomenclatures', person: 'vanthubtc', path: () => '/van-ban/danh-muc-ho-so', ready: settled },
]
