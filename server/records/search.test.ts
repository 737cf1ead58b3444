import assert from 'node:assert/strict'
import { test } from 'node:test'
import { upload } from '../test/app.ts'
import { addFileTo, casesWorld, opened } from './cases.fixture.ts'
import { arrived, checked, description, desk, doAct, letterPdf } from './incoming.fixture.ts'
import { base, drafted, office } from './records.fixture.ts'

/** Each in both spellings, with marks and without; the last word while it is being typed. */
const SPELLINGS = ['quặng vonfram', 'quang vonfram', 'QUẶNG VONFR', 'quặng vonfram'.normalize('NFD')]

test('words of an attachment find the document that it came with, in the list and in the search', async (t) => {
  const world = await desk(t)
  const { ok, clerk, stranger } = world
  const id = await arrived(world, await letterPdf())
  const { toPdf } = await import('../platform/official-document/pdf.ts')
  const annex = await toPdf({
    superiorAgency: null,
    issuingAgency: 'Bộ Mẫu',
    number: '1/PL',
    notation: '/PL',
    place: 'Hà Nội',
    issuedOn: '2026-11-30',
    type: 'PHỤ LỤC',
    subject: 'danh mục (MẪU)',
    body: [{ kind: 'paragraph', runs: [{ text: 'Mỏ quặng vonfram tại phía tây.' }] }],
    signature: { title: 'CHÁNH VĂN PHÒNG', name: 'Nguyễn Mẫu' },
    recipients: ['Lưu: VT'],
    annexes: [],
    mark: null,
  })
  const attached = await clerk.send('POST', `${base}/incoming/${id}/files`, upload('phụ lục.pdf', annex))
  assert.equal(attached.status, 201)
  await world.drain()
  const number = (await ok<{ notation: string }>(clerk, 'GET', `${base}/incoming/${id}`)).notation
  const proposed = await ok<{ rows: { id: number }[] }>(
    clerk,
    'GET',
    `${base}/incoming?words=${encodeURIComponent(number)}`,
  )
  assert.deepEqual(
    proposed.rows.map((row) => row.id),
    [id],
    'by its number, before a clerk has confirmed it',
  )
  await doAct(world, clerk, id, 'register', { ...checked, description: description() })
  await world.drain()
  for (const words of SPELLINGS) {
    const asked = `words=${encodeURIComponent(words)}`
    const list = await ok<{ rows: { id: number }[] }>(clerk, 'GET', `${base}/incoming?${asked}`)
    assert.deepEqual(
      list.rows.map((row) => row.id),
      [id],
      words,
    )
    const page = await ok<{ rows: { to: string }[] }>(clerk, 'GET', `/api/search/incoming?${asked}`)
    assert.deepEqual(
      page.rows.map(({ to }) => to),
      [`/van-ban-den/${id}`],
      words,
    )
    assert.deepEqual((await ok<{ rows: unknown[] }>(stranger, 'GET', `/api/search/incoming?${asked}`)).rows, [])
  }
  const none = await ok<{ rows: unknown[] }>(clerk, 'GET', `${base}/incoming?words=vonfram%20wolfram`)
  assert.deepEqual(none.rows, [])
})

test('words of a text find the draft as it is now, not as it was, and for nobody who may not read it', async (t) => {
  const world = await office(t)
  const { ok, officer, stranger, checker } = world
  const id = await drafted(world)
  const write = (text: string, version: number) =>
    ok(
      officer,
      'PATCH',
      `${base}/outgoing/${id}`,
      {
        content: {
          addressees: ['Bộ Y tế'],
          parts: [
            { kind: 'heading', level: 1, text: 'Điều khoản' },
            { kind: 'table', columns: [{ title: 'Tên mỏ', width: 1, align: 'left' }], rows: [[{ text }]] },
          ],
        },
      },
      version,
    )
  await write('Mỏ quặng vonfram', 2)
  const found = async (who: typeof officer, words: string) => {
    const asked = `words=${encodeURIComponent(words)}`
    const list = await ok<{ rows: { id: number }[] }>(who, 'GET', `${base}/outgoing?${asked}`)
    const page = await ok<{ rows: { to: string }[] }>(who, 'GET', `/api/search/outgoing?${asked}`)
    const ids = list.rows.map((row) => row.id)
    assert.deepEqual(
      page.rows.map(({ to }) => to),
      ids.map((one) => `/van-ban-di/${one}`),
    )
    return ids
  }
  for (const words of SPELLINGS) assert.deepEqual(await found(officer, words), [id], words)
  assert.deepEqual(await found(officer, 'ten mo dieu khoan'), [id], 'headings and titles of columns')
  assert.deepEqual(await found(officer, 'paragraph'), [], 'not what says how it is laid out')
  for (const other of [stranger, checker]) assert.deepEqual(await found(other, 'quặng vonfram'), [])
  await write('Mỏ than', 3)
  assert.deepEqual(await found(officer, 'quặng vonfram'), [], 'an earlier version')
  assert.deepEqual(await found(officer, 'mo than'), [id])
})

test('words of a file that was put into a case find the case while the file is in it, for those who see the case', async (t) => {
  const world = await casesWorld(t)
  const { ok, keeper, stranger } = world
  const id = await opened(world)
  const itemId = await addFileTo(world, id, 'Mỏ quặng vonfram ở phía tây.')
  await world.drain()
  const found = async (who: typeof keeper, words: string) => {
    const asked = encodeURIComponent(words)
    const list = await ok<{ rows: { id: number }[] }>(who, 'GET', `${base}/cases?search=${asked}`)
    const page = await ok<{ rows: { to: string }[] }>(who, 'GET', `/api/search/caseFile?words=${asked}`)
    const ids = list.rows.map((row) => row.id)
    assert.deepEqual(
      page.rows.map(({ to }) => to),
      ids.map((one) => `/van-ban/ho-so/${one}`),
    )
    return ids
  }
  for (const words of SPELLINGS) assert.deepEqual(await found(keeper, words), [id], words)
  assert.deepEqual(await found(stranger, 'quặng vonfram'), [])
  await ok(keeper, 'POST', `${base}/cases/${id}/items/${itemId}/remove`, { reason: 'Nhầm hồ sơ' })
  assert.deepEqual(await found(keeper, 'quặng vonfram'), [], 'it is not in the case any more')
})
