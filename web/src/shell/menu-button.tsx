import type { MenuProps } from 'antd'
import { Button, type ButtonProps } from 'antd'
import { lazy, Suspense, useState } from 'react'

const load = () => import('./open-menu.tsx').then((found) => ({ default: found.OpenMenu }))
const OpenMenu = lazy(load)

/**
 * A button that opens a menu. The menu widget is three quarters of the code of the frame, and few open it on the page they
 * begin on: it is loaded when the pointer or the focus reaches the button.
 */
export function MenuButton({ menu, ...button }: ButtonProps & { menu: MenuProps }) {
  const [isWanted, setWanted] = useState(false)
  const plain = (
    <Button
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setWanted(true)}
    />
  )
  if (!isWanted) return plain
  return (
    <Suspense fallback={plain}>
      <OpenMenu menu={menu} button={button} />
    </Suspense>
  )
}
