import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startSpeaking } from './i18n/index.ts'
import { createConsole } from './routes.tsx'
import { createQueries } from './shell/api.ts'
import { Dress } from './shell/language.tsx'
import './ui/styles.css'
import './ui/widgets.css'
import './shell/frame.css'

const queries = createQueries(() => {
  if (router.state.location.pathname === '/dang-nhap') return
  queries.removeQueries({ queryKey: ['me'] })
  router.navigate({ to: '/dang-nhap', search: { to: router.state.location.href } })
})
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
