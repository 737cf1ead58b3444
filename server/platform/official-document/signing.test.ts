import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../actor.ts'
import { Conflict } from '../errors.ts'
import type { Right } from '../rights.ts'
import {
  actsFrom,
  markOf,
  mayHandle,
  moveDocument,
  SIGNING,
  SIGNING_ACTS,
  SIGNING_STATES,
  type SigningAct,
  type SigningState,
} from './signing.ts'

const KIND = { noun: 'Báo cáo', wrongState: 'report.wrong_state' }

function actor(of: Partial<Actor> = {}): Actor {
  return {
    userId: 'u',
    personId: 7,
    name: 'Lê Văn Mẫu',
    role: 'x',
    rights: ['report.sign'],
    agencyId: 1,
    agencyName: 'x',
    own: [1],
    seen: null,
    followerId: null,
    onBehalfOf: null,
    ...of,
  }
}

/** Every step there is; any other is refused. */
const STEPS: [SigningState, SigningAct, SigningState][] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'submit', 'submitted'],
  ['draft', 'drop', 'dropped'],
  ['submitted', 'withdraw', 'draft'],
  ['submitted', 'sendBack', 'draft'],
  ['submitted', 'sign', 'issued'],
]

test('a document is signed only after it was submitted, and nothing leads away from the signature', () => {
  for (const state of SIGNING_STATES) {
    for (const act of SIGNING_ACTS) {
      const step = STEPS.find(([from, by]) => from === state && by === act)
      if (step) assert.equal(moveDocument(SIGNING, KIND, state, act), step[2], `${state}: ${act}`)
      else {
        assert.throws(
          () => moveDocument(SIGNING, KIND, state, act),
          (error) => error instanceof Conflict && error.code === 'report.wrong_state',
          `${state}: ${act}`,
        )
      }
    }
  }
})

for (const [state, act, words] of [
  ['draft', 'sign', 'Báo cáo dự thảo. Báo cáo phải được trình ký trước.'],
  ['submitted', 'edit', 'Báo cáo đã trình ký. Hãy rút lại rồi mới sửa, hoặc chờ lãnh đạo ký.'],
  ['issued', 'edit', 'Báo cáo đã phát hành. Báo cáo đã phát hành không sửa được; nếu cần, hãy lập báo cáo mới.'],
  ['dropped', 'submit', 'Báo cáo đã bỏ. Nếu cần, hãy lập báo cáo mới.'],
] as const) {
  test(`a refusal says what can be done first: ${state}, ${act}`, () => {
    assert.throws(
      () => moveDocument(SIGNING, KIND, state, act),
      (error) => error instanceof Conflict && error.detail === words,
    )
  })
}

test('the screen offers what the state has and the actor may', () => {
  const may = (act: SigningAct) => act !== 'withdraw'
  assert.deepEqual(actsFrom(SIGNING, SIGNING_ACTS, 'submitted', may), ['sendBack', 'sign'])
  assert.deepEqual(
    actsFrom(SIGNING, SIGNING_ACTS, 'issued', () => true),
    [],
  )
})

for (const [who, of, signatoryId, expected] of [
  ['anyone with the right', {}, null, true],
  ['someone without the right', { rights: ['report.prepare', 'urge.sign'] satisfies Right[] }, null, false],
  ['the one it was submitted to', {}, 7, true],
  ['another with the right', {}, 8, false],
  ['the deputy of the one it was submitted to', { onBehalfOf: { personId: 8, name: 'x' } }, 8, true],
  ['a deputy of another, though it was submitted to them', { onBehalfOf: { personId: 8, name: 'x' } }, 7, false],
] as const) {
  test(`signs: ${who}: ${expected}`, () => {
    assert.equal(mayHandle(actor(of), 'report.sign', signatoryId), expected)
  })
}

test('a step marks who submitted, and a document sent back keeps the reason until it is submitted again', () => {
  const ask = {
    actor: actor({ onBehalfOf: { personId: 8, name: 'Trần Thị Mẫu' } }),
    now: Temporal.Instant.from('2021-03-01T02:00:00Z'),
  }
  assert.deepEqual(markOf('submit', ask), {
    submitted_at: '2021-03-01T02:00:00Z',
    submitted_by: 'Lê Văn Mẫu (thay mặt Trần Thị Mẫu)',
    sent_back_reason: null,
  })
  assert.deepEqual(markOf('withdraw', ask), { submitted_at: null, submitted_by: null })
  assert.deepEqual(markOf('sendBack', ask, 'Thiếu'), {
    submitted_at: null,
    submitted_by: null,
    sent_back_reason: 'Thiếu',
  })
})
