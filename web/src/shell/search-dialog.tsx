import { SearchOutlined } from '@ant-design/icons'
import { type Answer, answer } from '@dieuhanh/client'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { searchPagePath } from '../paths/search.ts'
import { api } from './api.ts'
import { EntryIcon, type MenuEntry } from './entry-icon.tsx'
import { useLanguage } from './language.tsx'
import { linkTo } from './path-link.tsx'
import { ProblemNote } from './problem.tsx'
import './search-dialog.css'

type Hit = Answer<'/api/search'>['groups'][number]['hits'][number]
interface Choice extends Hit {
  icon?: MenuEntry['icon']
  /** Opens the list of all. */
  isMore?: true
}
interface Found {
  kind: string
  name: string
  choices: Choice[]
}

const LEAST = 2
/** Delay after the last letter. */
const WAIT_MS = 200

const searchQuery = (words: string) =>
  queryOptions({
    queryKey: ['search', words],
    queryFn: ({ signal }) => answer(api.GET('/api/search', { params: { query: { words } }, signal })),
    enabled: words.length >= LEAST,
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

const fold = (words: string) =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D').toLowerCase()

/** Searches all rooms and the pages of the menu. Arrows choose, Enter opens, Escape closes. */
export function SearchDialog({ entries, onClose }: { entries: readonly MenuEntry[]; onClose: () => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const navigate = useNavigate()
  const id = useId()
  const box = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const [at, setAt] = useState(0)
  useEffect(() => {
    box.current?.showModal()
  }, [])
  useEffect(() => {
    const wait = setTimeout(() => setWords(typed.trim()), WAIT_MS)
    return () => clearTimeout(wait)
  }, [typed])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new search selects the first result
  useEffect(() => setAt(0), [words])
  const { data, error, refetch, isFetching } = useQuery(searchQuery(words))

  const pages = pagesOf(entries, words, (key) => t(key))
  const groups: Found[] =
    words.length < LEAST
      ? []
      : [
          ...(pages.length > 0 ? [{ kind: 'page', name: t('navigation.pages'), choices: pages }] : []),
          ...(data?.groups ?? []).map(({ kind, hits, more, ...name }) => ({
            kind,
            name: name[language],
            choices: more
              ? [...hits, { title: t('navigation.searchMore'), detail: null, to: more, isMore: true as const }]
              : hits,
          })),
        ]
  // Last, also where these few are none: with filters, and hits of every kind.
  if (words.length >= LEAST && data !== undefined) {
    const everything = {
      title: t('searchPage.openAll'),
      detail: null,
      to: searchPagePath(words),
      isMore: true as const,
    }
    groups.push({ kind: 'everything', name: t('searchPage.title'), choices: [everything] })
  }
  const all = groups.flatMap(({ choices }) => choices)
  const chosen = all[Math.min(at, all.length - 1)]
  const idOf = (choice: Choice) => `${id}-${all.indexOf(choice)}`
  const open = (to: string) => {
    onClose()
    void navigate(linkTo(to))
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by !== undefined && all.length > 0) {
      event.preventDefault()
      const next = (Math.min(at, all.length - 1) + by + all.length) % all.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && chosen && typed.trim() === words) {
      event.preventDefault()
      open(chosen.to)
    }
  }
  const isNothing = words.length >= LEAST && data !== undefined && !isFetching && all.length <= 1
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the browser closes a dialog on Escape; the click is on the backdrop
    <dialog
      ref={box}
      className="find"
      aria-label={t('navigation.search')}
      onClose={onClose}
      onClick={({ target, currentTarget }) => {
        if (target === currentTarget) currentTarget.close()
      }}
    >
      <div className="find-box">
        <div className="find-field">
          <SearchOutlined aria-hidden="true" />
          <input
            autoFocus
            role="combobox"
            aria-label={t('navigation.search')}
            aria-expanded={all.length > 0}
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-activedescendant={chosen ? idOf(chosen) : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder={t('navigation.searchShort')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={press}
          />
          <button type="button" className="find-close" onClick={() => box.current?.close()}>
            {t('navigation.close')}
          </button>
        </div>
        {error ? <ProblemNote error={error} retry={refetch} /> : null}
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('navigation.search')}
          className="find-list"
          aria-busy={isFetching}
        >
          {groups.map(({ kind, name, choices }) => (
            // biome-ignore lint/a11y/useSemanticElements: option groups, which only select has
            <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
              <p id={`${id}-${kind}`} className="find-kind">
                {name}
              </p>
              {choices.map((choice) => (
                // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
                <div
                  key={choice.to}
                  id={idOf(choice)}
                  role="option"
                  aria-selected={choice === chosen}
                  className={choice.isMore ? 'find-hit find-more' : 'find-hit'}
                  onClick={() => open(choice.to)}
                  onPointerMove={() => setAt(all.indexOf(choice))}
                >
                  {choice.icon ? <EntryIcon name={choice.icon} /> : null}
                  <span className="find-title">{choice.title}</span>
                  {choice.detail ? <span className="soft find-detail">{choice.detail}</span> : null}
                </div>
              ))}
            </div>
          ))}
        </div>
        <p role="status" className={all.length > 0 && !isNothing ? 'unseen' : 'find-note soft'}>
          {words.length < LEAST
            ? t('navigation.searchHint')
            : isNothing
              ? `${t('navigation.searchNone', { words })}. ${t('navigation.searchNoneHint')}`
              : all.length > 0
                ? t('navigation.searchCount', { count: all.length - 1 })
                : t('shell.loading')}
        </p>
        <p className="find-keys soft">{t('navigation.searchKeys')}</p>
      </div>
    </dialog>
  )
}

/** Pages whose name contains every word, ignoring diacritics. */
function pagesOf(entries: readonly MenuEntry[], words: string, name: (key: MenuEntry['words']) => string): Choice[] {
  const wanted = fold(words).split(/\s+/u).filter(Boolean)
  return entries
    .map(({ to, words: key, icon }) => ({ to, title: name(key), detail: null, icon }))
    .filter(({ title }) => wanted.every((word) => fold(title).includes(word)))
}
