/**
 * The Vietnamese lunar calendar, computed from the positions of sun and moon over Viet Nam (UTC+7, which is why Tết
 * 2030 is a day before the Chinese new year). A month begins on the day of the new moon; the eleventh contains the
 * winter solstice; of thirteen months between two elevenths, the first in which the sun enters no twelfth of its path
 * is the leap month. Series after J. Meeus, Astronomical Algorithms, chapters 25 and 49, accurate to about a minute for
 * the moon.
 */

/** The day (ISO) of a day of the lunar year that begins in `year`: `dayOfLunar(2026, 1, 1)` is Tết. Not for leap months. */
export function dayOfLunar(year: number, month: number, day: number): string {
  const start = monthStarts(year)[month - 1]
  if (start === undefined || day < 1 || day > 30) throw new RangeError(`no lunar day ${day}/${month}/${year}`)
  return isoOf(start + day - 1)
}

const kept = new Map<number, number[]>()

/** First days (Julian day numbers in Viet Nam) of the twelve months of a lunar year, without its leap month. */
function monthStarts(year: number): number[] {
  const known = kept.get(year)
  if (known) return known
  const starts = [...monthsFromEleventh(year - 1).slice(2), ...monthsFromEleventh(year).slice(0, 2)]
  kept.set(year, starts)
  return starts
}

/** First days of the eleventh month of `year` and of the eleven that follow, without a leap month. */
function monthsFromEleventh(year: number): number[] {
  const first = eleventhOf(year)
  const count = eleventhOf(year + 1) - first
  const starts = Array.from({ length: count + 1 }, (_, index) => newMoonDay(first + index))
  const leap =
    count === 13 ? starts.findIndex((start, index) => index > 0 && twelfth(start) === twelfth(starts[index + 1]!)) : -1
  return starts.slice(0, count).filter((_, index) => index !== leap)
}

/** The index of the new moon, counted from January 2000, that begins the month of the winter solstice of a year. */
function eleventhOf(year: number): number {
  let moon = Math.floor((year + 1 - 2000) * 12.3685) + 1
  // The sun enters its tenth twelfth (270°) at the solstice: it is past that before the first day of the next month.
  while (!holdsSolstice(moon)) moon -= 1
  return moon
}

function holdsSolstice(moon: number): boolean {
  const [begins, ends] = [twelfth(newMoonDay(moon)), twelfth(newMoonDay(moon + 1))]
  // In 2033 the month enters two twelfths, so it begins in the one before (7).
  return begins >= 7 && begins <= 8 && ends >= 9
}

const DEGREE = Math.PI / 180
const sin = (degrees: number) => Math.sin(degrees * DEGREE)

/** Julian day number, in Viet Nam, of the day on which new moon number `k` falls. */
function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) + 0.5 + 7 / 24)
}

/** Instant of new moon number `k` (0: 06/01/2000), as a Julian date of universal time. */
function newMoon(k: number): number {
  const t = k / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t + 0.00001238 * t ** 3
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t - 0.00000227 * t ** 3
  const mean = 2451550.09766 + 29.530588861 * k + 0.00015437 * t * t - 0.00000015 * t ** 3
  const shift =
    -0.4072 * sin(moon) +
    0.17241 * e * sin(sun) +
    0.01608 * sin(2 * moon) +
    0.01039 * sin(2 * node) +
    0.00739 * e * sin(moon - sun) -
    0.00514 * e * sin(moon + sun) +
    0.00208 * e * e * sin(2 * sun) -
    0.00111 * sin(moon - 2 * node) -
    0.00057 * sin(moon + 2 * node) +
    0.00056 * e * sin(2 * moon + sun) -
    0.00042 * sin(3 * moon) +
    0.00042 * e * sin(sun + 2 * node) +
    0.00038 * e * sin(sun - 2 * node) -
    0.00024 * e * sin(2 * moon - sun) -
    0.00017 * sin(124.7746 - 1.56375588 * k) +
    0.000325 * sin(299.77 + 0.107408 * k) +
    0.000165 * sin(251.88 + 0.016321 * k)
  return mean + shift - clockBehind(2000 + k / 12.3685)
}

/** By how much of a day universal time lags behind the uniform time of the series: about 70 seconds now. */
function clockBehind(year: number): number {
  const since = year - 2000
  return (62.92 + 0.32217 * since + 0.005589 * since * since) / 86_400
}

/** In which twelfth of its path (0 to 11, from the spring equinox) the sun is when a day begins in Viet Nam. */
function twelfth(julianDay: number): number {
  const t = (julianDay - 0.5 - 7 / 24 - 2451545) / 36525
  const anomaly = 357.52911 + 35999.05029 * t - 0.0001537 * t * t
  const centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
  const longitude =
    280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)
  return Math.floor((((longitude % 360) + 360) % 360) / 30)
}

const JULIAN_DAY_OF_1970 = 2_440_588

function isoOf(julianDay: number): string {
  return Temporal.PlainDate.from('1970-01-01')
    .add({ days: julianDay - JULIAN_DAY_OF_1970 })
    .toString()
}
