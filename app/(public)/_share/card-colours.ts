import type { ServiceStatus } from '@/lib/domain/service-status';

/** The light theme of app/globals.css: a picture is drawn without a browser, and so without its styles. */
export const cardColours = {
  canvas: '#f6f5f1',
  line: '#e2e0d8',
  ink: '#191b1d',
  'ink-soft': '#4d5156',
  operational: '#0d6a38',
  'operational-lamp': '#17894a',
  maintenance: '#1f55a8',
  'maintenance-lamp': '#2f6fd0',
  degraded: '#765300',
  'degraded-lamp': '#a87a00',
  partial: '#a03d00',
  'partial-lamp': '#d4560c',
  major: '#ad1a1a',
  'major-lamp': '#d12929',
};

type Tone = 'operational' | 'maintenance' | 'degraded' | 'partial' | 'major';

/** The name that a status' colours go by. */
export const toneOf: Record<ServiceStatus, Tone> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial',
  major_outage: 'major',
};
