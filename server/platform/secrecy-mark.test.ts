import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMarkedSecret } from './secrecy-mark.ts'

test('a mark of secrecy stands alone on its line', () => {
  for (const line of ['MẬT', ' [TỐI MẬT] ', 'TUYỆT MẬT', 'Độ mật: Tối mật', 'TỐI  MẬT'.normalize('NFD')])
    assert.ok(isMarkedSecret(['Kính gửi: Bộ Y tế', line]), line)
  for (const line of ['hồ sơ mật', 'BẢO MẬT', 'Mật', 'Bí mật nhà nước', 'MẬT | Số lượng', 'MẬT KHẨU'])
    assert.ok(!isMarkedSecret([line]), line)
})
