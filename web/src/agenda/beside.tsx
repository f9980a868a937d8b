import { type ReactNode, useCallback } from "react";
import { SidePanel } from "../ui/side_panel";
import { useWide } from "../ui/width";
import { Popover } from "./popover";

interface Props {
  // What was chosen: it has this as data-id.
  id: string;
  title: string;
  above: string;
  onClose: () => void;
  children: ReactNode;
}

// The detail of what was chosen: a popover at a desk, a drawer where there is no room beside it.
export function Beside({ id, title, above, onClose, children }: Props) {
  const wide = useWide();
  const anchor = useCallback(() => document.querySelector<HTMLElement>(`[data-id="${id}"]`), [id]);
  if (wide)
    return (
      <Popover label={title} anchor={anchor} onClose={onClose}>
        {children}
      </Popover>
    );
  return (
    <SidePanel title={title} above={above} onClose={onClose}>
      {children}
    </SidePanel>
  );
}
