// Loaded before a server by `--import`: its clock is as many days ahead as DAYS_AHEAD says, for what happens after years.
import process from 'node:process'

const ahead = Number(process.env.DAYS_AHEAD) * 86_400_000
const RealDate = Date
const now = () => RealDate.now() + ahead

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, made) => Reflect.construct(target, given.length === 0 ? [now()] : given, made),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
})
const instant = Temporal.Now.instant.bind(Temporal.Now)
Temporal.Now.instant = () => instant().add({ milliseconds: ahead })
