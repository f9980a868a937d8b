import { type PointerEvent, useEffect, useRef, useState } from "react";
import type { Appointment } from "./columns";

const BEGINS_AFTER_PX = 5;

export interface Dragged {
  appointment: Appointment;
  column: number;
  minute: number;
}
interface Where {
  // The columns as they lie on the screen, left to right.
  columns: () => HTMLElement[];
  minuteAt: (pixels: number) => number;
}

// Dragging with a mouse or a pen; a finger scrolls, and has the dialog. Escape puts it back.
export function useDrag({ columns, minuteAt }: Where, onDrop: (dragged: Dragged) => void) {
  const [dragged, drag] = useState<Dragged>();
  const held = useRef<{ one: Appointment; x: number; y: number; grip: number; now?: Dragged }>(undefined);
  const moved = useRef(false);

  function grab(one: Appointment, event: PointerEvent<HTMLElement>): void {
    moved.current = false;
    if (event.button !== 0 || event.pointerType === "touch") return;
    const grip = event.clientY - event.currentTarget.getBoundingClientRect().top;
    held.current = { one, x: event.clientX, y: event.clientY, grip };
  }
  useEffect(() => {
    const follow = (event: globalThis.PointerEvent) => {
      const from = held.current;
      if (!from) return;
      if (!moved.current && Math.hypot(event.clientX - from.x, event.clientY - from.y) < BEGINS_AFTER_PX) return;
      moved.current = true;
      const all = columns().map((column) => column.getBoundingClientRect());
      const column = all.findIndex((box) => box.left <= event.clientX && event.clientX < box.right);
      if (column < 0) return;
      const minute = minuteAt(event.clientY - from.grip - all[column]!.top);
      from.now = { appointment: from.one, column, minute };
      drag(from.now);
    };
    const end = (drop: boolean) => {
      const now = held.current?.now;
      held.current = undefined;
      drag(undefined);
      if (drop && now) onDrop(now);
    };
    const up = () => end(true);
    const press = (event: KeyboardEvent) => {
      if (event.key === "Escape" && held.current) {
        event.preventDefault();
        event.stopPropagation();
        end(false);
      }
    };
    const cancel = () => end(false);
    window.addEventListener("pointermove", follow);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    window.addEventListener("keydown", press, { capture: true });
    return () => {
      window.removeEventListener("pointermove", follow);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", cancel);
      window.removeEventListener("keydown", press, { capture: true });
    };
  });
  // The click that ends a drag opens nothing.
  const wasDragged = () => moved.current;
  return { dragged, grab, wasDragged };
}
