import { useEffect } from 'react';
import { doneNames } from './done-path';

/** Takes what was done out of the address once it has been said, so that a reload does not say it again. */
export function useForgetfulAddress(): void {
  useEffect(() => {
    const url = new URL(window.location.href);
    for (const name of doneNames) url.searchParams.delete(name);
    window.history.replaceState(null, '', url);
  }, []);
}
