import { LogoutOutlined, QuestionCircleOutlined, SearchOutlined, UserOutlined } from '@ant-design/icons'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { lazy, type ReactNode, Suspense, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../ui/narrow.ts'
import { problemOf } from './api.ts'
import { BottomBar } from './bottom-bar.tsx'
import { groupsFor } from './entry.ts'
import type { MenuEntry } from './entry-icon.tsx'
import { useFirstTour } from './help/first-tour.ts'
import { useKeyboard } from './keyboard.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { MenuButton } from './menu-button.tsx'
import { useProblemWords } from './problem.tsx'
import { Rail } from './rail.tsx'
import { useMe, useSignOut } from './session.ts'
import { Waiting } from './waiting.tsx'
import { useWalk } from './walk.ts'

/** Rarely opened and on no first page: it is loaded on demand. */
const SearchDialog = lazy(() => import('./search-dialog.tsx').then((found) => ({ default: found.SearchDialog })))

const HelpDrawer = lazy(() => import('./help/drawer.tsx').then((found) => ({ default: found.HelpDrawer })))

const Tour = lazy(() => import('./help/tour.tsx').then((found) => ({ default: found.Tour })))

const KeyboardHelp = lazy(() => import('./keyboard-help.tsx').then((found) => ({ default: found.KeyboardHelp })))

const IS_APPLE = /Mac|iPhone|iPad/.test(navigator.userAgent)

/** The frame around every page after sign-in: logo, search, menu, language, person. */
export function Frame({ tools, entries }: { tools: ReactNode; entries: readonly MenuEntry[] }) {
  const { t } = useTranslation()
  const me = useMe()
  const [isSearching, setSearching] = useState(false)
  const openSearch = useCallback(() => setSearching(true), [])
  const keys = useKeyboard(openSearch)
  const [help, setHelp] = useState<'page' | 'tour'>()
  const openHelp = useCallback(() => setHelp('page'), [])
  const closeHelp = useCallback(() => setHelp(undefined), [])
  const startTour = useCallback(() => setHelp('tour'), [])
  useFirstTour(me.userId, startTour)
  useWalk()
  const narrow = useNarrow()
  const groups = useMemo(() => groupsFor(entries, me), [entries, me])
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="frame-head screen-only">
        <Link to="/" className="frame-name">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>Điều Hành</span>
        </Link>
        <button type="button" className="frame-search" aria-haspopup="dialog" onClick={openSearch}>
          <SearchOutlined aria-hidden />
          <span className="frame-search-words">{t('navigation.searchShort')}</span>
          <span className="frame-search-key" aria-hidden="true">
            <kbd>{IS_APPLE ? '⌘ K' : 'Ctrl K'}</kbd>
          </span>
        </button>
        <div className="frame-tools">
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t('help.title')}
            aria-haspopup="dialog"
            data-help
            onClick={openHelp}
            className="frame-help"
          />
          {tools}
          <LanguageSwitch />
          <Person />
        </div>
      </header>
      {me.onBehalfOf ? (
        <p className="frame-behalf screen-only">{t('shell.behalf', { name: me.onBehalfOf, title: me.title ?? '' })}</p>
      ) : null}
      <div className="frame-body">
        {narrow ? null : <Rail groups={groups} />}
        <main id="main" tabIndex={-1} className="frame-main">
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {narrow ? <BottomBar groups={groups} onHelp={openHelp} /> : null}
      {isSearching ? (
        <Suspense>
          <SearchDialog entries={groups.flatMap((group) => group.entries)} onClose={() => setSearching(false)} />
        </Suspense>
      ) : null}
      {help === 'page' ? (
        <Suspense>
          <HelpDrawer
            reader={me}
            isKeysOn={keys.isOn}
            onClose={closeHelp}
            onKeys={() => {
              closeHelp()
              keys.showHelp(true)
            }}
            onTour={startTour}
          />
        </Suspense>
      ) : null}
      {help === 'tour' ? (
        <Suspense>
          <Tour entries={entries} onClose={closeHelp} />
        </Suspense>
      ) : null}
      {keys.wasHelp ? (
        <Suspense>
          <KeyboardHelp keys={keys} />
        </Suspense>
      ) : null}
    </>
  )
}

function Person() {
  const { t } = useTranslation()
  const me = useMe()
  const signOut = useSignOut()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const words = useProblemWords()
  const leave = () =>
    signOut().then(
      () => navigate({ to: '/dang-nhap' }),
      (error) => message.error(words(problemOf(error))),
    )
  return (
    <MenuButton
      type="text"
      className="person"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <span className="person-card">
                <strong>{me.name}</strong>
                <br />
                {me.title} · {me.agencyName}
              </span>
            ),
          },
          { key: 'account', icon: <UserOutlined />, label: <Link to="/tai-khoan">{t('nav.account')}</Link> },
          { key: 'out', icon: <LogoutOutlined />, label: t('shell.signOut'), onClick: leave },
        ],
      }}
    >
      <span className="person-mark" aria-hidden="true">
        {me.name.split(' ').at(-1)?.[0]}
      </span>
      <span className="person-name">{me.name}</span>
    </MenuButton>
  )
}
