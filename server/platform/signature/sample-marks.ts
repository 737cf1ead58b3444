import { createCanvas } from '@napi-rs/canvas'

/** An invented handwritten signature: a blue stroke on a transparent ground, PNG. `seed` makes another hand. */
export function sampleSignature(seed = 1): Uint8Array {
  const canvas = createCanvas(600, 260)
  const pen = canvas.getContext('2d')
  let state = seed * 2_654_435_761
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0
    return ((state >>> 8) & 0xffff) / 0xffff
  }
  pen.strokeStyle = '#1a3fb5'
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  let [x, y] = [60, 150]
  for (let loop = 0; loop < 7; loop++) {
    const tall = loop === 0 ? 120 : 30 + random() * 60
    const wide = 30 + random() * 45
    for (let step = 0; step < 18; step++) {
      const turn = (step / 18) * Math.PI * 2
      const toX = x + wide * 0.06 + Math.sin(turn) * wide * 0.2
      const toY = 150 - Math.sin(turn / 2) * tall * Math.cos(turn * 0.5 - 0.4) + random() * 3
      // Pressed harder on the way down, as a pen is.
      pen.lineWidth = toY > y ? 7 : 4
      pen.beginPath()
      pen.moveTo(x, y)
      pen.quadraticCurveTo((x + toX) / 2 + random() * 6, (y + toY) / 2, toX, toY)
      pen.stroke()
      ;[x, y] = [toX, toY]
    }
    x += wide * 0.55
  }
  pen.lineWidth = 5
  pen.beginPath()
  pen.moveTo(x, y)
  pen.bezierCurveTo(x + 90, y - 70, x + 10, y + 90, 90, 205 + random() * 15)
  pen.bezierCurveTo(200, 190, 380, 180, 560, 195 + random() * 20)
  pen.stroke()
  return canvas.toBuffer('image/png')
}

/** An invented seal, red on a transparent ground, round, with a star and the word MẪU: of no agency. PNG, square. */
export function sampleSeal(words = 'CƠ QUAN MẪU · KHÔNG CÓ GIÁ TRỊ'): Uint8Array {
  const size = 720
  const canvas = createCanvas(size, size)
  const pen = canvas.getContext('2d')
  const middle = size / 2
  pen.strokeStyle = '#d0131b'
  pen.fillStyle = '#d0131b'
  for (const [radius, width] of [
    [middle - 12, 14],
    [middle - 34, 5],
    [middle - 150, 5],
  ] as const) {
    pen.lineWidth = width
    pen.beginPath()
    pen.arc(middle, middle, radius, 0, Math.PI * 2)
    pen.stroke()
  }
  star(pen, middle, middle - 30, 110)
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.font = 'bold 70px "Liberation Sans", "DejaVu Sans", sans-serif'
  pen.fillText('MẪU', middle, middle + 125)
  pen.font = 'bold 56px "Liberation Sans", "DejaVu Sans", sans-serif'
  const letters = [...`★ ${words} `]
  letters.forEach((letter, place) => {
    const turn = (place / letters.length) * Math.PI * 2 + Math.PI
    pen.save()
    pen.translate(middle + Math.sin(turn) * (middle - 92), middle - Math.cos(turn) * (middle - 92))
    pen.rotate(turn)
    pen.fillText(letter, 0, 0)
    pen.restore()
  })
  return canvas.toBuffer('image/png')
}

type Pen = ReturnType<ReturnType<typeof createCanvas>['getContext']>

function star(pen: Pen, x: number, y: number, radius: number): void {
  pen.beginPath()
  for (let point = 0; point < 10; point++) {
    const turn = (point * Math.PI) / 5
    const far = point % 2 === 0 ? radius : radius * 0.382
    pen.lineTo(x + Math.sin(turn) * far, y - Math.cos(turn) * far)
  }
  pen.closePath()
  pen.fill()
}
