import { answer, ifMatch } from '@dieuhanh/client'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../form/form-drawer.tsx'
import { api, type newKey } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { KEEP_ACTS, type KeepAct, type KeepWords } from './keep-acts.ts'
import { KeepFields } from './keep-fields.tsx'
import { type AgencyDetail, useRefreshAgencies } from './queries.ts'

interface Props {
  act: string | undefined
  /** The code ("nso:15"), alias or succession an act is about. */
  item?: string | undefined
  /** The agency an act is about; undefined when one is added. */
  agency?: AgencyDetail
  onClose: () => void
}

/** The form of one act on an agency, for users who are allowed to do it. */
export function KeepDrawer({ act: requested, item, agency, onClose }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const navigate = useNavigate()
  const refresh = useRefreshAgencies()
  const act = KEEP_ACTS.find((each) => each === requested && (each === 'found') === (agency === undefined))
  return (
    <FormDrawer<KeepWords, AgencyDetail | undefined>
      title={act && t(`agencies.acts.${act}`)}
      hint={act ? t(`agencies.hints.${act}`, { name: agency?.name }) : ''}
      did={act ? t(`agencies.did.${act}`) : ''}
      initial={act ? initialOf(act, agency, me.today) : {}}
      on={agency}
      send={async (words, seen, key) => {
        if (!act) return
        const founded = await send(act, seen, item, words, key)
        if (founded) await navigate({ to: '/co-quan/$id', params: { id: String(founded) } })
      }}
      refresh={refresh}
      onClose={onClose}
    >
      {(form) => (act ? <KeepFields act={act} form={form} agency={agency} item={item} /> : null)}
    </FormDrawer>
  )
}

function initialOf(act: KeepAct, agency: AgencyDetail | undefined, today: string): KeepWords {
  switch (act) {
    case 'found':
      return { from: today, kind: 'other' }
    case 'unit':
      return { from: today, kind: 'unit' }
    case 'change': {
      const last = agency?.periods.at(-1)
      return {
        from: today,
        ...(last
          ? {
              name: last.name,
              kind: last.kind,
              ...(last.nameEn ? { nameEn: last.nameEn } : {}),
              ...(last.abbreviation ? { abbreviation: last.abbreviation } : {}),
              ...(last.parentId === null ? {} : { parentId: last.parentId }),
            }
          : {}),
      }
    }
    case 'end':
      return { on: today, heir: 'later' }
    case 'succession':
      return { effectiveOn: today, passage: 'main' }
    case 'code':
      return { from: today, scheme: 'qd20' }
    case 'endCode':
      return { on: today }
    default:
      return {}
  }
}

/** Sends one act on the version last fetched. Returns the id of an agency that was added. */
async function send(
  act: KeepAct,
  agency: AgencyDetail | undefined,
  item: string | undefined,
  words: KeepWords,
  key: ReturnType<typeof newKey>,
): Promise<number | undefined> {
  const source = words.source?.trim() ?? ''
  const optional = (text: string | undefined) => text?.trim() || null
  if (act === 'found' || act === 'unit') {
    const { id } = await answer(
      api.POST('/api/agencies', {
        headers: key,
        body: {
          name: words.name ?? '',
          nameEn: optional(words.nameEn),
          abbreviation: optional(words.abbreviation),
          kind: words.kind ?? 'unit',
          parentId: act === 'unit' ? (agency?.id ?? null) : (words.parentId ?? null),
          from: words.from ?? '',
          source,
        },
      }),
    )
    return act === 'found' ? id : undefined
  }
  if (!agency) return undefined
  const on = { params: { path: { id: agency.id } }, headers: ifMatch(agency.version) }
  switch (act) {
    case 'change':
      await answer(
        api.POST('/api/agencies/{id}/changes', {
          ...on,
          body: {
            from: words.from ?? '',
            name: words.name ?? '',
            nameEn: optional(words.nameEn),
            abbreviation: optional(words.abbreviation),
            kind: words.kind ?? agency.kind,
            parentId: words.parentId ?? null,
            source,
          },
        }),
      )
      return undefined
    case 'end':
    case 'reopen':
      await answer(
        api.POST('/api/agencies/{id}/end', {
          ...on,
          body: {
            on: act === 'end' ? (words.on ?? '') : null,
            source,
            ...(words.withUnits ? { withUnits: true } : {}),
            ...(words.heir === 'none' ? { heirId: null } : {}),
            ...(words.heir === 'one' && words.heirId ? { heirId: words.heirId } : {}),
          },
        }),
      )
      return undefined
    case 'succession':
      await answer(
        api.POST('/api/agencies/{id}/successions', {
          ...on,
          body: {
            kind: words.passage ?? 'main',
            newId: words.passage === 'abolished' ? null : (words.newId ?? null),
            subject: optional(words.subject),
            effectiveOn: words.effectiveOn ?? '',
            source,
          },
        }),
      )
      return undefined
    case 'withdrawSuccession':
      await answer(
        api.POST('/api/agencies/{id}/successions/{successionId}/withdraw', {
          params: { path: { id: agency.id, successionId: Number(item) } },
          headers: on.headers,
          body: { reason: words.reason?.trim() ?? '' },
        }),
      )
      return undefined
    case 'code':
      await answer(
        api.POST('/api/agencies/{id}/codes', {
          ...on,
          body: { scheme: words.scheme ?? 'qd20', code: words.code?.trim() ?? '', from: words.from ?? '', source },
        }),
      )
      return undefined
    case 'endCode': {
      const held = agency.codes.find(({ scheme, code }) => `${scheme}:${code}` === item)
      const { scheme = 'qd20' as const, code = '' } = held ?? {}
      await answer(
        api.POST('/api/agencies/{id}/codes/end', { ...on, body: { scheme, code, on: words.on ?? '', source } }),
      )
      return undefined
    }
    case 'alias':
      await answer(api.POST('/api/agencies/{id}/aliases', { ...on, body: { alias: words.alias ?? '', source } }))
      return undefined
    case 'withdrawAlias':
      await answer(api.POST('/api/agencies/{id}/aliases/withdraw', { ...on, body: { alias: item ?? '', source } }))
      return undefined
  }
}
