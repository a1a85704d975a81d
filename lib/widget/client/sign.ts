import type { ServiceStatus } from '@/lib/domain/service-status';

/** Each status' plate and what is cut into it: the page's own signs (app/_ui/status-icon.tsx), as paths alone. */
export const signs: Record<ServiceStatus | 'unknown', [plate: string, sign: string]> = {
  operational: ['M1 8a7 7 0 0 1 14 0a7 7 0 0 1-14 0z', 'M4.8 8.3l2.2 2.2 4.2-4.6'],
  under_maintenance: [
    'M4.5 1h7A3.5 3.5 0 0 1 15 4.5v7a3.5 3.5 0 0 1-3.5 3.5h-7A3.5 3.5 0 0 1 1 11.5v-7A3.5 3.5 0 0 1 4.5 1z',
    'M12.1 5.7A2.3 2.3 0 1 1 10.3 3.9M8.2 7.8L4.5 11.5',
  ],
  degraded_performance: [
    'M9.4 1.5l5.1 5.1a2 2 0 0 1 0 2.8l-5.1 5.1a2 2 0 0 1-2.8 0L1.5 9.4a2 2 0 0 1 0-2.8l5.1-5.1a2 2 0 0 1 2.8 0z',
    'M5 8h6',
  ],
  partial_outage: [
    'M6.6 1.9a1.6 1.6 0 0 1 2.8 0l5.7 10.3a1.6 1.6 0 0 1-1.4 2.4H2.3a1.6 1.6 0 0 1-1.4-2.4z',
    'M8 5.6v3.6M8 11.6v.1',
  ],
  major_outage: ['M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z', 'M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6'],
  unknown: ['M1 8a7 7 0 0 1 14 0a7 7 0 0 1-14 0z', 'M6.1 6.3a2 2 0 1 1 2.8 1.9c-.6.3-.9.6-.9 1.2M8 11.8v.1'],
};

const namespace = 'http://www.w3.org/2000/svg';

/** The sign of a status as an element. Built by hand: a host page's Trusted Types forbid markup from strings. */
export function signOf(status: keyof typeof signs): SVGElement {
  const svg = document.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.ariaHidden = 'true';
  svg.setAttribute('part', 'sign');
  for (const d of signs[status]) {
    const path = document.createElementNS(namespace, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}
