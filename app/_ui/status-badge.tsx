'use client';

import type { ReactNode } from 'react';
import { useWords } from '@/app/_words/words-provider';
import type { ServiceStatus } from '@/lib/domain/service-status';
import { classNames } from './class-names';
import { StatusIcon } from './status-icon';
import { statusTones } from './status-tones';

type StatusBadgeProps = {
  status: ServiceStatus;
  /** Other words than the status's own. */
  children?: ReactNode;
  /** `plain` stands in a row; `filled` stands out. */
  look?: 'plain' | 'filled';
  /** The word in the colour of common text, where many stand together and most are well. */
  isQuiet?: boolean;
  className?: string;
};

/** A status as sign and word. */
export function StatusBadge({
  status,
  children,
  look = 'plain',
  isQuiet = false,
  className,
}: StatusBadgeProps) {
  const { t } = useWords();
  const tone = statusTones[status];
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 whitespace-nowrap font-medium text-sm',
        isQuiet ? 'text-ink-soft' : tone.text,
        look === 'filled' && `rounded-md px-2 py-0.5 ${tone.tint}`,
        className,
      )}
    >
      <StatusIcon status={status} />
      {children ?? t(`status.${status}`)}
    </span>
  );
}
