import { PercentFigure } from './percent-figure';
import { UptimeBar } from './uptime-bar';
import { useUptime } from './uptime-provider';

/** A service's bars and per cent, below its name where it is narrow. Nothing where its uptime is not shown. */
export function ServiceBar({ id, name }: { id: string; name: string }) {
  const uptime = useUptime()?.services[id];
  if (!uptime) return null;
  return (
    <div className="order-last flex w-full items-center gap-3 lg:order-none lg:w-auto">
      <UptimeBar name={name} uptime={uptime} serviceId={id} className="flex-1 lg:w-[16.8125rem]" />
      <PercentFigure percent={uptime.percent} />
    </div>
  );
}
