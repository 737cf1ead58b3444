import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { addressOf, guidePage, readGuide } from '../../../guide.ts'
import { rolesAsShipped } from '../roles.fixture.ts'
import { texts as en } from './en.ts'
import { type HelpPage, helpFor, PAGES, type PageHelp, WORDS } from './pages.ts'
import { texts as vi } from './vi.ts'

const SRC = join(import.meta.dirname, '../..')
const routes = ['routes.tsx', 'incoming-routes.tsx', 'outgoing-routes.tsx', 'case-routes.tsx']
  .map((file) => readFileSync(join(SRC, file), 'utf8'))
  .join('\n')

/** The path of every route with a page: not the root, not one that only leads on. */
const paths = [...routes.matchAll(/createRoute\(\{[\s\S]*?\n\}\)/g)]
  .map(([route]) => route)
  .filter((route) => route.includes('component:'))
  .flatMap((route) => /path: '([^']+)'/.exec(route)?.[1] ?? [])

const pages = Object.entries(PAGES) as [HelpPage, PageHelp][]
const guide = readGuide()
const parts = new Set(guide.flatMap(({ slug, parts: inside }) => [slug, ...inside.map(({ id }) => `${slug}#${id}`)]))

test('every page has help, and no help is of a page that is gone', () => {
  assert.ok(paths.length > 30, 'the routes are found')
  assert.deepEqual(Object.keys(PAGES).sort(), paths.sort())
})

test('in both languages each page has its texts, none empty, none too long to read', () => {
  for (const texts of [vi, en]) {
    for (const [page, help] of pages) {
      const { name, about, acts } = texts.pages[page] as { name: string; about: string; acts: Record<string, string> }
      assert.ok(name && about, page)
      assert.ok(about.length <= 200, `${page}: ${about}`)
      assert.deepEqual(Object.keys(acts), Object.keys(help.acts), `${page}: acts in their order`)
      for (const act of Object.values(acts)) assert.ok(act.length > 0 && act.length <= 180, `${page}: ${act}`)
    }
    assert.deepEqual(Object.keys(texts.words), [...WORDS])
    assert.deepEqual(Object.keys(texts.pages).sort(), Object.keys(PAGES).toSorted())
  }
})

test('every word is explained somewhere', () => {
  const used = new Set(pages.flatMap(([, { words }]) => words))
  assert.deepEqual(
    WORDS.filter((word) => !used.has(word)),
    [],
  )
})

test('every link to the guide leads to a part of it, from help and from the pages', () => {
  const linked = pages.flatMap(([, help]) => help.guide.map(([part]) => part))
  for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.tsx')) continue
    linked.push(
      ...[...readFileSync(join(SRC, name), 'utf8').matchAll(/<GuideLink part="([^"]*)"/g)].map(([, part]) => part!),
    )
  }
  assert.ok(linked.includes('tu-van-ban-den-bao-cao#may-co-the-sot-gi'), 'review links to what reading may miss')
  for (const part of linked) assert.ok(parts.has(part), `the guide has no ${part}`)
})

test('the guide’s own links, pictures and headings hold', () => {
  assert.deepEqual(guide[0]?.slug, '', 'the table of contents comes first')
  const addresses = new Set([...parts].map((part) => addressOf(part)))
  for (const chapter of guide) {
    const ids = chapter.parts.map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length, `${chapter.slug}: two headings with one address`)
    const page = guidePage(chapter, guide, '')
    assert.ok(!/<script|style=/.test(page), 'nothing that the content policy refuses')
    for (const [, href] of page.matchAll(/href="(\/huong-dan[^"]*|#[^"]*)"/g)) {
      if (href === '#main') continue
      const address = href!.startsWith('#') ? addressOf(chapter.slug) + href : href!
      assert.ok(addresses.has(address), `${chapter.slug}: ${href}`)
    }
    for (const [, name] of page.matchAll(/src="\/huong-dan\/pictures\/([^"]+)"/g)) {
      assert.ok(existsSync(join(SRC, '../../docs/guide/pictures', name!)), `no picture ${name}`)
    }
  }
})

test('help names no act that a person may not do', () => {
  const roles = rolesAsShipped()
  const acts = (page: HelpPage, role: string) => helpFor(page, roles[role]).acts
  assert.ok(acts('/van-ban/$id', 'followUp').includes('confirm'))
  assert.deepEqual(acts('/van-ban/$id', 'officer'), ['compare'])
  assert.deepEqual(acts('/don-doc/$id', 'officer'), ['read', 'answer'])
  assert.deepEqual(acts('/don-doc', 'officer'), ['received'])
  assert.ok(acts('/don-doc', 'followUpLeader').includes('sign') && !acts('/don-doc', 'followUp').includes('sign'))
  assert.deepEqual(acts('/nhiem-vu/$id', 'auditor'), ['source', 'history'])
  assert.equal(helpFor('/don-doc', roles.officer).guide, 'co-quan-thuc-hien#8-thong-bao-cong-van-don-doc')
  assert.equal(helpFor('/don-doc', roles.followUp).guide, 'can-bo-theo-doi#6-cong-van-don-doc')
  for (const [page] of pages) {
    for (const role of ['followUp', 'followUpLeader', 'administrator', 'officer', 'auditor']) {
      assert.ok(parts.has(helpFor(page, roles[role]).guide), `${page}: ${role}`)
    }
  }
  assert.ok(helpFor('/dang-nhap').acts.length > 0, 'before sign-in')
})
