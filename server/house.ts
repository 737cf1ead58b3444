import { platform } from './platform/machinery.ts'
import { HOUSE_ORDER, joinRooms, roomBehind } from './platform/room.ts'

/** The platform and the rooms that are built, in house order (`rooms.cjs`). Each is found by its `index.ts`. */
const rooms = await Promise.all(
  HOUSE_ORDER.map(async (name) =>
    name === platform.name ? platform : roomBehind(name, await import(`./${name}/index.ts`)),
  ),
)

/** All rooms joined as data, passed to whatever is built from it. Importing it has no side effect. */
export const house = joinRooms(rooms)
