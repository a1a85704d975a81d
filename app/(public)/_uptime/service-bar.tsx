import { useMemo } from 'react';
import { PercentFigure } from './percent-figure';
import { UptimeBar } from './uptime-bar';
import { useServiceUptime } from './uptime-provider';

/** A service's bars and per cent, below its name where it is narrow. Nothing where its uptime is not shown. */
export function ServiceBar({ id, name }: { id: string; name: string }) {
  const uptime = useServiceUptime(id);
  const services = useMemo(() => [id], [id]);
  if (!uptime) return null;
  return (
    <div className="order-last flex w-full items-center gap-3 lg:order-none lg:w-auto">
      <UptimeBar name={name} uptime={uptime} services={services} className="flex-1 lg:w-[16.8125rem]" />
      <PercentFigure percent={uptime.percent} />
    </div>
  );
}
