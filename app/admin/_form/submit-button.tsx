'use client';

import type { ComponentProps } from 'react';
import { useContext } from 'react';
import { Button } from '@/app/_ui/button';
import { FormContext } from './form-context';

/** The button that runs its form. While the form runs it says so and stays focusable. */
export function SubmitButton({
  children,
  pending,
  className,
  ...rest
}: ComponentProps<typeof Button> & { pending?: string }) {
  const { isPending } = useContext(FormContext);
  return (
    <Button {...rest} aria-disabled={isPending || undefined} className={`min-h-11 ${className ?? ''}`}>
      {isPending && pending ? pending : children}
    </Button>
  );
}
