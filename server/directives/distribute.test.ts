import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Static } from 'typebox'
import { historyOf } from '../platform/audit.ts'
import type { Statistics } from '../tasks/figure-shapes.ts'
import type { Task, TaskList } from '../tasks/shapes.ts'
import type { Visitor } from '../test/app.ts'
import { act, draftAt, editOf, look, openDesk, type Refusal, takeIn } from '../test/review-desk.ts'
import type { Corpus } from './corpus-shapes.ts'
import type { Confirmed, Directive, DistributionPreview, Draft, DraftsChanged } from './shapes.ts'

const GIVEN_TO_MANY = readFileSync(join(import.meta.dirname, 'fixtures/giao-chung-mau.txt'))
const MINISTRIES_2021 = 22

const at = (directive: Pick<Directive, 'id'>, draft: Draft, what: string) =>
  `/api/directives/${directive.id}/drafts/${draft.id}/${what}`

async function previewed(
  visitor: Visitor,
  directive: Directive,
  draft: Draft,
  body: object,
): Promise<DistributionPreview> {
  const answer = await visitor.send('POST', at(directive, draft, 'distribution/preview'), { body })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

async function distributed(visitor: Visitor, directive: Directive, draft: Draft, body: object): Promise<DraftsChanged> {
  const answer = await visitor.send('POST', at(directive, draft, 'distribute'), { body, ifMatch: draft.version })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  return answer.body
}

const undo = (visitor: Visitor, { id, version }: Pick<Directive, 'id' | 'version'>, distributionId: number) =>
  visitor.send('POST', `/api/directives/${id}/distributions/${distributionId}/undo`, { ifMatch: version })

const kept = ({ drafts }: Directive) => drafts.filter(({ isDropped }) => !isDropped)
const idsOf = ({ members }: DistributionPreview) => members.map(({ id }) => id)

test('a lead that is a phrase becomes a task for each member of the day: previewed, made so, undone, and confirmed', async (t) => {
  const desk = await openDesk(t)
  const { reviewer } = desk
  const directive = await takeIn(desk, GIVEN_TO_MANY, 'giao-chung.txt')
  const draft = draftAt(directive, 'II.1')
  assert.deepEqual(
    draft.problems.map(({ code }) => code),
    ['lead_collective'],
  )
  const preview = await previewed(reviewer, directive, draft, { party: 0, form: 'each' })
  assert.deepEqual([preview.membersOn, preview.members.length], ['2021-02-28', MINISTRIES_2021])
  assert.deepEqual(
    preview.rows.map(({ ref }) => ref),
    Array.from({ length: MINISTRIES_2021 }, (_, place) => `II.1.${place + 1}`),
  )
  assert.ok(preview.rows.every(({ deadlines }) => deadlines[0]?.dueOn === '2021-06-30'))
  assert.deepEqual(await look(reviewer, directive.id), directive, 'a preview changes nothing')

  const made = await distributed(reviewer, directive, draft, { party: 0, form: 'each', agencyIds: idsOf(preview) })
  const after = await look(reviewer, directive.id)
  assert.equal(made.drafts.length, MINISTRIES_2021 + 1)
  const own = kept(after).filter(({ distributionId }) => distributionId !== null)
  assert.deepEqual(
    own.map(({ ref, title, parties, deadlines, targets }) => ({
      ref,
      title,
      leads: parties
        .filter(({ role }) => role === 'lead')
        .map(({ agencyName, accountable }) => ({ name: agencyName, accountable })),
      coordinating: parties
        .filter(({ role }) => role === 'coordinating')
        .map(({ agencyName, name }) => agencyName ?? name),
      deadlines: deadlines.map(({ text, dueOn }) => ({ text, dueOn })),
      targets: targets.map(({ text }) => text),
    })),
    preview.rows,
    'what was previewed is what was made',
  )
  assert.ok(own.every(({ problems }) => problems.length === 0))

  // One of them is changed; it cannot be split or merged alone, and the one cannot be restored beside them.
  const [one, other] = own as [Draft, Draft]
  await act(reviewer, directive, one, '', { ...editOf(one), title: 'Tên riêng của một bộ' })
  const again = draftAt(await look(reviewer, directive.id), one.ref)
  const split = await reviewer.send('POST', at(directive, again, 'split'), { body: { at: 5 }, ifMatch: again.version })
  assert.deepEqual([split.status, (split.body as Refusal).code], [409, 'draft.distributed'])
  const merge = await reviewer.send('POST', `/api/directives/${directive.id}/drafts/merge`, {
    body: { drafts: [again, other].map(({ id, version }) => ({ id, version })) },
  })
  assert.deepEqual([merge.status, (merge.body as Refusal).code], [409, 'draft.distributed'])
  const whole = after.drafts.find(({ id }) => id === draft.id)!
  const restored = await reviewer.send('POST', at(directive, whole, 'restore'), { ifMatch: whole.version })
  assert.deepEqual([restored.status, (restored.body as Refusal).code], [409, 'draft.distributed'])

  // Undone only by whom saw the last change; then it is the one draft again.
  const [distribution] = whole.distributions
  assert.deepEqual([distribution?.form, distribution?.agencies, distribution?.leftOut], ['each', MINISTRIES_2021, []])
  const stale = await undo(reviewer, after, distribution!.id)
  assert.deepEqual([stale.status, (stale.body as Refusal).code], [409, 'request.stale'])
  const undone = await undo(reviewer, await look(reviewer, directive.id), distribution!.id)
  assert.equal(undone.status, 200, JSON.stringify(undone.body))
  const back = await look(reviewer, directive.id)
  const plain = ({ version: _, changedAt: __, changedBy: ___, position: ____, ...rest }: Draft) => rest
  assert.deepEqual(back.drafts.map(plain), directive.drafts.map(plain))
  const twice = await undo(reviewer, back, distribution!.id)
  assert.equal(twice.status, 404)
  const log = await historyOf(desk.db, 'directive', directive.id)
  const last = log.filter(({ event }) => event === 'directive.distributionUndone').at(-1)
  assert.match(JSON.stringify(last?.before), /Tên riêng của một bộ/)
})

test('two groups that lead are given theirs in one act, and neither is left to nobody', async (t) => {
  const desk = await openDesk(t)
  const { reviewer } = desk
  const directive = await takeIn(desk, GIVEN_TO_MANY, 'hai-nhom.txt')
  const draft = draftAt(directive, 'II.1')
  const provinces = 'Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương'
  const edit = editOf(draft)
  const group = { ...edit.parties[0]!, name: provinces, span: null, accountable: false }
  // Beside one agency that is known, a group still has to be divided: else it would lead nothing.
  const known = { ...group, name: 'Bộ Tài chính', agencyId: await desk.agency('bo-tai-chinh'), collective: false }
  await act(reviewer, directive, draft, '', { ...edit, parties: [known, group] })
  const mixed = draftAt(await look(reviewer, directive.id), 'II.1')
  assert.deepEqual(
    mixed.problems.map(({ code }) => code),
    ['lead_collective'],
  )
  await act(reviewer, await look(reviewer, directive.id), mixed, '', { ...edit, parties: [edit.parties[0]!, group] })
  const both = draftAt(await look(reviewer, directive.id), 'II.1')
  const preview = await previewed(reviewer, directive, both, { party: 0, form: 'each' })
  assert.equal(preview.members.length, MINISTRIES_2021 + 63)
  assert.ok(preview.name.includes(provinces), preview.name)
  const made = await distributed(reviewer, directive, both, { party: 0, form: 'each', agencyIds: idsOf(preview) })
  assert.equal(made.drafts.length, MINISTRIES_2021 + 63 + 1)
  const own = kept(await look(reviewer, directive.id)).filter(({ distributionId }) => distributionId !== null)
  assert.ok(own.every(({ parties }) => parties.filter(({ role }) => role === 'lead').length === 1))
  assert.ok(own.every(({ problems }) => problems.length === 0))
  const back = await undo(reviewer, await look(reviewer, directive.id), own[0]!.distributionId!)
  assert.equal(back.status, 200, JSON.stringify(back.body))
  const whole = draftAt(await look(reviewer, directive.id), 'II.1')
  assert.deepEqual(
    whole.parties.filter(({ role }) => role === 'lead').map(({ name }) => name),
    [edit.parties[0]!.name, provinces],
  )
})

test('members are left out and added with a reason, and keep their numbers; a phrase that says nobody is expanded by hand', async (t) => {
  const desk = await openDesk(t)
  const { reviewer } = desk
  const directive = await takeIn(desk, GIVEN_TO_MANY, 'giao-chung.txt')
  const draft = draftAt(directive, 'II.1')
  const { members } = await previewed(reviewer, directive, draft, { party: 0, form: 'each' })
  const bank = await desk.agency('bao-hiem-xa-hoi-viet-nam')
  const agencyIds = [...members.slice(3).map(({ id }) => id), bank]
  const body = { party: 0, form: 'each', agencyIds }
  const unreasoned = await reviewer.send('POST', at(directive, draft, 'distribute'), { body, ifMatch: draft.version })
  assert.deepEqual([unreasoned.status, (unreasoned.body as Refusal).fields?.map(({ path }) => path)], [400, ['reason']])
  const gone = await desk.agency('bo-ke-hoach-va-dau-tu')
  assert.ok(members.some(({ id }) => id === gone))
  await distributed(reviewer, directive, draft, { ...body, reason: 'Ba bộ đã có văn bản riêng' })
  const after = await look(reviewer, directive.id)
  const own = kept(after).filter(({ distributionId }) => distributionId !== null)
  assert.deepEqual([own[0]?.ref, own.at(-1)?.ref, own.length], ['II.1.4', `II.1.${MINISTRIES_2021 + 1}`, 20])
  assert.equal(own.at(-1)?.parties[0]?.outcome, 'chosen')
  const card = after.drafts.find(({ id }) => id === draft.id)?.distributions[0]
  assert.deepEqual(
    [card?.leftOut, card?.added, card?.reason],
    [members.slice(0, 3).map(({ name }) => name), ['Bảo hiểm xã hội Việt Nam'], 'Ba bộ đã có văn bản riêng'],
  )
  const [entry] = (await historyOf(desk.db, 'directive', directive.id)).filter(
    ({ event }) => event === 'directive.draftDistributed',
  )
  assert.match(JSON.stringify(entry?.detail), /Ba bộ đã có văn bản riêng/)

  const unknown = draftAt(after, 'II.3')
  const nobody = await previewed(reviewer, after, unknown, { party: 0, form: 'each' })
  assert.deepEqual([nobody.members, nobody.rows], [[], []])
  const empty = await reviewer.send('POST', at(after, unknown, 'distribute'), {
    body: { party: 0, form: 'each', agencyIds: [bank] },
    ifMatch: unknown.version,
  })
  assert.equal(empty.status, 400)
  await distributed(reviewer, after, unknown, {
    ...{ party: 0, form: 'each', agencyIds: [bank, gone], reason: 'Theo ý kiến của lãnh đạo Văn phòng' },
  })
  const named = kept(await look(reviewer, directive.id)).filter(({ ref }) => ref.startsWith('II.3.'))
  assert.deepEqual(
    named.map(({ parties }) => parties[0]?.agencyName),
    ['Bảo hiểm xã hội Việt Nam', 'Bộ Kế hoạch và Đầu tư'],
  )
  // What is no phrase, or in another role, is refused.
  const justice = draftAt(directive, 'II.2')
  for (const wrong of [
    { party: 0, form: 'each' },
    { party: 1, form: 'each' },
    { party: 9, form: 'shared' },
  ]) {
    const refused = await reviewer.send('POST', at(directive, justice, 'distribution/preview'), { body: wrong })
    assert.deepEqual([refused.status, (refused.body as Refusal).code], [400, 'directive.not_collective'])
  }
})

test('confirmed, the tasks of each member are counted each or once, and the coordinating members have their parts', async (t) => {
  const desk = await openDesk(t)
  const { reviewer } = desk
  const directive = await takeIn(desk, GIVEN_TO_MANY, 'giao-chung.txt')
  const [first, second, third] = ['II.1', 'II.2', 'II.3'].map((ref) => draftAt(directive, ref)) as [Draft, Draft, Draft]
  const preview = await previewed(reviewer, directive, first, { party: 0, form: 'each' })
  await distributed(reviewer, directive, first, { party: 0, form: 'each', agencyIds: idsOf(preview) })
  const coordinating = await previewed(reviewer, directive, second, { party: 1, form: 'coordinating' })
  // Bộ Tư pháp leads: it does not coordinate with itself.
  assert.equal(coordinating.rows[0]?.coordinating.length, MINISTRIES_2021 - 1)
  await distributed(reviewer, directive, second, { party: 1, form: 'coordinating', agencyIds: idsOf(coordinating) })
  await act(reviewer, directive, third, '/drop')
  const seen = await look(reviewer, directive.id)
  const answer = await reviewer.send('POST', `/api/directives/${directive.id}/confirm`, {
    body: {},
    ifMatch: seen.version,
  })
  assert.equal(answer.status, 200, JSON.stringify(answer.body))
  assert.equal((answer.body as Confirmed).created, MINISTRIES_2021 + 1)
  const late = await undo(reviewer, seen, seen.drafts.find(({ id }) => id === first.id)!.distributions[0]!.id)
  assert.equal(late.status, 409, 'after the confirmation it is another act')

  const source = `source=directive:${directive.id}`
  const list = async (more: string) =>
    (await reviewer.send('GET', `/api/tasks?${source}&count=true&limit=200${more}`)).body as TaskList
  const each = await list('')
  const once = await list('&counting=once')
  assert.deepEqual([each.total, once.total, once.rows.length], [MINISTRIES_2021 + 1, 2, 2])
  const collective = each.rows.find(({ collective }) => collective)?.collective
  assert.deepEqual(
    [collective?.namedAs, collective?.size, collective?.form, collective?.membersOn],
    ['Các bộ, cơ quan ngang bộ', MINISTRIES_2021, 'each', '2021-02-28'],
  )
  assert.equal((await list(`&collectiveId=${collective?.id}`)).total, MINISTRIES_2021)
  const figures = (await reviewer.send('GET', `/api/statistics?${source}&by=agency&counting=once`)).body as Statistics
  assert.deepEqual(
    [figures.total.assigned, figures.rowsTotal.assigned, figures.counting],
    [2, MINISTRIES_2021 + 1, 'once'],
  )
  assert.deepEqual([figures.together.collectives, figures.together.tasks], [1, MINISTRIES_2021])

  const health = await desk.as('officer', { agency: 'bo-y-te' })
  const own = (await health.send('GET', `/api/tasks?${source}&count=true`)).body as TaskList
  assert.equal(own.total, 2, 'its own task, and the one it coordinates')
  const task = (
    await health.send('GET', `/api/tasks/${own.rows.find(({ leadAgencyName }) => leadAgencyName === 'Bộ Y tế')!.id}`)
  ).body as Task
  assert.match(task.sourceRef ?? '', /^II\.1\.\d+$/)
  assert.equal(task.dueOn, '2021-06-30')

  // Read as it was written: neither the accuracy of the reader nor a labelled document knows of members.
  const outcomes = await desk.db
    .selectFrom('directives.outcome')
    .select(['ref', 'field', 'verdict'])
    .where('field', '=', 'lead')
    .execute()
  assert.deepEqual(
    outcomes.filter(({ ref }) => ref === 'II.1'),
    [{ ref: 'II.1', field: 'lead', verdict: 'right' }],
  )
  assert.ok(outcomes.every(({ ref }) => ref === null || !/^II\.1\./.test(ref)))
  const keeper = await desk.as('administrator')
  const corpus = (await keeper.send('GET', '/api/directives/corpus')).body as Static<typeof Corpus>
  const labelled = corpus.rows[0]!.labels.tasks
  assert.deepEqual(
    labelled.map(({ ref, lead, coordinating: others }) => ({ ref, lead, others })),
    [
      { ref: 'II.1', lead: ['Các bộ, cơ quan ngang bộ'], others: [] },
      { ref: 'II.2', lead: ['Bộ Tư pháp'], others: ['các bộ, cơ quan ngang bộ'] },
    ],
  )
})

test('a shared task is complete by its parts: one answers for it, each gives its own', async (t) => {
  const desk = await openDesk(t)
  const { reviewer } = desk
  const directive = await takeIn(desk, GIVEN_TO_MANY, 'giao-chung.txt')
  const [first, second, third] = ['II.1', 'II.2', 'II.3'].map((ref) => draftAt(directive, ref)) as [Draft, Draft, Draft]
  const [justice, health, finance] = await Promise.all(
    ['bo-tu-phap', 'bo-y-te', 'bo-tai-chinh'].map((slug) => desk.agency(slug)),
  )
  const body = {
    party: 0,
    form: 'shared',
    agencyIds: [justice, health, finance],
    accountableId: justice,
    reason: 'Thí điểm ba bộ',
  }
  const preview = await previewed(reviewer, directive, first, { ...body, reason: undefined })
  assert.deepEqual(
    [preview.rows.length, preview.rows[0]?.ref, preview.rows[0]?.leads.filter(({ accountable }) => accountable)],
    [1, 'II.1', [{ name: 'Bộ Tư pháp', accountable: true }]],
  )
  const stranger = await reviewer.send('POST', at(directive, first, 'distribute'), {
    body: { ...body, accountableId: await desk.agency('bo-noi-vu') },
    ifMatch: first.version,
  })
  assert.equal(stranger.status, 400)
  const changed = await distributed(reviewer, directive, first, body)
  const undoing = await undo(
    reviewer,
    { id: directive.id, version: changed.version },
    changed.drafts[0]!.distributions[0]!.id,
  )
  assert.equal(undoing.status, 200)
  const back = draftAt(await look(reviewer, directive.id), 'II.1')
  assert.deepEqual(back.parties, first.parties)
  await distributed(reviewer, directive, back, body)
  await act(reviewer, directive, second, '/drop')
  await act(reviewer, directive, third, '/drop')
  const { version } = await look(reviewer, directive.id)
  const { body: confirmed } = await reviewer.send('POST', `/api/directives/${directive.id}/confirm`, {
    body: {},
    ifMatch: version,
  })
  const [id] = (confirmed as Confirmed).taskIds
  const answers = await desk.as('officer', { agency: 'bo-tu-phap' })
  const other = await desk.as('officer', { agency: 'bo-y-te' })
  const task = async () => (await answers.send('GET', `/api/tasks/${id}`)).body as Task
  const doing = async (what: string, input: object = {}) =>
    answers.send('POST', `/api/tasks/${id}/${what}`, { body: input, ifMatch: (await task()).version })
  assert.deepEqual([(await task()).collective?.form, (await task()).collective?.size], ['shared', 3])
  assert.equal((await doing('receive')).status, 200)
  assert.equal((await answers.send('POST', `/api/tasks/${id}/contributions`, { body: { body: 'x' } })).status, 403)
  const given = await other.send('POST', `/api/tasks/${id}/contributions`, { body: { body: 'Phần của Bộ Y tế' } })
  assert.equal(given.status, 201, JSON.stringify(given.body))
  const claim = { completedOn: '2021-02-28', body: 'Đã tổng hợp' }
  const early = await doing('done', claim)
  assert.deepEqual([early.status, (early.body as Refusal).code], [409, 'task.parts_missing'])
  assert.match((early.body as Refusal).detail, /còn 1 cơ quan chưa gửi phần việc: Bộ Tài chính/)
  assert.equal((await doing('done', { ...claim, missingParts: 'Bộ Tài chính đề nghị gửi sau' })).status, 200)
  const log = await historyOf(desk.db, 'task', id!)
  assert.match(JSON.stringify(log.at(-1)?.detail), /Bộ Tài chính đề nghị gửi sau/)
})
