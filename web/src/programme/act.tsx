import { ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, type ActParts, actsWith } from '../form/act.tsx'
import { type Item, type ItemAct, refreshProgramme } from './queries.ts'

function useFrame(act: ItemAct, _: Item): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return {
    title: t(`programme.act.${act}`),
    did: t(`programme.did.${act}`),
    hint: t(`programme.hint.${act}`),
    refresh: () => refreshProgramme(queries),
  }
}
const defineAct = actsWith(useFrame)

/** An act on an entry of the programme. */
export const actOnItem = <Words extends object>(
  parts: Omit<ActParts<Words, Item, Item, unknown>, 'on'>,
): Act<ItemAct, Item> => defineAct<Words, Item>({ ...parts, on: (item) => item })

/** Path and version of an entry for a request. */
export const onItem = ({ id, version }: Item) => ({ params: { path: { id } }, headers: ifMatch(version) })

/** Without what was left empty. */
export const filled = <T extends object>(words: T) =>
  Object.fromEntries(
    Object.entries(words).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  ) as {
    [Key in keyof T]: Exclude<T[Key], undefined | null>
  }
