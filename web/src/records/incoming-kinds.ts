import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { incomingChoicesQuery } from './incoming-queries.ts'

/** Works with documents of an office: may ask for its kinds, units and leaders. */
export function useIsOfOffice(): boolean {
  const me = useMe()
  return (['records.register', 'records.assign', 'records.archive', 'records.draft'] as const).some((right) =>
    mayDo(me, right),
  )
}

/** The name of a kind of document; its letters for those who cannot ask for the names. */
export function useIncomingKindName(): (kind: string) => string {
  const language = useLanguage()
  const { data } = useQuery({ ...incomingChoicesQuery, enabled: useIsOfOffice() })
  return (kind) => {
    const found = data?.kinds.find((one) => one.kind === kind)
    return found ? (language === 'vi' ? found.name : found.nameEn) : kind
  }
}
