import { expect, type Page } from '@playwright/test'
import { accountOf, act, showDay, signIn, signInAnew, test, today, watch } from './steps.ts'

test('a leader is away: the deputy works in the post, and the log shows for whom', async ({
  page: leader,
  browser,
  baseURL,
}) => {
  const [owner, deputy] = [accountOf('lanhdaobtc').name, accountOf('botaichinh').name]
  await signIn(leader, 'lanhdaobtc')
  await revokeAll(leader)
  const task = await openTask(leader)

  await test.step('the leader names a deputy until a given day', async () => {
    const last = showDay(dayAfter(await today(leader), 5))
    await leader.goto('/tai-khoan')
    const panel = leader.getByRole('region', { name: 'Ủy quyền, làm thay' })
    await panel.getByRole('button', { name: 'Giao làm thay' }).click()
    const form = leader.getByRole('dialog', { name: 'Ủy quyền hoặc giao làm thay' })
    await form.getByLabel('Người làm thay').fill('pham dung')
    await leader.locator('.ant-select-item-option').filter({ hasText: deputy }).click()
    await form.getByLabel('Làm thay khi vắng mặt').check()
    await form.getByLabel(/^Đến hết ngày/).fill(last)
    await leader.keyboard.press('Tab')
    await form.getByLabel(/^Lý do/).fill('Đi công tác')
    await form.getByRole('button', { name: 'Giao làm thay' }).click()
    await expect(form).toBeHidden()
    await expect(panel).toContainText(deputy)
    await expect(panel).toContainText('Đang có hiệu lực')
  })

  const other = await browser.newContext()
  const watched = watch(other, new URL(baseURL!).origin)
  const second = await other.newPage()
  await test.step('the deputy switches to the post', async () => {
    // The session chooses a post: it is not for other stories.
    await signInAnew(second, 'botaichinh')
    await second.goto('/nhiem-vu')
    await second.getByTestId('post-switch').click()
    await second.getByRole('menuitem', { name: new RegExp(`thay mặt ${owner}`) }).click()
    await expect(second.getByTestId('post-switch')).toContainText(`thay mặt ${owner}`)
  })

  await test.step('the deputy acts on a task: the history shows on whose behalf', async () => {
    await second.goto(task)
    await act(second, 'Tiếp nhận', 'Tiếp nhận')
    const history = second.getByRole('region', { name: 'Nhật ký' }).getByRole('listitem').first()
    await expect(history).toContainText(`${deputy} (thay mặt ${owner})`)
    await leader.goto(task)
    await expect(leader.getByRole('region', { name: 'Nhật ký' }).getByRole('listitem').first()).toContainText(
      `${deputy} (thay mặt ${owner})`,
    )
  })

  await test.step('the auditor finds it in the log, whose seals are intact', async () => {
    const third = await browser.newContext()
    const auditor = await third.newPage()
    await signIn(auditor, 'kiemtra')
    await auditor.goto(`/nhat-ky?onBehalfOf=${encodeURIComponent(owner)}`)
    const row = auditor
      .getByRole('row')
      .filter({ hasText: `thay mặt ${owner}` })
      .first()
    await expect(row).toContainText(deputy)
    await auditor.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
    const drawer = auditor.getByRole('dialog', { name: 'Kiểm tra tính toàn vẹn' })
    await drawer.getByRole('button', { name: 'Kiểm tra tính toàn vẹn' }).click()
    await expect(drawer.getByText(/^Nhật ký nguyên vẹn: đã kiểm tra [\d.]+ dòng\.$/)).toBeVisible({ timeout: 60_000 })
    await third.close()
  })

  await test.step('after revocation the deputy is back in their own post', async () => {
    await leader.goto('/tai-khoan')
    await leader.getByRole('button', { name: new RegExp(`^Thu hồi: ${deputy}`) }).click()
    await leader.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
    await expect(leader.getByText(/^Vắng mặt .* Đã thu hồi/).first()).toBeVisible()
    await second.goto(task)
    await expect(second.getByTestId('post-switch')).toHaveCount(0)
  })
  expect(watched).toMatchObject({ foreign: [], errors: [] })
  await other.close()
})

/** Deputations left by an earlier run on the same server. */
async function revokeAll(page: Page): Promise<void> {
  const { given }: { given: { id: number; mayRevoke: boolean }[] } = await (
    await page.request.get('/api/me/deputations')
  ).json()
  for (const { id } of given.filter(({ mayRevoke }) => mayRevoke)) {
    const url = `/api/deputations/${id}/revoke`
    await page.request.post(url, { data: {}, headers: { origin: process.env.E2E_URL! } })
  }
}

/** Opens a task that the leader's ministry has not received yet. */
async function openTask(page: Page): Promise<string> {
  const { agencyId }: { agencyId: number } = await (await page.request.get('/api/me')).json()
  const found = await page.request.get(`/api/tasks?limit=1&state=assigned&sort=code&agencyId=${agencyId}`)
  const { rows }: { rows: { id: number }[] } = await found.json()
  return `/nhiem-vu/${rows[0]?.id}`
}

function dayAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}
