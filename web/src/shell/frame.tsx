import {
  AppstoreOutlined,
  BarChartOutlined,
  FileTextOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons'
import { Link, Outlet, useNavigate } from '@tanstack/react-router'
import { App, Button, Dropdown } from 'antd'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from './api.ts'
import { KeyboardHelp, useKeyboard } from './keyboard.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { useProblemWords } from './problem.tsx'
import { mayDo, useMe, useSignOut } from './session.ts'
import { Waiting } from './waiting.tsx'

const doors = [
  { to: '/tong-quan', words: 'nav.overview', icon: <AppstoreOutlined /> },
  { to: '/van-ban', words: 'nav.directives', icon: <FileTextOutlined /> },
  { to: '/nhiem-vu', words: 'nav.tasks', icon: <UnorderedListOutlined /> },
  { to: '/bao-cao', words: 'nav.reports', icon: <BarChartOutlined /> },
] as const

/** What stands around every page of someone signed in: the mark, the doors, the language, the person. */
export function Frame() {
  const { t } = useTranslation()
  const me = useMe()
  const keys = useKeyboard()
  return (
    <>
      <a className="skip" href="#main">
        {t('shell.skip')}
      </a>
      <header className="frame-head screen-only">
        <Link to="/tong-quan" className="frame-name">
          <img src="/mark.svg" alt="" width="28" height="28" />
          <span>Điều Hành</span>
        </Link>
        <nav className="frame-doors" aria-label={t('nav.label')}>
          {doors
            .filter(({ to }) => to !== '/bao-cao' || mayDo(me, 'report.read'))
            .map(({ to, words, icon }) => (
              <Link key={to} to={to} className="frame-door" activeProps={{ 'aria-current': 'page' }}>
                {icon}
                <span>{t(words)}</span>
              </Link>
            ))}
        </nav>
        <div className="frame-tools">
          <Button
            type="text"
            icon={<QuestionCircleOutlined />}
            aria-label={t('keys.title')}
            onClick={() => keys.showHelp(true)}
            className="frame-help"
          />
          <LanguageSwitch />
          <Person />
        </div>
      </header>
      <main id="main" tabIndex={-1} className="frame-main">
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </main>
      <KeyboardHelp keys={keys} />
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
