/**
 * `npm start`: from a fresh clone to a running platform. Installs and builds what is missing, then runs the server with
 * the pinned Node 26 until it is stopped. Exits with the server's own code.
 *
 *   npm start -- [--port 8080] [--host 127.0.0.1] [--lang vi|en]
 */
import './node-version.mjs'
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { constants } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import util from 'node:util'
import { install, refuseFullDisk, root } from './install.mjs'
import { enter, languageOf, progress, Refusal } from './terminal.mjs'
import { buildWeb } from './web.mjs'

/** Bytes the database and the sample data need to start with. */
const ROOM_TO_RUN = 0.5 * 1024 ** 3

const language = languageOf('vi')
const say = (/** @type {string} */ vi, /** @type {string} */ en) => (language === 'vi' ? vi : en)

function options() {
  try {
    const { values } = util.parseArgs({
      options: { port: { type: 'string' }, host: { type: 'string' }, lang: { type: 'string' } },
    })
    const port = Number(values.port ?? process.env.PORT ?? 8080)
    if (Number.isInteger(port) && port >= 1 && port <= 65535)
      return { port, host: values.host ?? process.env.HOST ?? '127.0.0.1' }
  } catch {
    // Fall through: an unknown option and an impossible port print the same line.
  }
  throw new Refusal(
    say(
      'Cách dùng: npm start -- [--port 1-65535] [--host ĐỊA_CHỈ] [--lang vi|en]',
      'Usage: npm start -- [--port 1-65535] [--host ADDRESS] [--lang vi|en]',
    ),
  )
}

/**
 * Refuses an unavailable port before anything is installed; the server checks again when it listens.
 * @param {number} port
 * @param {string} host
 */
function refuseTakenPort(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const other = port < 1024 ? 8080 : port + 1
      if (error.code === 'EADDRINUSE')
        reject(
          new Refusal(
            say(
              `Cổng ${port} đang có chương trình khác dùng: hãy dừng chương trình đó hoặc chạy npm start -- --port ${other}`,
              `Port ${port} is in use by another program: stop that one or run npm start -- --port ${other}`,
            ),
          ),
        )
      else if (error.code === 'EACCES')
        reject(
          new Refusal(
            say(
              `Không có quyền mở cổng ${port}: hãy chọn cổng từ 1024 trở lên, ví dụ npm start -- --port ${other}`,
              `No right to open port ${port}: choose one from 1024 up, such as npm start -- --port ${other}`,
            ),
          ),
        )
      else
        reject(
          new Refusal(
            say(
              `Không mở được địa chỉ ${host} (${error.code}): hãy kiểm tra --host.`,
              `The address ${host} cannot be opened (${error.code}): check --host.`,
            ),
          ),
        )
    })
    probe.listen(port, host, () => probe.close(resolve))
  })
}

/**
 * Runs the server in its own process group, so that Ctrl-C reaches it once, through this process, and not twice.
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
function serve(node, env) {
  return new Promise((resolve, reject) => {
    const server = spawn(node, [path.join(root, 'server', 'main.ts')], {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
    })
    let signalledAt = Number.NEGATIVE_INFINITY
    const stop = (/** @type {'SIGINT' | 'SIGTERM'} */ signal) => {
      // npm and the terminal may both send the same Ctrl-C.
      if (performance.now() - signalledAt < 1000) return
      signalledAt = performance.now()
      server.kill(signal)
    }
    process.on('SIGINT', () => stop('SIGINT'))
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => stop('SIGTERM'))
    // A SIGTERM sent to npm ends npm and its shell but never reaches this process: the only sign is that the parent
    // changes.
    const parent = process.ppid
    setInterval(() => process.ppid !== parent && stop('SIGTERM'), 1000).unref()
    process.on('exit', () => server.kill('SIGTERM'))
    server.on('error', reject)
    server.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
}

await enter(async () => {
  const { port, host } = options()
  const step = progress()
  await refuseTakenPort(port, host)
  await refuseFullDisk(root, ROOM_TO_RUN, language)
  const node = await install(step, language)
  await buildWeb(step, node, language)
  return serve(node, { ...process.env, PORT: String(port), HOST: host, DIEUHANH_LANG: language })
})
