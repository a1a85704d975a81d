import { classNames } from '@/app/_ui/class-names';
import { StatusIcon } from '@/app/_ui/status-icon';
import { serviceStatusWord } from '@/app/_ui/status-words';
import type { Service } from '@/lib/domain/service';
import { statusChoices } from './status-choices';

/** Five buttons that set a service's status with one tap; what holds now is pressed. Stands in a form. */
export function StatusSwitch({ service }: { service: Pick<Service, 'id' | 'name' | 'status'> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read out before each of these buttons.
    <div
      role="group"
      aria-label={`Status of ${service.name}`}
      className="flex rounded-md border border-line-strong/60"
    >
      {statusChoices.map(({ status, word, chosen }, index) => {
        const isNow = service.status === status;
        return (
          <button
            key={status}
            type="submit"
            name="set"
            value={`${service.id}:${status}`}
            aria-pressed={isNow}
            title={serviceStatusWord[status]}
            className={classNames(
              'flex min-h-12 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 px-0.5 text-xs first:rounded-s-md last:rounded-e-md sm:min-w-17',
              index > 0 && 'border-line-strong/40 border-s',
              isNow ? `${chosen} font-semibold` : 'text-ink-soft hover:bg-sunken hover:text-ink',
            )}
          >
            <StatusIcon status={status} className={isNow ? undefined : 'opacity-45 grayscale'} />
            {word}
            <span className="sr-only">: {`${service.name} ${serviceStatusWord[status].toLowerCase()}`}</span>
          </button>
        );
      })}
    </div>
  );
}
