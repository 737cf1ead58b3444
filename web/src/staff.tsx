import { PostSwitch } from './people/post-switch.tsx'
import { Frame } from './shell/frame.tsx'

/** The frame with what features put into its head. */
export function Staff() {
  return <Frame tools={<PostSwitch />} />
}
