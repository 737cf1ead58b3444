import { announce } from './platform/audit.ts'
import { joinRooms } from './platform/room.ts'
import { platform } from './platform/sweep.ts'
import { registry } from './registry/index.ts'

/** The modules, in house order: one import above and one name here is all that joining takes. */
export const house = joinRooms([platform, registry])

announce(house.events, house.subscriptions)
