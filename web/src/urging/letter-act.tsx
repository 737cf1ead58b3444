import { ifMatch } from '@dieuhanh/client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Act, type ActFrame, type ActParts, actsWith } from '../form/act.tsx'
import { type Letter, type LetterAct, refreshUrging } from './queries.ts'

/** The acts on a letter that need input. */
export type LetterForm = Extract<LetterAct, 'edit' | 'sendBack' | 'close' | 'answer'>

function useFrame(act: LetterForm, _: Letter): ActFrame {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return { title: t(`urging.act.${act}`), did: t(`urging.did.${act}`), refresh: () => refreshUrging(queries) }
}
const defineAct = actsWith(useFrame)

/** An act on a letter. */
export const actOnLetter = <Words extends object>(
  parts: Omit<ActParts<Words, Letter, Letter, unknown>, 'on'>,
): Act<LetterForm, Letter> => defineAct<Words, Letter>({ ...parts, on: (letter) => letter })

/** Path and version of a letter for a request. */
export const onLetter = ({ id, version }: Letter) => ({ params: { path: { id } }, headers: ifMatch(version) })
