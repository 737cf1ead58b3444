import type { ReactNode } from 'react'
import { LanguageSwitch } from './language-switch.tsx'
import { useTitle } from './title.ts'
import './door.css'

/** A page without the frame: logo, language, one task. */
export function Door({ title, about, children }: { title: string; about: ReactNode; children: ReactNode }) {
  useTitle(title)
  return (
    <main className="door">
      <div className="door-box">
        <div className="row spread">
          <span className="row door-name">
            <img src="/mark.svg" alt="" width="40" height="40" />
            <span>Điều Hành</span>
          </span>
          <LanguageSwitch />
        </div>
        <h1>{title}</h1>
        <p className="soft">{about}</p>
        {children}
      </div>
    </main>
  )
}
