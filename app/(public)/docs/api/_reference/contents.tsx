import type { OperationGroup } from './operations-by-tag';

/** All operations and shapes at a glance, each a link. */
export function Contents({ groups, shapes }: { groups: OperationGroup[]; shapes: string[] }) {
  return (
    <nav
      aria-label="Contents"
      className="columns-1 gap-8 rounded-lg border border-line bg-surface p-4 sm:columns-2"
    >
      {groups.map(({ name, operations }) => (
        <div key={name} className="mb-4 break-inside-avoid">
          <p className="font-semibold">{name}</p>
          <ul>
            {operations.map(({ operation: { operationId, summary } }) => (
              <li key={operationId}>
                <a
                  href={`#${operationId}`}
                  className="inline-block py-0.5 underline-offset-4 hover:underline"
                >
                  {summary}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <div className="break-inside-avoid">
        <p className="font-semibold">Shapes</p>
        <p className="flex flex-wrap gap-x-3">
          {shapes.map((shape) => (
            <a key={shape} href={`#shape-${shape}`} className="py-0.5 underline-offset-4 hover:underline">
              {shape}
            </a>
          ))}
        </p>
      </div>
    </nav>
  );
}
