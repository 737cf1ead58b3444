import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HANDLING_ACTS, HANDLING_STATES, isAllDone, mayMoveHandling, moveHandling } from './handling-state.ts'
import { addressedTo, kindOfDocument, withoutMark } from './incoming-head.ts'
import { INCOMING_STATES, mayMove, moveIncoming } from './incoming-state.ts'

test('each state of a document and of a part lets exactly its acts through, and refuses the others by name', () => {
  const open = (state: (typeof INCOMING_STATES)[number]) =>
    (['describe', 'register', 'return', 'present', 'assign', 'start', 'finish', 'reopen', 'refuse'] as const).filter(
      (act) => mayMove(state, act),
    )
  assert.deepEqual(Object.fromEntries(INCOMING_STATES.map((state) => [state, open(state)])), {
    arrived: ['describe', 'register', 'return', 'refuse'],
    registered: ['describe', 'return', 'present', 'assign', 'finish', 'refuse'],
    presented: ['return', 'present', 'assign', 'finish', 'refuse'],
    assigned: ['assign', 'start', 'finish', 'refuse'],
    underway: ['assign', 'start', 'finish', 'refuse'],
    done: ['reopen', 'refuse'],
    returned: ['refuse'],
    refused: [],
  })
  assert.throws(() => moveIncoming('returned', 'assign'), /đã trả lại/)
  const parts = Object.fromEntries(
    HANDLING_STATES.map((state) => [state, HANDLING_ACTS.filter((act) => mayMoveHandling(state, act))]),
  )
  assert.deepEqual(parts, {
    assigned: ['start', 'passOn', 'finish', 'giveBack', 'withdraw'],
    underway: ['passOn', 'finish', 'giveBack', 'withdraw'],
    done: ['reopen'],
    givenBack: [],
    withdrawn: [],
  })
  assert.throws(() => moveHandling('withdrawn', 'finish'), /đã thu hồi/)
})

test('a document is done when whoever leads has done it; those who are to know hold up nothing', () => {
  const part = (of: 'lead' | 'coordinate' | 'know', state: 'assigned' | 'done' | 'withdrawn' | 'givenBack') => ({
    part: of,
    state,
    fromId: null,
  })
  assert.equal(isAllDone([part('lead', 'done'), part('coordinate', 'assigned'), part('know', 'assigned')]), true)
  assert.equal(isAllDone([part('lead', 'assigned'), part('coordinate', 'done')]), false)
  assert.equal(isAllDone([part('coordinate', 'done'), part('know', 'assigned')]), true)
  assert.equal(isAllDone([part('know', 'done')]), false)
  assert.equal(isAllDone([part('lead', 'givenBack')]), false, 'nobody leads any more')
  assert.equal(
    isAllDone([part('lead', 'done'), { ...part('lead', 'assigned'), fromId: 1 }]),
    true,
    'what was passed on inside the unit is its own business',
  )
})

test('"Kính gửi" is read on its line, as a list, and not where it is missing', () => {
  assert.equal(addressedTo('Số: 12/BTC\n\nKính gửi: Văn phòng Chính phủ.\n\nThực hiện'), 'Văn phòng Chính phủ')
  assert.equal(
    addressedTo('Kính gửi:\n- Bộ Tài chính;\n- Các bộ, cơ quan ngang bộ.\nThực hiện chỉ đạo'),
    'Bộ Tài chính; Các bộ, cơ quan ngang bộ',
  )
  assert.equal(addressedTo('QUYẾT ĐỊNH\nĐiều 1. Thử.'), null)
})

test('the kind is what the document calls itself, then what its number says', () => {
  const kinds = [
    { kind: 'QĐ', name: 'Quyết định', abbreviation: 'QĐ' },
    { kind: 'CV', name: 'Công văn', abbreviation: null },
  ]
  assert.equal(kindOfDocument({ type: 'QUYẾT ĐỊNH', number: null }, kinds), 'QĐ')
  assert.equal(kindOfDocument({ type: null, number: '12/QĐ-VPCP' }, kinds), 'QĐ')
  assert.equal(kindOfDocument({ type: null, number: '4061/VPCP-KSTT' }, kinds), 'CV')
  assert.equal(kindOfDocument({ type: null, number: null }, kinds), null)
  assert.equal(kindOfDocument({ type: 'Luật', number: null }, kinds), null, 'a kind that the list does not have')
})

test('the mark “V/v” is left out of the subject of an official letter', () => {
  assert.equal(withoutMark('V/v đề nghị bổ sung dự toán'), 'đề nghị bổ sung dự toán')
  assert.equal(withoutMark('Kết luận V/v đất đai'), 'Kết luận V/v đất đai')
  assert.equal(withoutMark(null), null)
})
