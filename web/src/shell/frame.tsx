import { EllipsisOutlined, LogoutOutlined, QuestionCircleOutlined, UserOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../ui/narrow.ts'
import { problemOf } from './api.ts'
import { type Door, doorsFor } from './doors.tsx'
import { KeyboardHelp, useKeyboard } from './keyboard.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useProblemWords } from './problem.tsx'
import { useMe, useSignOut } from './session.ts'
import { Waiting } from './waiting.tsx'

/** How many doors the bar at the foot of a telephone has room for, beside the menu of the others. */
const DOORS_BELOW = 4

/** What stands around every page of someone signed in: the mark, the doors, the language, the person. */
export function Frame({ tools }: { tools: ReactNode }) {
  const { t } = useTranslation()
  const me = useMe()
  const keys = useKeyboard()
  const narrow = useNarrow()
  const { main, other } = doorsFor(me)
  const shown = narrow ? main.slice(0, DOORS_BELOW) : main
  const others = narrow ? [...main.slice(DOORS_BELOW), ...other] : other
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
        <nav className="frame-doors" aria-label={t('nav.label')}>
          {shown.map(({ to, words, icon }) => (
            <Link key={to} to={to} className="frame-door" activeProps={{ 'aria-current': 'page' }}>
              {icon}
              <span>{t(words)}</span>
            </Link>
          ))}
          <Others doors={others} />
        </nav>
        <div className="frame-tools">
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t('keys.title')}
            onClick={() => keys.showHelp(true)}
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
      <main id="main" tabIndex={-1} className="frame-main">
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      {keys.wasHelp ? <KeyboardHelp keys={keys} /> : null}
    </>
  )
}

/** The doors that have no place in the bar. */
function Others({ doors }: { doors: Door[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const isHere = doors.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: doors.map(({ to, words, icon }) => ({ key: to, icon, label: <Link to={to}>{t(words)}</Link> })),
        onClick: ({ key, domEvent }) => {
          // A click on the words follows the link by itself; the keyboard and the rest of the row come here.
          if (!(domEvent.target instanceof HTMLAnchorElement)) navigate({ to: key })
        },
      }}
    >
      <button type="button" className="frame-door frame-others" aria-current={isHere ? 'page' : undefined}>
        <EllipsisOutlined />
        <span>{t('nav.others')}</span>
      </button>
    </Dropdown>
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
    <Dropdown
      trigger={['click']}
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
      <Button type="text" className="person">
        <span className="person-mark" aria-hidden="true">
          {me.name.split(' ').at(-1)?.[0]}
        </span>
        <span className="person-name">{me.name}</span>
      </Button>
    </Dropdown>
  )
}
