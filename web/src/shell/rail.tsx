import { DownOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Link, useLocation } from '@tanstack/react-router'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EXACTLY, type Group, type Grouped, isAt, searchFor } from './entry.ts'
import { EntryIcon, GroupIcon, type MenuEntry } from './entry-icon.tsx'
import { keepChoice, readChoice } from './kept.ts'
import { useMe } from './session.ts'

/** In a narrower window the rail starts folded, unless the user chose otherwise. */
const WIDE_ENOUGH = 1200

interface Choice {
  isFolded?: boolean
  /** Groups the user opened or closed. */
  groups?: Record<string, boolean>
}
const isChoice = (value: unknown): value is Choice =>
  typeof value === 'object' &&
  value !== null &&
  ['undefined', 'boolean'].includes(typeof (value as Choice).isFolded) &&
  ['undefined', 'object'].includes(typeof (value as Choice).groups)

/** The popup next to the folded rail: the name of the hovered entry, or the entries of a group. */
interface Floating {
  top: number
  name?: string
  group?: Grouped<MenuEntry>
}

/** The side menu: groups by job; it folds to icons. */
export function Rail({ groups }: { groups: readonly Grouped<MenuEntry>[] }) {
  const { t } = useTranslation()
  const me = useMe()
  const { userId } = me
  const { pathname } = useLocation()
  const [choice, setChoice] = useState(() => readChoice('rail', userId, isChoice) ?? {})
  const [floating, setFloating] = useState<Floating>()
  const box = useRef<HTMLElement>(null)
  const isFolded = choice.isFolded ?? window.innerWidth < WIDE_ENOUGH
  const choose = (changed: Choice) => {
    const next = { ...choice, ...changed }
    keepChoice('rail', userId, next)
    setChoice(next)
    setFloating(undefined)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the popup belongs to the previous page
  useEffect(() => setFloating(undefined), [pathname])
  const leave = () => setFloating((now) => (now?.group ? now : undefined))
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !floating) return
    event.stopPropagation()
    setFloating(undefined)
    if (floating.group) box.current?.querySelector<HTMLElement>('[aria-expanded="true"][data-flies]')?.focus()
  }
  /** Next to the folded rail, names are shown on hover and focus. */
  const named = (name: string) => {
    const show = ({ currentTarget }: { currentTarget: HTMLElement }) => {
      if (isFolded && !floating?.group) setFloating({ name, top: currentTarget.getBoundingClientRect().top })
    }
    return { onPointerEnter: show, onFocus: show, onPointerLeave: leave, onBlur: leave }
  }
  const link = (entry: MenuEntry) => (
    <Link
      to={entry.to}
      search={searchFor(entry, me)}
      activeOptions={EXACTLY}
      className="rail-entry"
      aria-current={isAt(entry, pathname) ? 'page' : undefined}
      {...named(t(entry.words))}
    >
      <EntryIcon name={entry.icon} />
      <span className={isFolded ? 'unseen' : 'rail-name'}>{t(entry.words)}</span>
    </Link>
  )
  return (
    <nav
      ref={box}
      className={isFolded ? 'rail folded screen-only' : 'rail screen-only'}
      aria-label={t('nav.label')}
      onKeyDown={press}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFloating(undefined)
      }}
    >
      <ul className="rail-list">
        {groups.map((group) => {
          if (group.isAlone) return <li key={group.group}>{link(group.entries[0]!)}</li>
          const isHere = group.entries.some((entry) => isAt(entry, pathname))
          // The group of the current page is always open.
          const isOpen = isHere || (choice.groups?.[group.group] ?? group.isOpen)
          const name = t(`navigation.group.${group.group as Group}`)
          if (isFolded && !isOpen) {
            const flies = floating?.group?.group === group.group
            return (
              <li key={group.group}>
                <button
                  type="button"
                  className="rail-entry"
                  data-flies
                  data-group={group.group}
                  aria-expanded={flies}
                  {...named(name)}
                  onClick={({ currentTarget }) =>
                    setFloating(flies ? undefined : { group, top: currentTarget.getBoundingClientRect().top })
                  }
                >
                  <GroupIcon group={group.group as Group} />
                  <span className="unseen">{name}</span>
                </button>
                {flies ? (
                  <Flying top={floating.top} name={name}>
                    {group.entries.map((entry) => (
                      <li key={entry.to}>
                        <Link to={entry.to} search={searchFor(entry, me)} className="rail-entry">
                          <EntryIcon name={entry.icon} />
                          <span className="rail-name">{t(entry.words)}</span>
                        </Link>
                      </li>
                    ))}
                  </Flying>
                ) : null}
              </li>
            )
          }
          const entries = (
            <ul className="rail-list">
              {group.entries.map((entry) => (
                <li key={entry.to}>{link(entry)}</li>
              ))}
            </ul>
          )
          if (isFolded) {
            return (
              <li key={group.group} className="rail-group">
                {entries}
              </li>
            )
          }
          return (
            <li key={group.group} className="rail-group">
              {isHere ? (
                <p className="rail-job">{name}</p>
              ) : (
                <button
                  type="button"
                  className="rail-job"
                  data-group={isOpen ? undefined : group.group}
                  aria-expanded={isOpen}
                  onClick={() => choose({ groups: { ...choice.groups, [group.group]: !isOpen } })}
                >
                  <span>{name}</span>
                  <DownOutlined aria-hidden />
                </button>
              )}
              {isOpen ? entries : null}
            </li>
          )
        })}
      </ul>
      <button
        type="button"
        className="rail-entry rail-fold"
        aria-expanded={!isFolded}
        onClick={() => choose({ isFolded: !isFolded })}
        {...named(t(isFolded ? 'navigation.unfold' : 'navigation.fold'))}
      >
        {isFolded ? <RightOutlined aria-hidden /> : <LeftOutlined aria-hidden />}
        <span className={isFolded ? 'unseen' : 'rail-name'}>
          {t(isFolded ? 'navigation.unfold' : 'navigation.fold')}
        </span>
      </button>
      {floating?.name ? (
        // The name is repeated inside the link: it is visible, and stays while hovered.
        <span className="rail-tip" style={{ top: floating.top }} aria-hidden="true">
          {floating.name}
        </span>
      ) : null}
    </nav>
  )
}

/** Entries of a group next to the folded rail, never below the window. */
function Flying({ top, name, children }: { top: number; name: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(top)
  useEffect(() => {
    const { height } = list.current!.getBoundingClientRect()
    setAt(Math.max(8, Math.min(top, window.innerHeight - height - 8)))
  }, [top])
  return (
    <div ref={list} className="rail-flying" style={{ top: at }}>
      <p className="rail-flying-name">{name}</p>
      <ul className="rail-list">{children}</ul>
    </div>
  )
}
