import type { ServiceStatus } from '@/lib/domain/service-status';

/** Each status has its own outline and sign, as on the page, so that it is told apart without colour. */
export const signs: Record<ServiceStatus, { plate: string; sign: string }> = {
  operational: { plate: '<circle cx="8" cy="8" r="7"/>', sign: 'M4.8 8.3l2.2 2.2 4.2-4.6' },
  under_maintenance: {
    plate: '<rect x="1" y="1" width="14" height="14" rx="3.5"/>',
    sign: 'M12.1 5.7A2.3 2.3 0 1 1 10.3 3.9M8.2 7.8L4.5 11.5',
  },
  degraded_performance: {
    plate: '<rect x="2.4" y="2.4" width="11.2" height="11.2" rx="2" transform="rotate(45 8 8)"/>',
    sign: 'M5 8h6',
  },
  partial_outage: {
    plate:
      '<path d="M6.6 1.9a1.6 1.6 0 0 1 2.8 0l5.7 10.3a1.6 1.6 0 0 1-1.4 2.4H2.3a1.6 1.6 0 0 1-1.4-2.4z"/>',
    sign: 'M8 5.6v3.6M8 11.6v.1',
  },
  major_outage: {
    plate: '<path d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1z"/>',
    sign: 'M5.7 5.7l4.6 4.6M10.3 5.7l-4.6 4.6',
  },
};

/** The words on their ground stand at 4.5:1 or more, in both themes. */
export type Theme = {
  label: { ground: string; ink: string };
  status: Record<ServiceStatus, { ground: string; ink: string }>;
};

/** The page's own colours (app/globals.css): for bright pages the words' colour as ground, for dark ones the tint. */
export const themes: Record<'light' | 'dark', Theme> = {
  light: {
    label: { ground: '#4d5156', ink: '#ffffff' },
    status: {
      operational: { ground: '#0d6a38', ink: '#ffffff' },
      under_maintenance: { ground: '#1f55a8', ink: '#ffffff' },
      degraded_performance: { ground: '#765300', ink: '#ffffff' },
      partial_outage: { ground: '#a03d00', ink: '#ffffff' },
      major_outage: { ground: '#ad1a1a', ink: '#ffffff' },
    },
  },
  dark: {
    label: { ground: '#292c30', ink: '#ebe9e3' },
    status: {
      operational: { ground: '#12271b', ink: '#74d39b' },
      under_maintenance: { ground: '#14233a', ink: '#97c0f9' },
      degraded_performance: { ground: '#2b2410', ink: '#f0ca60' },
      partial_outage: { ground: '#331f11', ink: '#f9a772' },
      major_outage: { ground: '#371718', ink: '#fb9793' },
    },
  },
};
