import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries, whenTurnedAway } from './ahead.ts'
import { startSpeaking } from './i18n/index.ts'
import { createConsole } from './routes.tsx'
import { Dress } from './shell/language.tsx'
import { meQuery } from './shell/session.ts'

/** Forgets who was signed in and goes to the sign-in page, from any page. */
const goTo = (to: '/dang-nhap' | '/xac-thuc') => () => {
  const { pathname, href } = router.state.location
  if (['/dang-nhap', '/xac-thuc', '/thiet-lap-ban-dau'].includes(pathname)) return
  queries.removeQueries({ queryKey: meQuery.queryKey })
  router.navigate({ to, search: { to: href } })
}
whenTurnedAway.signedOut = goTo('/dang-nhap')
whenTurnedAway.locked = goTo('/xac-thuc')
const router = createConsole(queries)

/** A page that is ready sooner appears complete; after this time a placeholder is shown first. */
const SHOWN_WITHIN_MS = 700

// No `await` at the top level: the pages import from this file's chunk, and would wait for it while it waits for them.
async function show(): Promise<void> {
  await startSpeaking()
  await Promise.race([router.load(), new Promise((late) => setTimeout(late, SHOWN_WITHIN_MS))])
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Dress>
          <RouterProvider router={router} />
        </Dress>
      </QueryClientProvider>
    </StrictMode>,
  )
}
void show()
