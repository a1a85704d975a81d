'use client';

import type { ReactNode } from 'react';
import { classNames } from '@/app/_ui/class-names';
import { useControl } from './form-context';

/** One of a few words to choose from; `tone` are the classes it wears while chosen. */
export type Choice = { value: string; label: ReactNode; tone?: string };

type ChoiceRowProps = {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  choices: readonly Choice[];
  defaultValue: string;
  /** `beside` puts the legend in front of the row where there is room. */
  legendAt?: 'above' | 'beside';
};

/** Radio buttons in a row of equal parts, each as wide as a thumb: one tap chooses. */
export function ChoiceRow({ name, legend, hint, choices, defaultValue, legendAt = 'above' }: ChoiceRowProps) {
  const { id, typed, error } = useControl(name);
  const chosen = typed ?? defaultValue;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="@container">
      <fieldset
        aria-describedby={described || undefined}
        className={classNames(
          legendAt === 'beside' && '@xl:grid @xl:grid-cols-[1fr_24rem] @xl:items-center @xl:gap-4',
        )}
      >
        {/* A legend takes no part in a grid, so it floats into place. */}
        <legend
          className={classNames('mb-1.5 font-medium text-sm', legendAt === 'beside' && 'float-left @xl:mb-0')}
        >
          {legend}
        </legend>
        {hint ? (
          <p id={`${id}-hint`} className="mb-1.5 text-ink-soft text-sm">
            {hint}
          </p>
        ) : null}
        <div className="flex w-full clear-both rounded-md border border-line-strong bg-surface @xl:clear-none">
          {choices.map((choice, index) => (
            <label
              key={choice.value}
              className={classNames(
                'relative flex min-h-11 min-w-0 cursor-pointer items-center justify-center border-line-strong/50 text-center text-ink-soft leading-tight first:rounded-s-md last:rounded-e-md',
                // Rows that stand under each other line up; one that stands alone gives long words more room.
                legendAt === 'beside' ? 'flex-1' : 'flex-auto',
                // Four and more words stay whole on a phone.
                choices.length > 3 ? 'px-0.5 text-xs sm:text-sm' : 'px-1 text-sm',
                'has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2',
                index > 0 && 'border-s',
                choice.tone ?? 'has-checked:bg-ink has-checked:text-on-ink',
              )}
            >
              <input
                type="radio"
                name={name}
                value={choice.value}
                defaultChecked={choice.value === chosen}
                aria-invalid={error ? true : undefined}
                className="absolute inset-0 cursor-pointer opacity-0"
              />
              {choice.label}
            </label>
          ))}
        </div>
        {error ? (
          <p id={`${id}-error`} className="mt-1.5 font-medium text-danger text-sm">
            {error}
          </p>
        ) : null}
      </fieldset>
    </div>
  );
}
