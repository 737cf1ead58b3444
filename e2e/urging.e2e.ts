import { expect, type Page } from '@playwright/test'
import { accountOf, signIn, signInAnew, test, today, watch } from './steps.ts'

interface Row {
  id: number
  agencyName: string
  state: string
}

test('five agencies are urged in one go, a deputy signs, and a ministry sees only its own letter', async ({
  page: officer,
  browser,
  baseURL,
}) => {
  const origin = new URL(baseURL!).origin
  const leaderPage = await (await browser.newContext()).newPage()
  // Later this session chooses a post.
  await signInAnew(officer, 'theodoi')
  await signIn(leaderPage, 'lanhdao')

  const urged =
    await test.step('the officer selects the five with most overdue and drafts a letter to each', async () => {
      await officer.goto('/don-doc')
      await officer.getByTestId('choose-worst').click()
      await expect(officer.getByTestId('agencies').getByRole('checkbox', { checked: true })).toHaveCount(5)
      await officer.getByTestId('make-letters').click()
      const result = officer.getByRole('dialog', { name: 'Kết quả lập công văn' })
      await expect(result.getByTestId('bulk-done')).toHaveText('Đã lập 5 công văn')
      const names = await result.getByRole('link').allTextContents()
      expect(names).toHaveLength(5)
      await result.getByRole('button', { name: 'Tới danh sách công văn' }).click()
      return names
    })

  await test.step('reviews them, edits one, and submits all five', async () => {
    await expect(officer.getByTestId('letters')).toBeVisible()
    await officer.getByTestId('letters').getByRole('link', { name: urged[0]! }).first().click()
    await expect(officer.getByRole('heading', { level: 1 })).toHaveText(`Công văn gửi ${urged[0]}`)
    const sheet = officer.frameLocator('iframe[title="Bản xem trước của công văn"]')
    await expect(sheet.getByText('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')).toBeVisible()
    await expect(sheet.getByText(/DỰ THẢO/)).toBeVisible()
    await officer.getByTestId('letter-edit').click()
    const form = officer.getByRole('dialog', { name: 'Sửa dự thảo' })
    await form.getByLabel('Trích yếu (V/v)').fill('đôn đốc các nhiệm vụ quá hạn (MẪU)')
    await form.getByRole('button', { name: 'Sửa dự thảo' }).click()
    await expect(form).toBeHidden()
    await expect(sheet.getByText('V/v đôn đốc các nhiệm vụ quá hạn (MẪU)')).toBeVisible()

    await officer.goto('/don-doc?tab=letters&state=draft')
    await choose(officer, urged)
    await officer.getByTestId('submit-many').click()
    await expect(officer.getByTestId('bulk-done')).toHaveText('Đã trình 5 công văn')
    await officer.getByRole('dialog').getByRole('button', { name: 'Đóng' }).last().click()
  })

  await test.step('the leader lets the officer sign by authority for some days', async () => {
    await depute(leaderPage, accountOf('theodoi').name)
    await officer.goto('/don-doc?tab=letters&state=submitted')
    await officer.getByTestId('post-switch').click()
    await officer.getByRole('menuitem', { name: new RegExp(`thay mặt ${accountOf('lanhdao').name}`) }).click()
    await expect(officer.getByTestId('post-switch')).toContainText(`thay mặt ${accountOf('lanhdao').name}`)
  })

  const letters = await test.step('the deputy signs all five together: numbered, signed by authority', async () => {
    await officer.goto('/don-doc?tab=letters&state=submitted')
    await choose(officer, urged)
    await officer.getByTestId('sign-many').click()
    // Asked once more where nobody at one of the agencies uses the system.
    const sure = officer.getByRole('dialog').getByRole('button', { name: /^Ký phát hành/ })
    await expect(sure.or(officer.getByTestId('bulk-done'))).toBeVisible()
    if (await sure.isVisible()) await sure.click()
    await expect(officer.getByTestId('bulk-done')).toHaveText('Đã ký 5 công văn')
    const { rows }: { rows: Row[] } = await (await officer.request.get('/api/urging/letters?state=issued')).json()
    const found = rows.filter(({ agencyName }) => urged.includes(agencyName))
    await officer.goto(`/don-doc/${found[0]!.id}`)
    await expect(officer.getByTestId('letter-state')).toHaveText('Đã phát hành')
    await expect(officer.getByTestId('letter-number')).toContainText('/VPCP-')
    const sheet = officer.frameLocator('iframe[title="Bản xem trước của công văn"]')
    await expect(sheet.getByText(/^TUQ\. /)).toBeVisible()
    await expect(officer.getByText(`thay mặt ${accountOf('lanhdao').name}`).last()).toBeVisible()
    return found
  })

  await test.step('the letter opens as a PDF', async () => {
    const pdf = await officer.request.get(`/api/urging/letters/${letters[0]!.id}/document?format=pdf`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  await test.step('each task of the letter shows it', async () => {
    const letter: { taskList: { id: number }[]; notation: string } = await (
      await officer.request.get(`/api/urging/letters/${letters[0]!.id}`)
    ).json()
    await officer.goto(`/nhiem-vu/${letter.taskList[0]!.id}`)
    await expect(officer.getByRole('region', { name: 'Đôn đốc' }).getByTestId('ledger')).toContainText(letter.notation)
  })

  await test.step('an officer of a ministry sees the letters to that ministry and no others', async () => {
    const context = await browser.newContext()
    const watched = watch(context, origin)
    const ministry = await context.newPage()
    await signIn(ministry, 'boyte')
    const { rows }: { rows: Row[] } = await (await ministry.request.get('/api/urging/letters')).json()
    expect(rows.length).toBeGreaterThan(0)
    expect(new Set(rows.map(({ agencyName }) => agencyName))).toEqual(new Set(['Bộ Y tế']))
    await ministry.goto('/don-doc')
    await expect(ministry.getByRole('tab')).toHaveText(['Công văn'])
    await expect(ministry.getByTestId('letters').getByRole('rowheader')).toHaveCount(rows.length)
    const foreign = letters.find(({ agencyName }) => agencyName !== 'Bộ Y tế')!
    expect((await ministry.request.get(`/api/urging/letters/${foreign.id}`)).status()).toBe(404)
    expect(watched).toMatchObject({ foreign: [], errors: [], refused: [] })
    await context.close()
  })
  await revokeAll(leaderPage)
})

async function choose(page: Page, names: readonly string[]): Promise<void> {
  await expect(page.getByTestId('letters')).toBeVisible()
  for (const name of names) {
    await page
      .getByTestId('letters')
      .getByRole('checkbox', { name: `Chọn ${name}`, exact: true })
      .check()
  }
}

/** Ends every deputation the leader has given. */
async function revokeAll(leader: Page): Promise<void> {
  const headers = { origin: process.env.E2E_URL! }
  const { given }: { given: { id: number; mayRevoke: boolean }[] } = await (
    await leader.request.get('/api/me/deputations')
  ).json()
  for (const { id } of given.filter(({ mayRevoke }) => mayRevoke)) {
    await leader.request.post(`/api/deputations/${id}/revoke`, { data: {}, headers })
  }
}

/** Lets a colleague sign in the leader's post, authorised in writing; what an earlier run left is ended first. */
async function depute(leader: Page, name: string): Promise<void> {
  await revokeAll(leader)
  const headers = { origin: process.env.E2E_URL! }
  const { posts }: { posts: { postId: number }[] } = await (await leader.request.get('/api/me/posts')).json()
  const found = await leader.request.get(`/api/me/colleagues?search=${encodeURIComponent(name)}`)
  const { rows }: { rows: { id: number; fullName: string }[] } = await found.json()
  const from = await today(leader)
  const made = await leader.request.post('/api/deputations', {
    headers,
    data: {
      postId: posts[0]!.postId,
      deputyId: rows.find((one) => one.fullName === name)!.id,
      kind: 'authorised',
      from,
      to: Temporal.PlainDate.from(from).add({ days: 5 }).toString(),
      document: '12/GUQ-VPCP (MẪU)',
      reason: 'Đi công tác',
    },
  })
  expect(made.status(), await made.text()).toBe(201)
}
