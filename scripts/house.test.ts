/**
 * What no other tool checks: sizes, names, markers of unfinished work, numbering, links, and words in both languages.
 */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { rooms } from '../server/rooms.cjs'

const root = path.dirname(import.meta.dirname)
/** All files that are in the repository or not ignored by it. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(root, file)))
const read = (file: string) => readFileSync(path.join(root, file), 'utf8')
const isGenerated = (file: string) =>
  /\.gen\.ts$|(^|\/)schema\.sql$|^client\/openapi\.ts$|^docs\/(openapi\.json|(audit-events|licences)\.md)$/.test(file)
const code = files.filter((file) => /\.(ts|tsx|mjs|cjs|js|sql|css)$/.test(file) && !isGenerated(file))
const isThisFile = (file: string) => file === 'scripts/house.test.ts'
const none = (found: string[], why: string) => assert.deepEqual(found, [], why)

test('the files are found', () => {
  assert.ok(code.length > 100, `only ${code.length} files of code`)
})

test('no file of code has more than 500 lines, no test more than 800', () => {
  const long = code
    .map((file) => ({ file, lines: read(file).split('\n').length - 1, limit: file.includes('.test.') ? 800 : 500 }))
    .filter(({ lines, limit }) => lines > limit)
  none(
    long.map(({ file, lines }) => `${file} (${lines})`),
    'split by business rule',
  )
})

test('no file is named after a pattern', () => {
  const pattern = /(^|[._-])(utils?|helpers?|managers?|service|commons?|base|impl|misc|handlers?)([._-])/i
  none(
    files.filter((file) => pattern.test(path.basename(file))),
    'name it after the business thing it holds',
  )
})

test('nothing is left unfinished, relaxed or disabled', () => {
  const marks = [
    /\bTODO\b|\bFIXME\b|\bXXX\b|not implemented|coming soon|lorem ipsum/i,
    /@ts-ignore|@ts-nocheck/,
    /\bas any\b|: any\b|<any>/,
    /\.(skip|only)\(|\bdebugger\b/,
    /\bmock\.module\b|\b(vi|jest)\.mock\b/,
  ]
  const isComment = (file: string) => file.endsWith('.sql') || file.endsWith('.css')
  const found = code
    .filter((file) => !isThisFile(file))
    .flatMap((file) =>
      read(file)
        .split('\n')
        .flatMap((line, index) => {
          const wanted = isComment(file) ? marks.slice(0, 1) : marks
          return wanted.some((mark) => mark.test(line)) ? [`${file}:${index + 1}: ${line.trim()}`] : []
        }),
    )
  none(found, 'marks found')
})

test('no test file asserts nothing', () => {
  none(
    code.filter((file) => /\.(test|spec|e2e)\.tsx?$/.test(file) && !/assert|expect/.test(read(file))),
    'assert something',
  )
})

test('no package registry host is named', () => {
  const host =
    /\bregistry\.[a-z0-9-]+\.(com|org|net|io|dev|cn|vn|local)\b|\b(deb|ftp|security|archive)\.(debian|ubuntu)\.[a-z]+|\bnpmjs\.com/
  const texts = files.filter((file) => !/\.(png|docx?|pdf|xlsx|jpe?g|ttf|woff2?|ico)$/.test(file) && !isThisFile(file))
  none(
    texts.filter((file) => host.test(read(file))),
    'packages come from the registry that the machine is configured with',
  )
})

/** The numbers that several files claim. */
function claimedTwice(pattern: RegExp): string[] {
  const byNumber = Map.groupBy(
    files.filter((file) => pattern.test(file)),
    (file) => pattern.exec(file)?.[1],
  )
  assert.ok(byNumber.size > 0, `no file is numbered like ${pattern}`)
  return [...byNumber.values()].filter((claimants) => claimants.length > 1).map((claimants) => claimants.join(', '))
}

test('a number names one migration', () => {
  none(claimedTwice(/^server\/[^/]+\/migrations\/(\d{4})_[a-z0-9_]+\.sql$/), 'migrations are numbered across all rooms')
  none(
    files.filter((file) => file.includes('/migrations/') && !/\/\d{4}_[a-z0-9_]+\.sql$/.test(file)),
    'a migration is called 0007_tasks_deadline.sql',
  )
})

test('a number names one decision', () => {
  none(claimedTwice(/^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/), 'take the next free number')
})

test('each room has a README', () => {
  const built = Object.keys(rooms).filter((name) => existsSync(path.join(root, 'server', name, 'index.ts')))
  assert.ok(built.length > 0)
  none(
    built.filter((name) => !existsSync(path.join(root, 'server', name, 'README.md'))),
    'write half a page of README.md',
  )
})

test('links and pictures of the documents lead somewhere', () => {
  const broken = files
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) =>
      [...read(file).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)]
        .map((match) => decodeURI(match[1]!))
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => !existsSync(path.join(root, path.dirname(file), target)))
        .map((target) => `${file}: ${target}`),
    )
  none(broken, 'links lead nowhere')
})

interface Words {
  [key: string]: string | Words
}
const flat = (words: Words, prefix = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, word]): [string, string][] =>
    typeof word === 'string' ? [[prefix + key, word]] : flat(word, `${prefix}${key}.`),
  )

test('every text of the console exists in Vietnamese and in English, with the same placeholders', async () => {
  const load = async (language: string) => {
    const file = path.join(root, 'web', 'src', 'i18n', `${language}.ts`)
    return new Map(flat(((await import(file)) as Record<string, Words>)[language]!))
  }
  const [vi, en] = await Promise.all([load('vi'), load('en')])
  assert.ok(vi.size > 50, `only ${vi.size} words`)
  // English distinguishes singular and plural; Vietnamese does not.
  const keys = (words: Map<string, string>) =>
    [...new Set([...words.keys()].map((key) => key.replace(/_(one|other)$/, '')))].sort()
  assert.deepEqual(keys(en), keys(vi))
  // A format of a value, which only English needs for its nouns, is no part of the placeholder.
  const named = (text: string) => text.replace(/\{\{(\w+), noun\([^)]*\)\}\}/g, '{{$1}}')
  const gaps = (text: string) => [...new Set(named(text).match(/\{\{.*?\}\}|<\/?\w+\/?>/g))].sort().join(' ')
  const uneven = [...vi].filter(([key, text]) => {
    const other = en.get(key) ?? en.get(`${key}_other`) ?? en.get(key.replace(/_(one|other)$/, ''))
    return text.trim() === '' || !other?.trim() || gaps(other) !== gaps(text)
  })
  none(
    uneven.map(([key]) => key),
    'empty, or with other placeholders',
  )
})
