import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Invalid } from '../errors.ts'
import { checkPassword } from './password.ts'

const an = { name: 'Nguyễn Thị Bích Đào', email: 'dao.nguyen@mau.gov.vn', username: 'bichdao' }

/** The code a password is refused with, or undefined. */
function refusal(password: string): string | undefined {
  try {
    checkPassword(password, an, 'newPassword')
  } catch (error) {
    assert.ok(error instanceof Invalid)
    assert.equal(error.fields[0]?.path, 'newPassword')
    return error.fields[0]?.code
  }
}

test('a password that is short, leaked, common, of one character or one row of keys is refused on its field', () => {
  for (const [password, code] of [
    ['', 'too_short'],
    ['Xk9!pq2wz', 'too_short'],
    ['x'.repeat(129), 'too_long'],
    ['1234567890', 'common'],
    ['qwertyuiop', 'common'],
    ['Password@2024', 'common'],
    ['iloveyou123', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['abcdefghijkl', 'common'],
    ['matkhau123456', 'common'],
    ['Mật khẩu 123456', 'common'],
    ['toiyeuvietnam', 'common'],
    ['Yêu em', 'too_short'],
    ['Anh yêu em 123', 'common'],
    ['dieuhanh2026', 'common'],
    ['Hanoi@123456', 'common'],
    ['m@tkh@u123', 'common'],
    ['11/02/1990abc', 'common'],
  ] as const) {
    assert.equal(refusal(password), `password.${code}`, password)
  }
})

test('a password may not contain its user’s name', () => {
  for (const password of [
    'Bích Đào trồng cây',
    'xx-bichdao-9931',
    'nguyenthibichdao!!',
    'DAO.NGUYEN-kx81',
    'q7 dao nguyen 77',
  ]) {
    assert.equal(refusal(password), 'password.has_name', password)
  }
})

test('phrases and random characters are accepted', () => {
  for (const password of [
    'con meo den ngu tren ghe',
    'cây bàng mùa đông trơ lá',
    'kx7mQpL2vTzn',
    'bang-mua-dong-tro-la',
    'nrwf-k8xu-gd3s-m2hz',
    'X9dk2-Lopq7',
  ]) {
    assert.equal(refusal(password), undefined, password)
  }
})
