import { Button, type ButtonProps, Dropdown, type MenuProps } from 'antd'
import { useState } from 'react'

/** The menu of a button: open as it is loaded; from then on the button opens and closes it. */
export function OpenMenu({ menu, button }: { menu: MenuProps; button: ButtonProps }) {
  const [isOpen, setOpen] = useState(true)
  return (
    <Dropdown trigger={['click']} menu={menu} open={isOpen} onOpenChange={setOpen} autoFocus>
      <Button {...button} />
    </Dropdown>
  )
}
