import type { Transaction } from '@/lib/database/client';
import { newId } from '@/lib/database/ids';
import type { Incident } from '@/lib/domain/incident';
import { mergedSpans, type Span } from '@/lib/domain/uptime/status-spans';

/** Writes the changes of services' statuses that follow from past incidents and work, as publishing them would have. */
export async function addStatusHistory(
  tx: Transaction,
  revision: number,
  incidents: readonly Incident[],
  work: readonly { serviceId: string; from: Date; to: Date }[],
): Promise<void> {
  const spans = [
    ...incidents.flatMap(spansOf),
    ...work.map(({ serviceId, from, to }) => ({
      serviceId,
      status: 'under_maintenance' as const,
      from: from.getTime(),
      to: to.getTime(),
    })),
  ];
  for (const serviceId of new Set(spans.map((span) => span.serviceId))) {
    const merged = mergedSpans(spans.filter((span) => span.serviceId === serviceId));
    const changes = merged.flatMap(({ status, from, to }, index) => [
      { status, at: new Date(from) },
      ...(merged[index + 1]?.from === to ? [] : [{ status: 'operational' as const, at: new Date(to) }]),
    ]);
    await tx.serviceStatusChange.createMany({
      data: changes.map((change) => ({ id: newId(), serviceId, revision, ...change })),
    });
  }
}

/** How hard a resolved incident hit which service, from when to when. */
function spansOf({ updates, resolvedAt }: Incident): (Span & { serviceId: string })[] {
  const end = resolvedAt?.getTime() ?? 0;
  const said = updates
    .toReversed()
    .flatMap(({ createdAt, services }) =>
      services.map((service) => ({ ...service, at: createdAt.getTime() })),
    );
  return said.map(({ id, status, at }, index) => ({
    serviceId: id,
    status,
    from: at,
    to: said.slice(index + 1).find((later) => later.id === id)?.at ?? end,
  }));
}
