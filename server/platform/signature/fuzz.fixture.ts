/** Bytes changed at random, the same for the same seed. */

/** Numbers from 0 up to 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const TELLING = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xa0, 0xa1, 0xff]

/** One to four changes: a bit, a byte, a length, a piece left out, doubled, moved in from elsewhere, or the end cut off. */
export function mutated(bytes: Uint8Array, others: readonly Uint8Array[], random: () => number): Uint8Array {
  const pick = (below: number) => Math.floor(random() * below)
  let changed = Buffer.from(bytes)
  for (let change = 0; change <= pick(4); change++) {
    const at = pick(changed.length)
    const length = 1 + pick(Math.min(60, changed.length - at))
    const piece = changed.subarray(at, at + length)
    switch (pick(8)) {
      case 0:
        changed[at]! ^= 1 << pick(8)
        break
      case 1:
        changed[at] = pick(256)
        break
      case 2:
      case 3:
        changed[at] = TELLING[pick(TELLING.length)]!
        break
      case 4:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)])
        break
      case 5:
        changed = Buffer.concat([changed.subarray(0, at), piece, changed.subarray(at)])
        break
      case 6: {
        const other = others[pick(others.length)]!
        const from = pick(other.length)
        changed = Buffer.concat([
          changed.subarray(0, at),
          other.subarray(from, from + length),
          changed.subarray(at + length),
        ])
        break
      }
      default:
        if (pick(6) === 0) changed = changed.subarray(0, Math.max(1, at))
        else changed[at]! += 1
    }
  }
  return changed
}
