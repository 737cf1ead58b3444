import { useQuery } from '@tanstack/react-query'
import { useLanguage } from '../shell/language.tsx'
import { mayDo, useMe } from '../shell/session.ts'
import { choicesQuery } from './outgoing-queries.ts'

/** The name of a kind of document; its letters for those who cannot ask for the names. */
export function useKindName(): (kind: string) => string {
  const language = useLanguage()
  const { data } = useQuery({ ...choicesQuery, enabled: mayDo(useMe(), 'records.draft') })
  return (kind) => {
    const found = data?.kinds.find((one) => one.kind === kind)
    return found ? (language === 'vi' ? found.name : found.nameEn) : kind
  }
}
