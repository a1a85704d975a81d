'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** Outside the component: after an act Next mounts the page anew, as its address has changed. */
let pressed: string | null = null;

/** Gives the focus back to the button that was pressed inside it, when the act it ran took the focus away. */
export function KeepFocus({ children }: { children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const wasPressed = pressed;
    pressed = null;
    if (wasPressed === null || document.activeElement !== document.body) return;
    const buttons = around.current?.querySelectorAll<HTMLButtonElement>('button[name]') ?? [];
    [...buttons].find((button) => button.value === wasPressed)?.focus({ preventScroll: true });
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only remembers what was pressed inside it.
    // biome-ignore lint/a11y/useKeyWithClickEvents: a button pressed by key clicks as well.
    <div
      ref={around}
      onClick={(event) => {
        pressed = (event.target as Element).closest('button')?.value || null;
      }}
    >
      {children}
    </div>
  );
}
