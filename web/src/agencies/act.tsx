import { ifMatch } from '@dieuhanh/client'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, type ActParts, actsWith } from '../form/act.tsx'
import type { Words as LocaleWords } from '../i18n/vi.ts'
import { type AgencyDetail, useRefreshAgencies } from './queries.ts'

/** Names of the acts are the keys of their i18n texts. */
export type AgencyAct = keyof LocaleWords['agencies']['hints']

/** What an act is done on. */
export interface AgencyTarget {
  /** Undefined in the list, where only a new agency can be added. */
  agency?: AgencyDetail
  /** The code ("nso:15"), alias or succession an act is about. */
  item?: string | undefined
}

function useFrame(act: AgencyAct, { agency }: AgencyTarget): ActFrame {
  const { t } = useTranslation()
  return {
    title: t(`agencies.acts.${act}`),
    hint: t(`agencies.hints.${act}`, { name: agency?.name }),
    did: t(`agencies.did.${act}`),
    refresh: useRefreshAgencies(),
  }
}

export const defineAct = actsWith(useFrame)

/** An act on an agency itself. */
export const actOnAgency = <Words extends object>(
  parts: Omit<ActParts<Words, AgencyTarget, AgencyDetail, unknown>, 'on'>,
): Act<AgencyAct, AgencyTarget> => defineAct<Words, AgencyDetail>({ ...parts, on: ({ agency }) => agency })

/** Path and version of an agency for a request. */
export const onAgency = ({ id, version }: AgencyDetail) => ({ params: { path: { id } }, headers: ifMatch(version) })
