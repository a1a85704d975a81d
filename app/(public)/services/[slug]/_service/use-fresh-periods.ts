'use client';

import { useEffect, useState } from 'react';
import type { UptimePeriod } from '@/lib/contracts/uptime';

/** Uptime over each period as it was rendered, and anew whenever the page has heard of other days. */
export function useFreshPeriods(
  serviceId: string,
  rendered: UptimePeriod[],
  heard: object | null,
): UptimePeriod[] {
  const [periods, setPeriods] = useState(rendered);
  const [first] = useState(heard);
  useEffect(() => {
    if (heard === first) return;
    let isEnded = false;
    fetch(`/api/uptime/${encodeURIComponent(serviceId)}`)
      .then((response) => (response.ok ? response.json() : null))
      .then((record) => record && !isEnded && setPeriods(record.periods))
      // What can't be had now comes with the next days.
      .catch(() => {});
    return () => {
      isEnded = true;
    };
  }, [serviceId, heard, first]);
  return periods;
}
