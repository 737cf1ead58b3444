import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import path from 'node:path'
import { test } from 'node:test'
import { run } from './terminal.mjs'

const start = (...args: string[]) => run(process.execPath, [path.join(import.meta.dirname, 'start.mjs'), ...args])

test('a port in use is reported in one sentence with the remedy, in the requested language', async (t) => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  t.after(() => other.close())
  const { port } = other.address() as { port: number }
  const [vi, en] = await Promise.all([start('--port', `${port}`), start('--port', `${port}`, '--lang', 'en')])
  assert.deepEqual([vi.code, en.code], [1, 1])
  assert.match(vi.output, new RegExp(`^✗ Cổng ${port} đang có chương trình khác dùng: .*--port ${port + 1}\\n$`))
  assert.match(en.output, new RegExp(`^✗ Port ${port} is in use by another program: .*--port ${port + 1}\\n$`))
})

test('an unknown option and an impossible port print the usage', async () => {
  for (const args of [
    ['--prot', '1'],
    ['--port', '70000'],
    ['--port', 'x'],
  ]) {
    const { code, output } = await start(...args, '--lang', 'en')
    assert.equal(code, 1)
    assert.match(output, /^✗ Usage: npm start -- .*\n$/)
  }
})

test('an address of another machine is refused', async () => {
  const { code, output } = await start('--host', '192.0.2.1', '--port', '8099', '--lang', 'en')
  assert.equal(code, 1)
  assert.match(output, /^✗ The address 192\.0\.2\.1 cannot be opened \(EADDRNOTAVAIL\)/)
})
