import { Button, Tour as Steps } from 'antd'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Group } from '../entry.ts'
import type { MenuEntry } from '../entry-icon.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../session.ts'
import { markTour } from './first-tour.ts'
import { hasError } from './quiet.ts'
import { type Step, tourOf } from './tour-steps.ts'
import { TOUR_TEXTS } from './tour-texts.ts'
import './help.css'

const shown = (selector: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((one) => one.getClientRects().length > 0)

/** What a step points at: the entry itself; else its closed group, or on a phone the button of the sheet. */
function targetOf({ id, entry }: Step): { element: HTMLElement | null; isIn?: 'group' | 'more' } {
  if (id === 'search') return { element: shown('.frame-search') ?? null }
  if (id === 'help') return { element: shown('[data-help]') ?? shown('[data-more]') ?? null }
  const direct = shown(`:is(.rail, .bar) a:is([href="${entry?.to}"], [href^="${entry?.to}?"])`)
  if (direct) return { element: direct }
  const group = shown(`[data-group="${entry?.group}"]`)
  if (group) return { element: group, isIn: 'group' }
  return { element: shown('[data-more]') ?? null, isIn: 'more' }
}

/** Shows where a person's work is, step by step. Skipped, closed or finished, it is marked as seen. */
export function Tour({ entries, onClose }: { entries: readonly MenuEntry[]; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const me = useMe()
  const id = useId()
  const [at, setAt] = useState(0)
  const steps = useMemo(() => tourOf(entries, me), [entries, me])
  const before = useRef(document.activeElement)
  const leave = useCallback(() => {
    onClose()
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }, [onClose])
  const finish = () => {
    void markTour(me.userId)
    leave()
  }
  // An error that appears under it must be read: the tour gives way, unmarked, and comes with a later page.
  useEffect(() => {
    const watch = new MutationObserver(() => {
      if (hasError()) leave()
    })
    watch.observe(document.body, { childList: true, subtree: true })
    return () => watch.disconnect()
  }, [leave])
  const named = useDialog(id, at)
  return (
    <Steps
      open
      current={at}
      onChange={setAt}
      onClose={finish}
      rootClassName="tour screen-only"
      disabledInteraction
      scrollIntoViewOptions={{ block: 'nearest' }}
      closable={{ 'aria-label': t('shell.close') }}
      indicatorsRender={(current, of) => <span className="soft">{t('help.step', { n: current + 1, of })}</span>}
      actionsRender={(_, { current, total }) => (
        <>
          {current < total - 1 ? (
            <Button size="small" type="text" onClick={finish}>
              {t('help.skip')}
            </Button>
          ) : null}
          {current > 0 ? (
            <Button size="small" onClick={() => setAt(current - 1)}>
              {t('help.back')}
            </Button>
          ) : null}
          <Button
            size="small"
            type="primary"
            data-next-step
            onClick={() => (current < total - 1 ? setAt(current + 1) : finish())}
          >
            {t(current < total - 1 ? 'help.next' : 'help.done')}
          </Button>
        </>
      )}
      steps={steps.map((step) => {
        const [title, about] = TOUR_TEXTS[language][step.id]
        // An entry has the name it has in the menu.
        const entry = entries.find(({ to }) => to === step.entry?.to)
        const { isIn } = targetOf(step)
        const group = t(`navigation.group.${step.entry?.group as Group}`)
        return {
          target: () => targetOf(step).element as HTMLElement,
          title: (
            <h2 className="tour-title" id={`${id}-title`} ref={named}>
              {entry ? t(entry.words) : title}
            </h2>
          ),
          description: (
            <p id={`${id}-about`}>
              {about}
              {isIn ? ` ${isIn === 'group' ? t('help.inGroup', { group }) : t('help.inMore')}` : null}
            </p>
          ),
        }
      })}
    />
  )
}

/**
 * What Ant Design's Tour leaves out: its panel is a dialog with a name, has the focus, and keeps it. Returns the ref of
 * the title, by which the panel is found.
 */
function useDialog(id: string, at: number): (title: HTMLElement | null) => void {
  const panel = useRef<HTMLElement>(null)
  const named = useCallback(
    (title: HTMLElement | null) => {
      const found = title?.closest<HTMLElement>('.ant-tour-panel')
      if (!found) return
      panel.current = found
      found.setAttribute('role', 'dialog')
      found.setAttribute('aria-modal', 'true')
      found.setAttribute('aria-labelledby', `${id}-title`)
      found.setAttribute('aria-describedby', `${id}-about`)
    },
    [id],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step takes the focus anew
  useEffect(() => {
    const wait = setTimeout(() => panel.current?.querySelector<HTMLElement>('[data-next-step]')?.focus(), 150)
    return () => clearTimeout(wait)
  }, [at])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Tab' || !panel.current) return
      const buttons = [...panel.current.querySelectorAll('button')]
      const now = buttons.indexOf(document.activeElement as HTMLButtonElement)
      const next = now < 0 ? 0 : (now + (event.shiftKey ? -1 : 1) + buttons.length) % buttons.length
      event.preventDefault()
      buttons[next]?.focus()
    }
    document.addEventListener('keydown', press, true)
    return () => document.removeEventListener('keydown', press, true)
  }, [])
  return named
}
