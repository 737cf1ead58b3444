import { CloseOutlined, EllipsisOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { EXACTLY, type Group, type Grouped, isAt, ON_BAR, searchFor } from './entry.ts'
import { EntryIcon, type MenuEntry } from './entry-icon.tsx'
import { useMe } from './session.ts'

/** The menu on a phone: the first entries on a bottom bar, all of them on a sheet. */
export function BottomBar({ groups, onHelp }: { groups: readonly Grouped<MenuEntry>[]; onHelp: () => void }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const me = useMe()
  const sheet = useRef<HTMLDialogElement>(null)
  const all = groups.flatMap(({ entries }) => entries)
  const onBar = all.slice(0, ON_BAR)
  // A page of no entry, such as one's own account, is not on the sheet either.
  const isOnSheet = all.slice(ON_BAR).some((entry) => isAt(entry, pathname))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the sheet closes when the page changes
  useEffect(() => sheet.current?.close(), [pathname])
  return (
    <>
      <nav className="bar screen-only" aria-label={t('nav.label')}>
        {onBar.map((entry) => (
          <Link
            key={entry.to}
            to={entry.to}
            search={searchFor(entry, me)}
            activeOptions={EXACTLY}
            className="bar-entry"
            aria-current={isAt(entry, pathname) ? 'page' : undefined}
          >
            <EntryIcon name={entry.icon} />
            <span>{t(entry.words)}</span>
          </Link>
        ))}
        <button
          type="button"
          className="bar-entry"
          aria-haspopup="dialog"
          data-more
          data-current={isOnSheet}
          onClick={() => sheet.current?.showModal()}
        >
          <EllipsisOutlined aria-hidden />
          <span>{t('navigation.more')}</span>
        </button>
      </nav>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes a dialog on Escape; the click is on the backdrop */}
      <dialog
        ref={sheet}
        className="sheet"
        aria-labelledby="sheet-title"
        onClick={({ target, currentTarget }) => {
          if (target === currentTarget) currentTarget.close()
        }}
      >
        <div className="sheet-box">
          <div className="row spread">
            <h2 id="sheet-title">{t('navigation.all')}</h2>
            <Button
              type="text"
              icon={<CloseOutlined />}
              aria-label={t('navigation.close')}
              onClick={() => sheet.current?.close()}
            />
          </div>
          {groups.map(({ group, entries }) => (
            <section key={group} aria-labelledby={`sheet-${group}`}>
              <h3 id={`sheet-${group}`}>{t(`navigation.group.${group as Group}`)}</h3>
              <ul className="sheet-list">
                {entries.map((entry) => (
                  <li key={entry.to}>
                    <Link
                      to={entry.to}
                      search={searchFor(entry, me)}
                      activeOptions={EXACTLY}
                      className="sheet-entry"
                      aria-current={isAt(entry, pathname) ? 'page' : undefined}
                      onClick={() => sheet.current?.close()}
                    >
                      <EntryIcon name={entry.icon} />
                      <span>{t(entry.words)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          <button
            type="button"
            className="sheet-entry"
            aria-haspopup="dialog"
            onClick={() => {
              sheet.current?.close()
              onHelp()
            }}
          >
            <QuestionCircleOutlined aria-hidden />
            <span>{t('help.title')}</span>
          </button>
        </div>
      </dialog>
    </>
  )
}
