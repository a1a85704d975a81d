'use client';

import { useEffect } from 'react';
import { StatusIcon } from '@/app/_ui/status-icon';
import { useWords } from '@/app/_words/words-provider';
import type { DisruptedDay } from '@/lib/contracts/uptime';
import { DayEvents } from './day-events';
import type { Explained, Member } from './uptime-bar';
import { useAskUptime, useUptime } from './uptime-provider';
import { heldOn, spanWords } from './uptime-words';

type DisruptionLinesProps = { disruption: DisruptedDay } & Explained;

/** How long each status held on a day, of a group for each of its services, and the incidents that say why. */
export function DisruptionLines({ disruption, serviceId, members }: DisruptionLinesProps) {
  const known = useUptime();
  const { day } = disruption;
  const dayOf = ({ id }: Member) => known?.services[id]?.disruptions.find((one) => one.day === day);
  const hit = members?.filter((member) => dayOf(member)) ?? [];
  const ask = useAskUptime();
  const isMissing = members !== undefined && known?.isPartial;
  useEffect(() => {
    if (isMissing) ask();
  }, [isMissing, ask]);
  return (
    <>
      <ul className="mt-1.5 flex flex-col gap-1">
        {hit.map((member) => (
          <HeldLines key={member.id} disruption={dayOf(member) ?? disruption} name={member.name} />
        ))}
        {hit.length === 0 ? <HeldLines disruption={disruption} /> : null}
      </ul>
      <DayEvents
        day={day}
        timeZone={known?.timeZone ?? 'UTC'}
        serviceIds={members ? hit.map(({ id }) => id) : [serviceId]}
      />
    </>
  );
}

type HeldLinesProps = {
  disruption: DisruptedDay;
  /** Of the service, where it is one of several. */
  name?: string;
};

function HeldLines({ disruption, name }: HeldLinesProps) {
  const words = useWords();
  return heldOn(disruption).map(([status, seconds]) => (
    <li key={status} className="flex items-center gap-2">
      <StatusIcon status={status} />
      <span className="min-w-0 flex-1">
        <bdi>{name ?? words.t(`status.${status}`)}</bdi>
        {name ? <span className="sr-only">{` ${words.t(`statusAfterName.${status}`)}`}</span> : null}
      </span>
      <span className="flex-none text-ink-soft tabular-nums">{spanWords(words, seconds)}</span>
    </li>
  ));
}
