import { useQuery } from '@tanstack/react-query'
import { useMatches } from '@tanstack/react-router'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from '../../ui/narrow.ts'
import type { Reader } from '../entry.ts'
import { GuideLink } from '../guide-link.tsx'
import { KeyList } from '../key-list.tsx'
import { useLanguage } from '../language.tsx'
import { ProblemNote } from '../problem.tsx'
import { Waiting } from '../waiting.tsx'
import { type HelpPage, type HelpTexts, helpFor, isHelpPage } from './pages.ts'
import './help.css'

const TEXTS = { vi: () => import('./vi.ts'), en: () => import('./en.ts') }

interface HelpDrawerProps {
  /** Nobody is signed in yet: undefined. */
  reader?: Reader | undefined
  isKeysOn?: boolean
  onClose: () => void
  onKeys?: () => void
  onTour?: () => void
}

/** Help on the page that is open: what it is for, what this person can do on it, its words and keys, and where to read more. */
export function HelpDrawer({ onClose, ...props }: HelpDrawerProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  // Closed before it is taken away: the focus goes back to where it came from.
  const [isOpen, setOpen] = useState(true)
  const path = useMatches({ select: (matches) => matches.at(-1)?.fullPath ?? '' })
  const page = isHelpPage(path) ? path : undefined
  const texts = useQuery({
    queryKey: ['help', language],
    queryFn: async () => (await TEXTS[language]()).texts,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <Drawer
      open={isOpen}
      onClose={() => setOpen(false)}
      afterOpenChange={(isShown) => {
        if (!isShown) onClose()
      }}
      size={420}
      rootClassName="screen-only"
      title={page && texts.data ? t('help.on', { page: texts.data.pages[page].name }) : t('help.title')}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <div className="help">
        {texts.error ? <ProblemNote error={texts.error} retry={texts.refetch} /> : null}
        {texts.isPending ? <Waiting lines={6} /> : null}
        {texts.data && page ? <OnPage page={page} texts={texts.data} {...props} /> : null}
        {page ? null : <p>{t('help.general')}</p>}
        <More page={page} {...props} />
      </div>
    </Drawer>
  )
}

function OnPage({
  page,
  texts,
  reader,
  isKeysOn = true,
  onKeys,
}: Omit<HelpDrawerProps, 'onClose'> & { page: HelpPage; texts: HelpTexts }) {
  const { t } = useTranslation()
  const narrow = useNarrow()
  const { acts, help } = helpFor(page, reader)
  const { about, acts: words }: { about: string; acts: Record<string, string> } = texts.pages[page]
  const keys = ['/', 'Ctrl K', ...help.keys, '?'] as const
  return (
    <>
      <p>{about}</p>
      {acts.length > 0 ? (
        <section>
          <h2>{t('help.may')}</h2>
          <ul>
            {acts.map((act) => (
              <li key={act}>{words[act]}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h2>{t('help.words')}</h2>
        <dl>
          {help.words.map((word) => (
            <div key={word}>
              <dt>{texts.words[word][0]}</dt>
              <dd>{texts.words[word][1]}</dd>
            </div>
          ))}
        </dl>
      </section>
      {onKeys && !narrow ? (
        <section>
          <h2>{t('help.keys')}</h2>
          <KeyList keys={isKeysOn ? keys : ['Ctrl K']} />
          {isKeysOn ? null : <p>{t('help.keysOff')}</p>}
          <Button type="link" className="help-keys" onClick={onKeys}>
            {t('help.allKeys')}
          </Button>
        </section>
      ) : null}
    </>
  )
}

function More({ page, reader, onTour }: Omit<HelpDrawerProps, 'onClose'> & { page: HelpPage | undefined }) {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('help.more')}</h2>
      <ul>
        {page ? (
          <li>
            <GuideLink part={helpFor(page, reader).guide}>{t('help.part')}</GuideLink>
          </li>
        ) : null}
        <li>
          <GuideLink part="">{t('help.guide')}</GuideLink>
        </li>
      </ul>
      {onTour ? <Button onClick={onTour}>{t('help.startTour')}</Button> : null}
    </section>
  )
}
