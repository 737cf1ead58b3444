import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const FRAME_MS = 60_000
const AXE = readFileSync(new URL(import.meta.resolve('axe-core')), 'utf8')

/** What is asked of a page and not of a sheet of paper shown on it. */
const WHOLE_PAGE = ['page-has-heading-one', 'region']

/** What axe finds on what is shown; everything on the page, or the dialog that lies over it; a letter in its sandbox too. */
export async function violations(page: Page, isDialog = false) {
  const sealed = page.locator('iframe[sandbox][srcdoc]')
  const papers = await sealed.evaluateAll((frames) => frames.map((frame) => frame.getAttribute('srcdoc') ?? ''))
  const found = await violationsIn(page, { isDialog, isSealed: papers.length > 0 })
  for (const paper of papers) {
    // No script runs in a sandbox, not even axe: so what it shows is shown once more, in a page of its own.
    const copy = await page.context().newPage()
    await copy.setContent(paper)
    found.push(...(await violationsIn(copy, { isPaper: true })))
    await copy.close()
  }
  return found
}

async function violationsIn(
  page: Page,
  {
    isDialog = false,
    isSealed = false,
    isPaper = false,
  }: { isDialog?: boolean; isSealed?: boolean; isPaper?: boolean },
) {
  // Put into each frame once: a frame that has no axe in it would be left out without a word.
  for (const frame of isSealed ? [page.mainFrame()] : page.frames())
    if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(AXE)
  // Run there, and only what was found comes back: a page passes thousands of checks, and sending them takes longer than checking.
  return page.evaluate(
    async ({ include, exclude, off, tags, wait }) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      axe.configure({ allowedOrigins: ['<unsafe_all_origins>'] })
      const { violations } = await axe.run(
        { include, exclude },
        {
          runOnly: { type: 'tag', values: tags },
          rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'],
          pingWaitTime: wait,
        },
      )
      return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html) }))
    },
    {
      include: [[isDialog ? '[role=dialog]' : ':root']],
      exclude: isSealed ? [['iframe[sandbox]']] : [],
      off: isPaper ? WHOLE_PAGE : [],
      tags: TAGS,
      wait: FRAME_MS,
    },
  )
}
