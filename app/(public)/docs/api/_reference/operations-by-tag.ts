import type { Method, OpenApiDocument, Operation } from '@/lib/contracts/openapi/model';

export type ListedOperation = { method: Method; path: string; operation: Operation };
export type OperationGroup = { name: string; description: string; operations: ListedOperation[] };

/** The operations under their tags, in the order of the document. */
export function operationsByTag({ tags, paths }: OpenApiDocument): OperationGroup[] {
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    (Object.entries(methods) as [Method, Operation][]).map(([method, operation]) => ({
      method,
      path,
      operation,
    })),
  );
  return tags.map(({ name, description }) => ({
    name,
    description,
    operations: all.filter(({ operation }) => operation.tags.includes(name)),
  }));
}
