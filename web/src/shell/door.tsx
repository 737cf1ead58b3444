import { Button } from 'antd'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageSwitch } from './language-switch.tsx'
import { useTitle } from './title.ts'
import './door.css'

const HelpDrawer = lazy(() => import('./help/drawer.tsx').then((found) => ({ default: found.HelpDrawer })))

/** A page without the frame: logo, language, one task. */
export function Door({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  const { t } = useTranslation()
  const [isHelp, setHelp] = useState(false)
  useTitle(title)
  return (
    <main className="door">
      <div className="door-box">
        <div className="row spread">
          <span className="row door-name">
            <img src="/mark.svg" alt="" width="40" height="40" />
            <span>Điều Hành</span>
          </span>
          <span className="row">
            <Button type="text" aria-haspopup="dialog" onClick={() => setHelp(true)}>
              {t('help.title')}
            </Button>
            <LanguageSwitch />
          </span>
        </div>
        <h1>{title}</h1>
        <p className="soft">{about}</p>
        {children}
      </div>
      {isHelp ? (
        <Suspense>
          <HelpDrawer onClose={() => setHelp(false)} />
        </Suspense>
      ) : null}
    </main>
  )
}
