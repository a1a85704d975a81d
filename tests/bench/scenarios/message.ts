import { stampField } from '../stamp';

/** The product's public state, whatever it holds. */
export type State = { statusLabel: string; services: unknown[]; incidents: unknown[]; revision: number };

/** A message as another program would publish it on `status:updates`, stamped with its number and the time. */
export function message({ statusLabel, services, incidents }: State, number: number): string {
  return JSON.stringify({ statusLabel, services, incidents, ...stampField(number) });
}
