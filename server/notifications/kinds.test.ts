import assert from 'node:assert/strict'
import { test } from 'node:test'
import { TELL_KINDS } from '../platform/tell.ts'
import { chosen, defaultOf, differencesOf, isBellKept } from './kinds.ts'

test('by default everything is in the bell, and mail at once is for what changes someone’s day', () => {
  for (const kind of TELL_KINDS) assert.equal(defaultOf(kind, false).bell, true, kind)
  const mailed = (isFocal: boolean) => TELL_KINDS.filter((kind) => defaultOf(kind, isFocal).mail)
  assert.deepEqual(mailed(false), ['sentBack', 'decision', 'mention', 'evidence'])
  assert.deepEqual(mailed(true), [
    'assignment',
    'sentBack',
    'decision',
    'mention',
    'evidence',
    'inspection',
    'assessment',
  ])
  assert.deepEqual(
    TELL_KINDS.filter((kind) => !defaultOf(kind, true).digest),
    ['receipt', 'document'],
  )
})

test('only what differs from the default is stored, and work that is given stays in the bell', () => {
  const choice = { bell: false, digest: true, mail: false }
  assert.deepEqual(differencesOf('report', false, choice), [{ kind: 'report', way: 'bell', is_on: false }])
  assert.deepEqual(chosen('report', false, differencesOf('report', false, choice)), choice)
  assert.deepEqual(differencesOf('report', false, defaultOf('report', false)), [])
  assert.deepEqual(TELL_KINDS.filter(isBellKept), ['assignment', 'reorganisation', 'sentBack'])
  const forced = [{ kind: 'assignment', way: 'bell' as const, is_on: false }]
  assert.equal(chosen('assignment', false, forced).bell, true)
  // A choice for one kind is none for another.
  assert.deepEqual(chosen('request', false, forced), defaultOf('request', false))
})
