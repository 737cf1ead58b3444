import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { beginAhead } from './ahead.ts'
import { startSpeaking } from './i18n/index.ts'
import { createConsole } from './routes.tsx'
import { createQueries } from './shell/api.ts'
import { Dress } from './shell/language.tsx'
import './ui/styles.css'
import './ui/widgets.css'
import './shell/frame.css'

/** Forgets who was signed in and goes to the page that asks, from wherever that was noticed. */
const goTo = (to: '/dang-nhap' | '/xac-thuc') => () => {
  const { pathname, href } = router.state.location
  if (['/dang-nhap', '/xac-thuc', '/thiet-lap-ban-dau'].includes(pathname)) return
  queries.removeQueries({ queryKey: ['me'] })
  router.navigate({ to, search: { to: href } })
}
const queries = createQueries(goTo('/dang-nhap'), goTo('/xac-thuc'))
beginAhead(queries)
const router = createConsole(queries)

await startSpeaking()
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Dress>
        <RouterProvider router={router} />
      </Dress>
    </QueryClientProvider>
  </StrictMode>,
)
