import { platform } from './platform/machinery.ts'
import { HOUSE_ORDER, joinRooms, roomBehind } from './platform/room.ts'

/** The platform and the rooms that are built, in house order (`rooms.cjs`). Each is found behind its door. */
const rooms = await Promise.all(
  HOUSE_ORDER.map(async (name) =>
    name === platform.name ? platform : roomBehind(name, await import(`./${name}/index.ts`)),
  ),
)

/** All rooms as one: data, handed to whatever is built of it. Importing it changes nothing. */
export const house = joinRooms(rooms)
