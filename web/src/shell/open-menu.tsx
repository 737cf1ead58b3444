import { Button, type ButtonProps, Dropdown, type MenuProps } from 'antd'
import { useRef, useState } from 'react'

/** The menu of a button: open as it is loaded; from then on the button opens and closes it. */
export function OpenMenu({ menu, button }: { menu: MenuProps; button: ButtonProps }) {
  const [isOpen, setOpen] = useState(true)
  const opener = useRef<HTMLButtonElement>(null)
  const change = (next: boolean) => {
    // The focus is in the menu: without this it is lost with the menu, and the keyboard begins again at the top of the page.
    if (!next) opener.current?.focus()
    setOpen(next)
  }
  return (
    <Dropdown trigger={['click']} menu={menu} open={isOpen} onOpenChange={change} autoFocus>
      <Button {...button} ref={opener} aria-haspopup="menu" aria-expanded={isOpen} />
    </Dropdown>
  )
}
