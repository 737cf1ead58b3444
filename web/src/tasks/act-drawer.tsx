import { useState } from 'react'
import type { ActTarget } from './act.tsx'
import type { ActName } from './act-names.ts'
import { ACTS } from './acts.ts'

/** The form of the open act, if any. */
export function ActDrawer({
  act,
  target,
  onClose,
}: {
  act: ActName | undefined
  target: ActTarget
  onClose: () => void
}) {
  // The drawer stays mounted while it closes, so that it can return the focus.
  const [last, setLast] = useState(act)
  if (act !== undefined && act !== last) setLast(act)
  if (last === undefined) return null
  const { Drawer } = ACTS[last]
  return <Drawer key={last} act={last} isOpen={act === last} target={target} onClose={onClose} />
}
