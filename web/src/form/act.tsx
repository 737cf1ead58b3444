import { type ComponentType, type ReactNode, useState } from 'react'
import type { newKey } from '../shell/api.ts'
import { useMe } from '../shell/session.ts'
import { FormDrawer, type FormDrawerProps } from './form-drawer.tsx'

/** What the forms of all acts of a feature have in common: their texts, and what they refresh. */
export type ActFrame = Pick<FormDrawerProps<object, unknown, unknown>, 'act' | 'hint' | 'did' | 'refresh' | 'since'> & {
  title: string
}

/** One act, defined in its own file. `Words` are its fields by name, `On` is what it is done on. */
export interface ActParts<Words extends object, Target, On, Done> {
  /** What it is done on; undefined if the target has none, and then nothing opens. */
  on: (target: Target) => On | undefined
  /** Initial values of the form: today, or the current values of what it is about. */
  initial?: (on: On, today: string) => Partial<Words>
  Fields?: (props: { on: On }) => ReactNode
  /** Its fields need more room than those of most acts. */
  isWide?: boolean
  /** The page beside it can be read and scrolled: what is typed is compared with it. */
  isBeside?: boolean
  /** Sends it on the version the user saw. Throws `ApiProblem`; a stale one names who changed it. */
  send: (words: Words, on: On, key: ReturnType<typeof newKey>) => Promise<Done>
  /** What follows once the form is closed, such as opening the page of what was added. */
  useOnDone?: () => (done: Done) => void
}

/** An act as the rest of the console sees it: its form. */
export interface Act<Name, Target> {
  Drawer: ComponentType<DrawerProps<Name, Target>>
}
interface DrawerProps<Name, Target> {
  act: Name
  isOpen: boolean
  target: Target
  onClose: () => void
}

/** Defines the acts of one feature. `useFrame`: the texts of an act, by its name, and what it refreshes. */
export const actsWith = <Name, Target>(useFrame: (act: Name, target: Target) => ActFrame) =>
  function defineAct<Words extends object, On, Done = unknown>({
    on: onOf,
    initial,
    Fields,
    isWide = false,
    isBeside = false,
    send,
    useOnDone = useNothing,
  }: ActParts<Words, Target, On, Done>): Act<Name, Target> {
    function Drawer({ act, isOpen, target, onClose }: DrawerProps<Name, Target>) {
      const me = useMe()
      const { title, ...frame } = useFrame(act, target)
      const onDone = useOnDone()
      const on = onOf(target)
      if (on === undefined) return null
      const begun = initial?.(on, me.today)
      return (
        <FormDrawer<Words, On, Done>
          {...frame}
          title={isOpen ? title : undefined}
          {...(begun === undefined ? {} : { initial: begun })}
          on={on}
          isWide={isWide}
          isBeside={isBeside}
          send={send}
          onDone={onDone}
          onClose={onClose}
        >
          {() => (Fields ? <Fields on={on} /> : null)}
        </FormDrawer>
      )
    }
    return { Drawer }
  }

const useNothing = () => () => {}

/** The form of the open act of a feature, if any; an unknown name opens nothing. */
export function ActDrawer<Name extends string, Target>({
  acts,
  act: requested,
  target,
  onClose,
}: {
  acts: Record<Name, Act<Name, Target>>
  /** The name in the address. */
  act: string | undefined
  target: Target
  onClose: () => void
}) {
  const act = requested !== undefined && Object.hasOwn(acts, requested) ? (requested as Name) : undefined
  // The drawer stays mounted while it closes, so that it can return the focus.
  const [last, setLast] = useState(act)
  if (act !== undefined && act !== last) setLast(act)
  if (last === undefined) return null
  const { Drawer } = acts[last]
  return <Drawer key={last} act={last} isOpen={act === last} target={target} onClose={onClose} />
}
