import assert from 'node:assert/strict'
import { test } from 'node:test'
import { agenciesOf, FINANCE, HOME } from '../tasks/task.fixture.ts'
import { freshApp, type Visitor } from '../test/app.ts'
import { upload } from '../test/upload.ts'
import type { Order, OrderList, OrderMade } from './outside-order-shapes.ts'

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF MẪU')

test('a task made by hand from an order outside the system', async (t) => {
  const app = await freshApp(t)
  const agencies = await agenciesOf(app)
  const follow = await app.as('followUp')
  const finance = await app.as('officer', { agency: FINANCE })
  const home = await app.as('officer', { agency: HOME })
  const task = (change: object = {}) => ({
    groupTitle: 'Chỉ đạo điều hành',
    title: 'Báo cáo phương án mẫu',
    content: 'Bộ Tài chính báo cáo phương án mẫu, trình Thủ tướng Chính phủ',
    product: 'Báo cáo',
    implements: [],
    parties: [{ role: 'lead', name: 'Bộ Tài chính', accountable: true, agencyId: agencies.finance }],
    deadlines: [
      {
        kind: 'date',
        text: 'trước ngày 20 tháng 3 năm 2021',
        dueOn: '2021-03-19',
        strict: true,
        recurs: null,
        milestone: false,
        rule: null,
        inherited: false,
        span: null,
        confidence: 1,
      },
    ],
    targets: [],
    ...change,
  })
  const order = (change: object = {}) => ({
    form: 'meeting',
    givenBy: 'Phó Thủ tướng (MẪU)',
    givenOn: '2021-02-15',
    about: 'Kết luận tại họp về phương án mẫu',
    tasks: [task()],
    ...change,
  })
  const send = (change: object = {}, who: Visitor = follow) =>
    who.send('POST', '/api/outside-orders', { body: { order: JSON.stringify(order(change)) } })
  const fieldOf = ({ body }: { body: unknown }) => {
    const [field] = (body as { fields: { path: string; code: string }[] }).fields
    return `${field?.path} ${field?.code}`
  }

  await t.test('is in lists and figures like any other, and its source says its basis', async () => {
    const made = await follow.send('POST', '/api/outside-orders', {
      ...upload('bien-ban-mau.pdf', PDF, { order: JSON.stringify(order()) }),
    })
    assert.equal(made.status, 201, JSON.stringify(made.body))
    const { id, taskIds } = made.body as OrderMade
    const list = (await finance.send('GET', `/api/tasks?source=outsideOrder:${id}`)).body as {
      rows: { id: number; assignedOn: string; dueOn: string; sourceNumber: string; sourcePath: string }[]
    }
    assert.deepEqual(
      list.rows.map((row) => [row.id, row.assignedOn, row.dueOn, row.sourceNumber, row.sourcePath]),
      [[taskIds[0], '2021-02-15', '2021-03-19', 'Chỉ đạo tại cuộc họp ngày 15/02/2021', `/chi-dao/${id}`]],
    )
    const figures = (await follow.send('GET', '/api/statistics?by=source')).body as {
      rows: { key: string; partition: { assigned: number } }[]
    }
    assert.deepEqual(
      figures.rows.map(({ key, partition }) => [key, partition.assigned]),
      [[`outsideOrder:${id}`, 1]],
    )
    const shown = (await finance.send('GET', `/api/outside-orders/${id}`)).body as Order
    assert.deepEqual(
      [shown.givenBy, shown.form, shown.fileName, shown.mayAdd, shown.tasks.map((one) => one.id)],
      ['Phó Thủ tướng (MẪU)', 'meeting', 'bien-ban-mau.pdf', false, taskIds],
    )
    assert.equal((await finance.send('GET', `/api/outside-orders/${id}/file`)).status, 200)
    for (const path of ['', '/file']) {
      assert.equal((await home.send('GET', `/api/outside-orders/${id}${path}`)).status, 404)
    }
    assert.deepEqual(((await home.send('GET', '/api/outside-orders')).body as OrderList).rows, [])
    assert.equal(((await finance.send('GET', '/api/outside-orders')).body as OrderList).rows.length, 1)
    assert.equal(
      ((await follow.send('GET', '/api/outside-orders?search=phuong%20an')).body as OrderList).rows.length,
      1,
    )
  })

  await t.test('an order gives more tasks later; each agency reads its own', async () => {
    const { id } = (await send()).body as OrderMade
    const second = task({
      title: 'Việc thứ hai',
      parties: [{ role: 'lead', name: 'Bộ Nội vụ', accountable: true, agencyId: null }],
    })
    const added = await follow.send('POST', `/api/outside-orders/${id}/tasks`, { body: { tasks: [second] } })
    assert.equal(added.status, 201, JSON.stringify(added.body))
    const seen = async (who: Visitor) =>
      ((await who.send('GET', `/api/outside-orders/${id}`)).body as Order).tasks.map(({ title }) => title)
    assert.deepEqual(await seen(follow), ['Báo cáo phương án mẫu', 'Việc thứ hai'])
    assert.deepEqual(await seen(home), ['Việc thứ hai'])
    const refused = await finance.send('POST', `/api/outside-orders/${id}/tasks`, { body: { tasks: [second] } })
    assert.equal(refused.status, 403)
  })

  await t.test('a paper outside the system is named by number and day', async () => {
    assert.equal(fieldOf(await send({ form: 'document' })), 'document order.document_missing')
    const document = { number: '45/TB-MẪU', issuedOn: '2021-02-14' }
    const { id } = (await send({ form: 'document', document })).body as OrderMade
    const { rows } = (await follow.send('GET', `/api/tasks?source=outsideOrder:${id}`)).body as {
      rows: { sourceNumber: string }[]
    }
    assert.equal(rows[0]!.sourceNumber, '45/TB-MẪU')
    const late = await send({ form: 'document', document: { ...document, issuedOn: '2021-02-16' } })
    assert.equal(fieldOf(late), 'givenOn order.given_before_document')
  })

  await t.test('the same checks as of a reviewed draft, each with its field', async () => {
    assert.equal(fieldOf(await send({ givenOn: '2021-03-01' })), 'givenOn order.given_in_future')
    assert.equal(fieldOf(await send({ givenBy: ' ' })), 'givenBy pattern')
    assert.equal(fieldOf(await send({ tasks: [task({ parties: [] })] })), 'tasks.0.parties not_ready')
    const undated = task({ deadlines: [{ ...task().deadlines[0], dueOn: null }] })
    assert.equal(fieldOf(await send({ tasks: [task(), undated] })), 'tasks.1.deadlines.0.dueOn not_ready')
    const early = task({ deadlines: [{ ...task().deadlines[0], dueOn: '2021-01-04' }] })
    assert.equal(fieldOf(await send({ tasks: [early] })), 'tasks.0.deadlines.0.dueOn order.due_before_given')
    const nowhere = task({ parties: [{ role: 'lead', name: 'Bộ Tài chính', accountable: true, agencyId: 999_999 }] })
    assert.equal(fieldOf(await send({ tasks: [nowhere] })), 'tasks.0.parties.0.agencyId not_there')
    assert.equal((await send({}, finance)).status, 403)
    const before = ((await follow.send('GET', '/api/outside-orders')).body as OrderList).rows.length
    await send({ tasks: [task({ parties: [] })] })
    const after = ((await follow.send('GET', '/api/outside-orders')).body as OrderList).rows.length
    assert.equal(after, before, 'a refused order leaves nothing')
  })

  await t.test('a phrase for many agencies may coordinate, and be distributed; it does not lead', async () => {
    const many = { name: 'Các bộ, cơ quan ngang bộ', accountable: false, agencyId: null }
    const refused = await send({ tasks: [task({ parties: [{ role: 'lead', ...many }] })] })
    assert.equal(fieldOf(refused), 'tasks.0.parties.0.agencyId order.lead_collective')
    assert.match((refused.body as { detail: string }).detail, /cách gọi chung.*mỗi cơ quan một nhiệm vụ/)
    const given = await send({ tasks: [task({ parties: [task().parties[0], { role: 'coordinating', ...many }] })] })
    assert.equal(given.status, 201, JSON.stringify(given.body))
    const { taskIds } = given.body as OrderMade
    const { phrases } = (await follow.send('GET', `/api/tasks/${taskIds[0]}/members`)).body as {
      phrases: { role: string; agencies: unknown[] }[]
    }
    assert.deepEqual(
      phrases.map(({ role, agencies: members }) => [role, members.length]),
      [['coordinating', 22]],
    )
  })

  await t.test('sent twice with one key it is entered once', async () => {
    const body = { order: JSON.stringify(order()) }
    const [one, two] = [
      await follow.send('POST', '/api/outside-orders', { body, key: 'order-1' }),
      await follow.send('POST', '/api/outside-orders', { body, key: 'order-1' }),
    ]
    assert.deepEqual(one.body, two.body)
  })
})
