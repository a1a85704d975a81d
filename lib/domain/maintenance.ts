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
  completedAt: Date | null;
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
