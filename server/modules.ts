import { directives } from './directives/index.ts'
import { oversight } from './oversight/index.ts'
import { announce } from './platform/audit.ts'
import { platform } from './platform/machinery.ts'
import { joinRooms } from './platform/room.ts'
import { registry } from './registry/index.ts'
import { reorganisation } from './reorganisation/index.ts'
import { tasks } from './tasks/index.ts'
import { urging } from './urging/index.ts'
import { webhooks } from './webhooks/index.ts'

/** The modules, in house order: one import above and one name here is all that joining takes. */
export const house = joinRooms([platform, registry, tasks, webhooks, urging, directives, oversight, reorganisation])

announce(house.events, house.subscriptions, house.followers)
