import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { type Extraction, extract, read } from '@dieuhanh/extraction'
import { compare, type Outcome } from './compare.ts'
import { draftOf } from './draft.ts'
import type { DraftRecord } from './drafts.ts'
import { joined } from './merge.ts'
import type { DraftParty } from './shapes.ts'
import { cut } from './split.ts'

const SAMPLE = new URL('fixtures/ke-hoach-mau.txt', import.meta.url)

describe('outcomes of a review', () => {
  let text: string
  let extraction: Extraction
  before(async () => {
    const reading = await read(readFileSync(SAMPLE), 'ke-hoach-mau.txt')
    text = reading.text
    extraction = extract(reading)
  })

  /** The drafts as they are when the review begins: nothing changed, every name matched. */
  const drafts = (): DraftRecord[] =>
    extraction.tasks.map((task, index) => ({
      ...draftOf(
        task,
        index + 1,
        task.parties.map(({ role, name, scope, collective, span, confidence }) => ({
          ...{ role, name, scope, collective, span, confidence },
          ...{ accountable: false, agencyId: numberOf(name), agencyName: name, outcome: 'certain' as const },
          ...{ candidates: [], members: null },
        })),
      ),
      ...{ id: index + 1, version: 1, isDropped: false, taskId: null, changedBy: 'máy', changedAt: '' },
      checkedBy: null,
      distributions: [],
      distributionId: null,
      checkedAt: null,
    }))
  const compared = (kept: readonly DraftRecord[], fields: Partial<Parameters<typeof compare>[2]> = {}): Outcome[] => {
    const { number, type, issuer, issuedOn, subject } = extraction.document
    return compare(extraction, text, { number, type, issuer, issuedOn, subject, issuerAgencyId: 9, ...fields }, kept)
  }
  const numbers = new Map<string, number>()
  const numberOf = (name: string): number => {
    if (!numbers.has(name)) numbers.set(name, 100 + numbers.size)
    return numbers.get(name)!
  }
  /** What was not right, in short. */
  const wrong = (outcomes: readonly Outcome[]) =>
    outcomes
      .filter(({ verdict }) => verdict !== 'right')
      .map(
        ({ ref, field, verdict, suggested, confirmed }) =>
          `${ref ?? '–'} ${field} ${verdict}: ${suggested?.text ?? '–'} → ${confirmed?.text ?? '–'}`,
      )
  const at = (kept: readonly DraftRecord[], ref: string): DraftRecord => kept.find((draft) => draft.ref === ref)!
  const chosen = (party: DraftParty): DraftParty => ({
    ...party,
    agencyId: 7,
    agencyName: 'Cục Mẫu',
    outcome: 'chosen',
  })

  it('calls every value of an unchanged review right, with the confidence of its reading', () => {
    const outcomes = compared(drafts())
    assert.deepEqual(wrong(outcomes), [])
    const count = (field: string) => outcomes.filter((outcome) => outcome.field === field).length
    assert.deepEqual([count('task'), count('lead'), count('coordinating'), count('deadline')], [4, 4, 4, 4])
    assert.deepEqual([count('number'), count('issuedOn'), count('subject')], [1, 1, 1])
    for (const { confidence } of outcomes) assert.ok(confidence !== null && confidence > 0 && confidence <= 1)
    assert.equal(outcomes.find(({ field }) => field === 'issuedOn')?.confirmed?.text, '15/01/2021')
    assert.equal(outcomes.find(({ field }) => field === 'issuer')?.agencyId, 9)
  })

  it('pairs a name with the agency a person chose for it, and keeps the name', () => {
    const kept = drafts()
    const draft = at(kept, 'II.2.b')
    draft.parties = draft.parties.map(chosen)
    const outcomes = compared(kept)
    assert.deepEqual(wrong(outcomes), ['II.2.b lead changed: Trung tâm Sao Mai → Cục Mẫu'])
    const [outcome] = outcomes.filter(({ verdict }) => verdict === 'changed')
    assert.deepEqual([outcome?.confirmed?.name, outcome?.agencyId], ['Trung tâm Sao Mai', 7])
  })

  it('calls a phrase for many units right, also where a person chose the one that is meant', () => {
    const kept = drafts()
    const draft = at(kept, 'II.1.b')
    draft.parties = draft.parties.map((party) => (party.collective ? chosen(party) : party))
    assert.deepEqual(wrong(compared(kept)), [])
  })

  it('marks a phrase for many units that was replaced, which must not become the name of one', () => {
    const kept = drafts()
    const draft = at(kept, 'II.1.b')
    draft.parties = draft.parties.map((party) => (party.collective ? { ...chosen(party), name: 'Cục Mẫu' } : party))
    const [outcome] = compared(kept).filter(({ verdict }) => verdict === 'changed')
    assert.deepEqual([outcome?.field, outcome?.suggested?.isCollective], ['coordinating', true])
  })

  it('keeps what was read, added and removed apart, value by value', () => {
    const kept = drafts()
    const draft = at(kept, 'II.1.a')
    const [first, ...rest] = draft.parties.filter(({ role }) => role === 'coordinating')
    draft.parties = [...draft.parties.filter(({ role }) => role === 'lead'), first!]
    draft.deadlines = draft.deadlines.map((deadline) => ({ ...deadline, dueOn: '2021-10-15' }))
    draft.targets = []
    draft.groupTitle = 'Nhóm khác'
    const other = at(kept, 'II.2.a')
    other.parties = [...other.parties, { ...other.parties[0]!, role: 'coordinating', name: 'Bộ Công an', span: null }]
    assert.equal(rest.length, 1)
    assert.deepEqual(wrong(compared(kept, { subject: 'Trích yếu sửa', type: null })), [
      '– type dropped: Quyết định → –',
      `– subject changed: ${extraction.document.subject} → Trích yếu sửa`,
      'II.1.a group changed: Nhóm nhiệm vụ về kết nối hệ thống → Nhóm khác',
      'II.1.a coordinating dropped: Vụ Hành chính → –',
      'II.1.a deadline changed: Quý III năm 2021 (30/09/2021) → Quý III năm 2021 (15/10/2021)',
      `II.1.a target dropped: ${extraction.tasks[0]!.targets[0]!.text} (80 %) → –`,
      'II.2.a coordinating added: – → Bộ Công an',
    ])
  })

  it('counts a dropped and an added task once, without their fields', () => {
    const kept = drafts()
    at(kept, 'II.2.a').isDropped = true
    kept.push({ ...at(kept, 'II.2.b'), id: 9, ref: 'BS.1', title: 'Việc thêm' })
    const outcomes = compared(kept)
    assert.deepEqual(
      wrong(outcomes).map((line) => line.split(':')[0]),
      ['II.2.a task dropped', 'BS.1 task added'],
    )
    assert.ok(outcomes.every(({ ref, field }) => !['II.2.a', 'BS.1'].includes(ref ?? '') || field === 'task'))
    // A draft that was added and dropped again says nothing.
    kept.at(-1)!.isDropped = true
    assert.ok(!wrong(compared(kept)).some((line) => line.startsWith('BS.1')))
  })

  it('sees one task in the parts of a split, and every value of it once', () => {
    const kept = drafts()
    const whole = at(kept, 'II.1.a')
    const [first, second] = cut(whole, whole.content.indexOf(';') + 1, text)
    const parts = [
      { ...whole, ...first, ref: 'II.1.a/1' },
      { ...whole, ...second, id: 8, ref: 'II.1.a/2' },
    ]
    const outcomes = compared([...parts, ...kept.filter((draft) => draft !== whole)])
    assert.deepEqual(wrong(outcomes), [`II.1.a task changed: ${whole.title} → ${first.title}; ${second.title}`])
    assert.equal(outcomes.filter(({ ref, field }) => ref === 'II.1.a' && field === 'deadline').length, 1)
  })

  it('sees a merge where tasks were joined, not tasks that were dropped', () => {
    const kept = drafts()
    const [first, second] = [at(kept, 'II.1.a'), at(kept, 'II.1.b')]
    Object.assign(first, joined([first, second]))
    second.isDropped = true
    assert.deepEqual(
      wrong(compared(kept)).map((line) => line.split(':')[0]),
      ['II.1.a task changed', 'II.1.b task changed'],
    )
    // Without the merge the same drop is a drop.
    const apart = drafts()
    at(apart, 'II.1.b').isDropped = true
    assert.deepEqual(
      wrong(compared(apart)).map((line) => line.split(':')[0]),
      ['II.1.b task dropped'],
    )
  })
})
