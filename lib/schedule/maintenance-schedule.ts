import 'server-only';
import { onCommitted } from '@/lib/database/change';
import { maintenanceRepository } from '@/lib/database/maintenance-repository';
import { orUnavailable } from '@/lib/database/unavailable';
import { log } from '@/lib/log';
import { runDueMaintenance } from '@/lib/operations/run-due-maintenance';
import { Scheduler } from './scheduler';

const mostEntries = 500;

/** Begins and ends planned maintenance at its times, from now on. Any number of processes may do so at once. */
export function openMaintenanceSchedule(): Scheduler {
  const scheduler = new Scheduler({
    agenda: () => orUnavailable(() => maintenanceRepository.agenda(mostEntries)),
    run: runDueMaintenance,
    warn: (what, message) => log.warn(what, message),
  });
  onCommitted(async () => scheduler.wake());
  scheduler.wake();
  return scheduler;
}
