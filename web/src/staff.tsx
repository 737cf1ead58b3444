import { PostSwitch } from './people/post-switch.tsx'
import { Bell } from './shell/bell.tsx'
import { Frame } from './shell/frame.tsx'
import { Live } from './shell/live-note.tsx'

/** The frame with what features put into its head; pages in it follow changes as they are made. */
export function Staff() {
  return (
    <>
      <Frame
        tools={
          <>
            <PostSwitch />
            <Bell />
          </>
        }
      />
      <Live />
    </>
  )
}
