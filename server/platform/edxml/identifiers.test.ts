import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDocumentId, writeDocumentId } from './document-id.ts'
import { readOrganId } from './organ-id.ts'
import { readInstant, writeInstant } from './times.ts'

test('identifiers of agencies: full, short, of 2020, of vendors', () => {
  for (const [said, form, code, levels] of [
    ['000.00.00.G22', 'qcvn102', '000.00.00.G22', ['G22']],
    [' 000.00.15.h51 ', 'qcvn102', '000.00.15.H51', ['H51', '15']],
    ['28.22.H17', 'qcvn102', '000.28.22.H17', ['H17', '22', '28']],
    ['00.22.W00', 'qcvn102', '000.00.22.W00', ['W00', '22']],
    ['22.H17', 'qcvn102', '000.00.22.H17', ['H17', '22']],
    ['002.00.20.H13', 'qcvn102', '002.00.20.H13', ['H13', '20', '00', '002']],
    ['G22', 'qcvn102', '000.00.00.G22', ['G22']],
    ['A53', 'qcvn102', '000.00.00.A53', ['A53']],
    ['G09.20', 'qd20', 'G09.20', ['G09', '20']],
    ['h49.01.a2', 'qd20', 'H49.01.A2', ['H49', '01', 'A2']],
    ['VXP.saas.99', 'other', 'vxp.saas.99', []],
    ['G09.1.2.3.4', 'other', 'g09.1.2.3.4', []],
    ['1.2.H17', 'other', '1.2.h17', []],
  ] as const)
    assert.deepEqual(readOrganId(said), { said: said.trim(), form, code, levels }, said)
  assert.equal(readOrganId('  '), null)
})

test('identifiers of documents', () => {
  const said = '000.00.00.G22,2015/09/30,7816/VPCP-TTĐT'
  const standard = {
    form: 'standard',
    organId: '000.00.00.G22',
    on: '2015-09-30',
    number: '7816',
    notation: 'VPCP-TTĐT',
  }
  assert.deepEqual(readDocumentId(said), { said, ...standard })
  assert.deepEqual(readDocumentId(said.normalize('NFD'))!.said, said, 'one document, however it is composed')
  assert.equal(
    writeDocumentId({ organId: '000.00.00.G22', on: '2015-09-30', number: '7816', notation: 'VPCP-TTĐT' }),
    said,
  )
  const law = readDocumentId('000.00.00.G22,2018/07/12,28/2018/QĐ-TTg')!
  assert.deepEqual([law.number, law.notation], ['28', '2018/QĐ-TTg'])
  assert.equal(readDocumentId('000.00.00.G22,2014/02/30,7806/VPCP-TTĐT')!.on, null)
  assert.equal(readDocumentId('1DA394BA-2117-4354-a23f-6ec3e47ba81b')!.form, 'uuid')
  assert.deepEqual([readDocumentId('số 12')!.form, readDocumentId(' ')], ['other', null])
})

test('times are Viet Nam’s unless they say a zone', () => {
  for (const [said, at] of [
    ['2021/03/01 10:04:05', '2021-03-01T03:04:05Z'],
    ['01/03/2021 10:04', '2021-03-01T03:04:00Z'],
    ['2021-03-01T10:04:05.123', '2021-03-01T03:04:05Z'],
    ['2021-03-01T03:04:05Z', '2021-03-01T03:04:05Z'],
    ['2021-03-01T10:04:05+0700', '2021-03-01T03:04:05Z'],
    ['2021/03/01', null],
    ['2021/03/01 25:00:00', null],
    ['N/A', null],
  ] as const)
    assert.equal(readInstant(said)?.toString() ?? null, at, said)
  assert.equal(writeInstant(Temporal.Instant.from('2021-03-01T17:30:00Z')), '2021/03/02 00:30:00')
})
