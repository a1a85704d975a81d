import { laterThan } from './incident';
import { Refusal } from './refusal';

export const maintenanceStatuses = ['scheduled', 'in_progress', 'verifying', 'completed'] as const;
export type MaintenanceStatus = (typeof maintenanceStatuses)[number];

export type MaintenanceUpdate = {
  id: string;
  status: MaintenanceStatus;
  body: string;
  createdAt: Date;
  updatedAt: Date;
};

export type Maintenance = {
  id: string;
  title: string;
  status: MaintenanceStatus;
  scheduledStartAt: Date;
  scheduledEndAt: Date;
  /** When the work began, whatever was planned. */
  startedAt: Date | null;
  completedAt: Date | null;
  /** Whether it begins and ends by the clock. */
  autoStart: boolean;
  autoComplete: boolean;
  /** Counts every change. */
  version: number;
  createdAt: Date;
  updatedAt: Date;
  serviceIds: string[];
  /** Newest first. */
  updates: MaintenanceUpdate[];
};

/** Whether the work goes on now, so that its services show under maintenance. */
export function isUnderWay(maintenance: Pick<Maintenance, 'status'>): boolean {
  return maintenance.status === 'in_progress' || maintenance.status === 'verifying';
}

export type NewMaintenance = Pick<
  Maintenance,
  'id' | 'title' | 'scheduledStartAt' | 'scheduledEndAt' | 'autoStart' | 'autoComplete' | 'serviceIds'
> & { updateId: string; body: string; at: Date };

/** Work planned for a window that is not over yet, with its announcement. */
export function plannedMaintenance({ updateId, body, at, ...given }: NewMaintenance): Maintenance {
  const times = { createdAt: at, updatedAt: at };
  const planned: Maintenance = {
    ...given,
    status: 'scheduled',
    startedAt: null,
    completedAt: null,
    version: 1,
    ...times,
    updates: [{ id: updateId, status: 'scheduled', body, ...times }],
  };
  requireWindow(planned, at);
  return planned;
}

export type NewMaintenanceUpdate = { id: string; status: MaintenanceStatus; body: string; at: Date };

/** The work after `given` was said of it. It may move to any status but back to scheduled; completed is the end. */
export function withMaintenanceUpdate(maintenance: Maintenance, given: NewMaintenanceUpdate): Maintenance {
  requireUnfinished(maintenance);
  if (given.status === 'scheduled' && isUnderWay(maintenance)) {
    throw new Refusal(
      'invalid',
      'This maintenance has begun. It can be completed, not planned again.',
      'status',
    );
  }
  const at = laterThan(maintenance.updatedAt, given.at);
  return {
    ...maintenance,
    status: given.status,
    startedAt: beginning(maintenance, given.status, at),
    completedAt: given.status === 'completed' ? at : null,
    version: maintenance.version + 1,
    updatedAt: at,
    updates: [
      { id: given.id, status: given.status, body: given.body, createdAt: at, updatedAt: at },
      ...maintenance.updates,
    ],
  };
}

/** When the work began. Work that was completed without having been begun took its window. */
function beginning(maintenance: Maintenance, status: MaintenanceStatus, at: Date): Date | null {
  const { startedAt, scheduledStartAt } = maintenance;
  if (status === 'scheduled' || startedAt) return startedAt;
  return status === 'completed' && scheduledStartAt < at ? scheduledStartAt : at;
}

export type MaintenancePlan = Pick<
  Maintenance,
  'title' | 'scheduledStartAt' | 'scheduledEndAt' | 'autoStart' | 'autoComplete' | 'serviceIds'
>;

/** The work with another plan. Its beginning stays once it has begun, and nothing but the title changes after its end. */
export function replanned(maintenance: Maintenance, plan: Partial<MaintenancePlan>, now: Date): Maintenance {
  const after = { ...maintenance, ...plan };
  const movesStart = after.scheduledStartAt.getTime() !== maintenance.scheduledStartAt.getTime();
  const movesEnd = after.scheduledEndAt.getTime() !== maintenance.scheduledEndAt.getTime();
  if (movesEnd || plan.serviceIds) requireUnfinished(maintenance);
  if (movesStart && maintenance.status !== 'scheduled') {
    throw new Refusal(
      'invalid',
      'This maintenance has begun. Its end can still be moved.',
      'scheduledStartAt',
    );
  }
  if (movesStart || movesEnd) requireWindow(after, now);
  return { ...after, version: maintenance.version + 1, updatedAt: laterThan(maintenance.updatedAt, now) };
}

/** What the clock asks of the work at `now`: to begin, to end, or nothing. A window that was missed as a whole ends at once. */
export function dueStatus(maintenance: Maintenance, now: Date): 'in_progress' | 'completed' | null {
  const { status, autoStart, autoComplete, scheduledStartAt, scheduledEndAt } = maintenance;
  const mayBegin = status === 'scheduled' && autoStart && scheduledStartAt <= now;
  const mayEnd = (mayBegin || isUnderWay(maintenance)) && autoComplete && scheduledEndAt <= now;
  if (mayEnd) return 'completed';
  return mayBegin ? 'in_progress' : null;
}

function requireUnfinished(maintenance: Maintenance): void {
  if (maintenance.status !== 'completed') return;
  throw new Refusal('invalid', 'This maintenance is completed. Plan a new one.', 'status');
}

function requireWindow({ scheduledStartAt, scheduledEndAt }: Maintenance, now: Date): void {
  if (scheduledEndAt <= scheduledStartAt) {
    throw new Refusal('invalid', 'The window must end after it begins.', 'scheduledEndAt');
  }
  if (scheduledEndAt <= now) {
    throw new Refusal('invalid', 'This window is over already.', 'scheduledEndAt');
  }
}
