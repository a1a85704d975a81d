import { PercentFigure } from './percent-figure';
import { UptimeBar } from './uptime-bar';
import { useUptime } from './uptime-provider';

type GroupBarProps = {
  section: { id: string; name: string | null; services: readonly { id: string; name: string }[] };
};

/** A group's per cent, and its bars while it is folded: beside its name, or below it where it is narrow. */
export function GroupBar({ section }: GroupBarProps) {
  const uptime = useUptime()?.groups[section.id];
  if (!uptime) return null;
  return (
    <div className="flex items-center gap-3 px-4 py-2 group-has-[details[open]]/folding:max-lg:hidden lg:absolute lg:end-52 lg:top-[0.3125rem] lg:p-0">
      <UptimeBar
        name={section.name ?? ''}
        uptime={uptime}
        members={section.services}
        className="flex-1 group-has-[details[open]]/folding:hidden lg:w-[16.8125rem]"
      />
      <PercentFigure percent={uptime.percent} />
    </div>
  );
}
